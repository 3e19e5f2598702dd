// Whether a type of a header and one of a library's debug information are the same type, by their names: what records
// and enums consist of is compared on its own, once for each.
#pragma once

#include "core/types/type_table.h"

namespace elle::core {

// Qualifiers are not looked at: no call depends on them.
bool agree(const TypeTable& types, TypeId declared, TypeId compiled);

}  // namespace elle::core
