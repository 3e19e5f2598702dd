// Structural equality and hashing (`=`, map keys, `match`).
#pragma once

#include "lang/value/value.h"

namespace elle::lang {

// Numbers by value (2 and 2.0 are equal), strings, lists, vectors, maps and bytes by content, C pointers by address,
// all else by identity. Any depth is fine; of data that contains itself, two values are equal when they cannot be told
// apart by following the same path into both.
bool equal(Value a, Value b);
// Agrees with `equal`: equal values hash alike.
uint64_t hash(Value value);

}  // namespace elle::lang
