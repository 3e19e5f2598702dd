// Arithmetic of constant expressions as C defines it: promotion, the usual conversions (C17 6.3.1) and the operators.
#pragma once

#include <optional>
#include <string_view>

#include "core/macros/value.h"

namespace elle::core::macros {

// An integer of the kind, its bits cut to size and extended.
Value make_integer(Scope& scope, ScalarKind kind, uint64_t bits);
// A floating value rounded to the kind.
Value make_floating(Scope& scope, ScalarKind kind, long double real);

// Integer promotion; any other value is left as it is.
Value promote(Scope& scope, Value value);

// REQUIRES: both are integers or floating. nullopt for what C forbids (`1.5 % 2`, division by zero).
std::optional<Value> binary(Scope& scope, std::string_view op, const Value& left, const Value& right);

// The value converted to a type, as a cast does. kExpression when only the running program could; nullopt when it makes
// no sense.
std::optional<Value> cast(Scope& scope, TypeHandle type, const Value& value);

// Whether an integer, floating or pointer value differs from zero.
bool is_true(const Value& value);

}  // namespace elle::core::macros
