// DWARF's base types (5.1) as C's scalars.
#pragma once

#include <optional>

#include "core/debug_info/die.h"
#include "core/declarations/format.h"

namespace elle::core::debug_info {

// Nothing for one that C's list does not have: `_BitInt(7)`, `_Float16`.
std::optional<format::TypeKind> scalar_of(Die base);

}  // namespace elle::core::debug_info
