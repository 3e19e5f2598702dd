// What the declarations of loaded headers are in Lisp: functions, numbers, texts, types, variables.
#pragma once

#include <set>
#include <string>

#include "core/declarations/declarations_file.h"
#include "core/macros/value.h"
#include "core/types/type.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

// Names themselves are found by find_names.h.
class NameValues {
 public:
  explicit NameValues(BridgeContext& bridge) : bridge_(bridge) {}

  // A declaration's value in Lisp: a function, a number, a string, a type. A failure says why there is none. What a
  // macro computes (GTK_TYPE_BUTTON, stdout, errno) is computed at each mention, which may run Lisp.
  Result<Value> value_of(VM& vm, LoadedLibrary& library, const core::Declaration& declaration);
  // The same of all that needs no computing; a failure for such a macro.
  Result<Value> known_value(LoadedLibrary& library, const core::Declaration& declaration);
  static bool is_computed(const core::Declaration& declaration);

  // Gives a variable of C another value. A failure for what is none, is const, or cannot hold it.
  Result<core::Done> assign(LoadedLibrary& library, const core::Declaration& declaration, std::string_view name,
                            Value value);

  // The declaration that a macro's text means by a name.
  Result<core::Declaration> declared(const LoadedLibrary& library, const std::string& name);
  // A constant that a macro was folded to, or the function or type that it stands for; kUnbound for anything else.
  Result<Value> constant(LoadedLibrary& library, const core::macros::Value& folded);

  // The address of a symbol of the library, or of what the program has loaded; null when nothing has it.
  void* exported_address(const LoadedLibrary& library, std::string_view symbol);
  // The address of a variable, or a function, as a typed pointer.
  Result<Value> address_value(LoadedLibrary& library, const core::Declaration& declaration);

 private:
  Result<Value> enum_constant_value(const LoadedLibrary& library, const core::Declaration& constant);
  Result<Value> function_value(LoadedLibrary& library, const core::Declaration& declaration);
  Result<Value> variable_value(LoadedLibrary& library, const core::Declaration& declaration);
  // A constant text of the type C gives it: a string, or where it is cast to a pointer that is no text, that pointer.
  Result<Value> text_value(std::string_view text, core::TypeId type);
  // Of a macro, and of a `static const` variable: the value the header gives.
  Result<Value> constant_value(LoadedLibrary& library, const core::Declaration& declaration, core::MacroValue kind);
  Failed no_value(const core::Declaration& declaration);
  Failed unusable(const core::Declaration& declaration, std::string message);
  // The address of a function or variable: in the library, in what the program has loaded, or compiled from the header.
  Result<void*> address_of(LoadedLibrary& library, const core::Declaration& declaration);
  Failed missing_symbol(const LoadedLibrary& library, const core::Declaration& declaration);

  BridgeContext& bridge_;
  std::set<std::string> constant_texts_;  // that C may refer to as long as the session lives; each text once
};

}  // namespace elle::lang
