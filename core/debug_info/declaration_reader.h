// The functions and variables a library exports, as its debug information describes them, the static variables of those
// functions (called "function.variable"), and the types its sources declared.
#pragma once

#include <string>
#include <unordered_set>

#include "core/debug_info/type_reader.h"

namespace elle::core::debug_info {

class DeclarationReader {
 public:
  // `exported`: the symbols to take; empty for whatever has external linkage, as in an object file.
  DeclarationReader(DeclarationsBuilder& builder, SourcePlaces& places, TypeReader& types,
                    std::unordered_set<std::string> exported)
      : builder_(builder), places_(places), types_(types), exported_(std::move(exported)) {}

  // Functions and variables of a compilation unit, in namespaces as well: languages that have them export C functions
  // from within.
  void take_symbols(Die unit);
  // Types that no exported function mentions, too: a program may reach them by a cast.
  void take_types(Die unit);

 private:
  void take_function(Die die);
  void take_variable(Die die);
  void take_static_variables(Die function, std::string_view function_name);
  void add_variable(Die die, std::string_view name, uint16_t flags);
  void take_parameters(Die die, format::FunctionRow& row);
  // The symbol of an exported definition that is met for the first time, else "".
  std::string_view symbol_to_take(Die die);

  DeclarationsBuilder& builder_;
  SourcePlaces& places_;
  TypeReader& types_;
  std::unordered_set<std::string> exported_;
  std::unordered_set<std::string> taken_;
};

}  // namespace elle::core::debug_info
