// Exact integers: what GMP does on them, each result in its one form. Nothing here fails: what may be divided by, and
// how large a result may become, the caller asks first (lang/arithmetic does, and says what is wrong).
#pragma once

#include "lang/number/number.h"

namespace elle::lang {

// Results longer than this are an error.
inline constexpr uint64_t kMaxIntegerBits = uint64_t{1} << 30;

// GMP cannot be told that there is no memory, and may not be left by an exception: of what it takes through these, the
// last resort is the reserve, and then the process ends. So whoever wants a long result asks for its memory first, as
// many times over as GMP may want beside it. For the whole process; again is harmless.
inline constexpr uint64_t kIntegerWorkspace = 8;
void give_integers_the_reserve();

// REQUIRES: integers, for all that takes values here; and of those that divide, that b is not zero.
Value add_integers(Heap& heap, Value a, Value b);
Value subtract_integers(Heap& heap, Value a, Value b);
Value multiply_integers(Heap& heap, Value a,
                        Value b);  // REQUIRES: integer_bits(a) + integer_bits(b) <= kMaxIntegerBits
bool divides(Value b, Value a);
Value divide_exactly(Heap& heap, Value a, Value b);     // REQUIRES: divides(b, a)
Value integer_quotient(Heap& heap, Value a, Value b);   // truncated
Value integer_remainder(Heap& heap, Value a, Value b);  // sign of a
Value integer_modulo(Heap& heap, Value a, Value b);     // sign of b

enum class BitOperation : uint8_t { kAnd, kOr, kXor };
Value bitwise(Heap& heap, BitOperation operation, Value a, Value b);  // as in two's complement of any length
Value bitwise_not(Heap& heap, Value a);
// REQUIRES: integer_bits(a) + count <= kMaxIntegerBits.
Value shifted_left(Heap& heap, Value a, uint64_t count);
Value shifted_right(Heap& heap, Value a, uint64_t count);  // rounding down

Value greatest_common_divisor(Heap& heap, Value a, Value b);
// REQUIRES: integer_bits(a) + integer_bits(b) <= kMaxIntegerBits.
Value least_common_multiple(Heap& heap, Value a, Value b);
// base^exponent. REQUIRES: integer_bits(base) * exponent <= kMaxIntegerBits.
Value integer_power(Heap& heap, Value base, uint64_t exponent);
// The largest integer whose square is at most `a`. REQUIRES: a >= 0.
Value integer_square_root(Heap& heap, Value a);

bool is_odd(Value a);
// -1, 0 or 1.
int integer_sign(Value a);
// Of the magnitude; 1 for zero.
uint64_t integer_bits(Value a);

}  // namespace elle::lang
