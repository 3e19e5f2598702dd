// Literals: the value of a number, character or string token (C17 6.4.4, 6.4.5).
#pragma once

#include <optional>
#include <string>

#include "core/macros/token.h"
#include "core/macros/value.h"

namespace elle::core::macros {

// An integer or floating constant with the type its form and suffix give it; nullopt when it is neither.
std::optional<Value> number_value(Scope& scope, std::string_view text);

// A character constant, also a prefixed or a multi-character one.
std::optional<Value> character_value(Scope& scope, std::string_view text);

// The bytes of a string literal; nullopt for wide ones and unknown escapes.
std::optional<std::string> string_bytes(std::string_view text);

}  // namespace elle::core::macros
