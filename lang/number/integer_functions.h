// What integers offer beyond the four operations. Each result is in its one form.
#pragma once

#include "lang/number/number.h"

namespace elle::lang {

enum class BitOperation : uint8_t { kAnd, kOr, kXor };

// REQUIRES: integers, for all that takes values here.
Value bitwise(Heap& heap, BitOperation operation, Value a, Value b);  // as in two's complement of any length
Value bitwise_not(Heap& heap, Value a);
// Left for a positive count, else right, rounding down. An error when the result would be too large.
Result<Value> shift(Runtime& runtime, Value a, int64_t count);
Value greatest_common_divisor(Heap& heap, Value a, Value b);
Result<Value> least_common_multiple(Runtime& runtime, Value a, Value b);
// base^exponent. REQUIRES: exponent >= 0.
Result<Value> integer_power(Runtime& runtime, Value base, Value exponent);
// The largest integer whose square is at most `a`. REQUIRES: a >= 0.
Value integer_square_root(Heap& heap, Value a);
bool is_odd(Value a);
// -1, 0 or 1.
int integer_sign(Value a);

}  // namespace elle::lang
