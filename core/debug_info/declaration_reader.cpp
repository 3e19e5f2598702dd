// A function can be described several times: as it was written, and for each copy of it that was inlined, cloned or
// moved. Only the first has all parameters and types (`original`). And the same function stands in each unit that
// included an inline definition: the first counts.
#include "core/debug_info/declaration_reader.h"

#include <fmt/format.h>

namespace elle::core::debug_info {
namespace {

using format::DeclarationKind;

// Where a function is described whole: an out-of-line copy of an inlined one, or a clone that takes fewer arguments,
// refers to it.
Die original(Die die) {
  while (auto origin =
             dwarf_hasattr(&die, DW_AT_abstract_origin) ? reference_of(die, DW_AT_abstract_origin) : std::nullopt)
    die = *origin;
  return die;
}

// Whether a variable is no register's and no stack frame's (2.6.1.1.2: DW_OP_addr).
bool has_fixed_address(Die die) {
  Dwarf_Attribute location;
  Dwarf_Op* operations = nullptr;
  size_t count = 0;
  return dwarf_attr_integrate(&die, DW_AT_location, &location) &&
         dwarf_getlocation(&location, &operations, &count) == 0 && count > 0 && operations[0].atom == DW_OP_addr;
}

}  // namespace

void DeclarationReader::take_symbols(Die unit) {
  for_each_child(unit, [this](Die die) {
    switch (tag_of(die)) {
      case DW_TAG_subprogram:
        return take_function(original(die));
      case DW_TAG_variable:
        return take_variable(die);
      case DW_TAG_namespace:
        return take_symbols(die);
      default:
        return;
    }
  });
}

void DeclarationReader::take_types(Die unit) {
  for_each_child(unit, [this](Die die) {
    switch (tag_of(die)) {
      case DW_TAG_structure_type:
      case DW_TAG_union_type:
      case DW_TAG_enumeration_type:
      case DW_TAG_typedef:
        types_.type(die);
        return;
      default:
        return;
    }
  });
}

std::string_view DeclarationReader::symbol_to_take(Die die) {
  // A library's debug information also describes what it calls elsewhere; those are declarations.
  bool defined = !dwarf_hasattr(&die, DW_AT_declaration);
  if (!defined || !is_set(die, DW_AT_external)) return {};
  std::string_view symbol = text_of(die, DW_AT_linkage_name);
  if (symbol.empty()) symbol = text_of(die, DW_AT_MIPS_linkage_name);  // what it was before DWARF 4
  if (symbol.empty()) symbol = name_of(die);
  std::string key(symbol);
  if (symbol.empty() || (!exported_.empty() && !exported_.contains(key)) || !taken_.insert(key).second) return {};
  return symbol;
}

void DeclarationReader::take_function(Die die) {
  std::string_view symbol = symbol_to_take(die);
  if (symbol.empty()) return;
  format::DeclarationRow row{};
  row.name = builder_.string(name_of(die));
  row.flags = format::kDefined | format::kExtern;
  row.type = types_.function_type(die);
  places_.set(die, row);
  format::FunctionRow function{};
  if (symbol != name_of(die)) function.symbol = builder_.string(symbol);
  take_parameters(die, function);
  builder_.functions.push_back(function);
  builder_.declarations(DeclarationKind::kFunction).push_back(row);
  take_static_variables(die, name_of(die));
}

void DeclarationReader::take_static_variables(Die function, std::string_view function_name) {
  for_each_child(function, [&](Die child) {
    if (tag_of(child) == DW_TAG_variable && has_fixed_address(child))
      add_variable(child, fmt::format("{}.{}", function_name, name_of(child)), format::kDefined | format::kStatic);
  });
}

void DeclarationReader::take_parameters(Die die, format::FunctionRow& row) {
  row.first_parameter = static_cast<uint32_t>(builder_.parameters.size());
  for_each_child(die, [&](Die child) {
    if (tag_of(child) != DW_TAG_formal_parameter) return;
    builder_.parameters.push_back({builder_.string(name_of(child)), types_.type_of(child)});
  });
  row.parameter_count = static_cast<uint32_t>(builder_.parameters.size()) - row.first_parameter;
}

void DeclarationReader::take_variable(Die die) {
  if (!symbol_to_take(die).empty()) add_variable(die, name_of(die), format::kDefined | format::kExtern);
}

void DeclarationReader::add_variable(Die die, std::string_view name, uint16_t flags) {
  format::DeclarationRow row{};
  row.name = builder_.string(name);
  row.flags = flags;
  row.type = types_.type_of(die);
  places_.set(die, row);
  format::VariableRow variable{};
  variable.value_kind = format::MacroValue::kNotExpression;
  builder_.variables.push_back(variable);
  builder_.declarations(DeclarationKind::kVariable).push_back(row);
}

}  // namespace elle::core::debug_info
