// Type names (C17 6.7.7) within expressions: `unsigned long`, `struct stat *`, `void (*)(int)`.
#pragma once

#include <functional>
#include <optional>

#include "core/macros/token.h"
#include "core/macros/value.h"

namespace elle::core::macros {

// Folds the length of an array, between its brackets; nullopt when it has no constant value.
using LengthParser = std::function<std::optional<uint64_t>(Cursor& cursor)>;

// Takes a type name off the cursor. nullopt, with the cursor where it was, when there is none.
std::optional<TypeHandle> parse_type_name(Scope& scope, Cursor& cursor, const LengthParser& length);

}  // namespace elle::core::macros
