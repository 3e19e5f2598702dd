// Attributes are asked for "integrated": a definition outside of its declaration, or a copy of an inlined function,
// says only what is new, and refers to the entry that has the rest (DW_AT_specification, DW_AT_abstract_origin).
#include "core/debug_info/die.h"

namespace elle::core::debug_info {

std::optional<uint64_t> number_of(Die die, unsigned attribute) {
  Dwarf_Attribute found;
  Dwarf_Word value = 0;
  if (!dwarf_attr_integrate(&die, attribute, &found) || dwarf_formudata(&found, &value) != 0) return std::nullopt;
  return value;
}

int64_t value_of(Die die, unsigned attribute, bool is_unsigned) {
  Dwarf_Attribute found;
  if (!dwarf_attr_integrate(&die, attribute, &found)) return 0;
  unsigned form = dwarf_whatform(&found);
  bool says_sign = form == DW_FORM_sdata || form == DW_FORM_implicit_const;
  if (says_sign && !is_unsigned) {
    Dwarf_Sword value = 0;
    dwarf_formsdata(&found, &value);
    return value;
  }
  Dwarf_Word value = 0;
  dwarf_formudata(&found, &value);
  return static_cast<int64_t>(value);
}

std::string_view text_of(Die die, unsigned attribute) {
  Dwarf_Attribute found;
  const char* text = dwarf_attr_integrate(&die, attribute, &found) ? dwarf_formstring(&found) : nullptr;
  return text ? text : std::string_view();
}

std::optional<Die> reference_of(Die die, unsigned attribute) {
  Dwarf_Attribute found;
  Die target;
  if (!dwarf_attr_integrate(&die, attribute, &found) || !dwarf_formref_die(&found, &target)) return std::nullopt;
  return target;
}

}  // namespace elle::core::debug_info
