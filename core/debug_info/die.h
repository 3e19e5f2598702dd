// The little of libdw's C interface that needs wrapping: debugging information entries (DIEs) and their attributes, as
// the DWARF standard, version 5, defines them.
#pragma once

#include <cstdint>
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <optional>
#include <string_view>

namespace elle::core::debug_info {

using Die = Dwarf_Die;

// libdw takes entries by pointers that are not const, so these take them by value: three words.

// DW_AT_name, also of the entry that this one says more about; "" for none.
inline std::string_view name_of(Die die) {
  const char* name = dwarf_diename(&die);
  return name ? name : std::string_view();
}

inline int tag_of(Die die) { return dwarf_tag(&die); }

// What tells entries of one process apart.
inline const void* identity_of(const Die& die) { return die.addr; }

inline bool has(Die die, unsigned attribute) { return dwarf_hasattr_integrate(&die, attribute) != 0; }

// A flag (2.2): there and true.
inline bool is_set(Die die, unsigned attribute) {
  Dwarf_Attribute found;
  bool value = false;
  return dwarf_attr_integrate(&die, attribute, &found) && dwarf_formflag(&found, &value) == 0 && value;
}

// A constant (2.2); nothing when it is an expression that only a running program could give.
std::optional<uint64_t> number_of(Die die, unsigned attribute);

// A constant of an integer type: compilers write small ones in a form that says nothing of their sign.
int64_t value_of(Die die, unsigned attribute, bool is_unsigned);

std::string_view text_of(Die die, unsigned attribute);

// The entry that an attribute refers to.
std::optional<Die> reference_of(Die die, unsigned attribute);

// Calls `visit(child)` for each child.
template <class Visit>
void for_each_child(Die die, Visit visit) {
  Die child;
  if (dwarf_child(&die, &child) != 0) return;
  do visit(child);
  while (dwarf_siblingof(&child, &child) == 0);
}

}  // namespace elle::core::debug_info
