// Exact integers of any size and doubles. Every integer result is in its one form: kInteger where it fits int64_t,
// kNatural where it fits only uint64_t, kBigInt beyond. The only folder that knows GMP.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lang/heap/heap.h"

namespace elle::lang {

// -1, 0, 1, or kUnordered (a NaN). Exact between integers and doubles. REQUIRES: both are numbers, as below.
inline constexpr int kUnordered = 2;
int compare_numbers(Value a, Value b);
bool numbers_equal(Value a, Value b);
uint64_t number_hash(Value number);

// "42", "-7", "0xff", "0b1010", "0o17", "1_000_000", "1.5e3"; nothing when it is not a number.
std::optional<Value> parse_number(Heap& heap, std::string_view text);
// An optional sign and digits of `base` (2 to 36).
std::optional<Value> parse_integer(Heap& heap, std::string_view text, int base);
std::string integer_text(Value integer, int base = 10);
// The shortest text that reads back as the same double; "1.0", "1e+20", "nan", "inf".
std::string double_text(double number);

// Exact conversions for C types. Nothing when out of range.
std::optional<uint64_t> to_uint64(Value integer);
double to_double(Value number);
// REQUIRES: `whole` is finite and has no fraction.
Value integer_from_double(Heap& heap, double whole);
// From a 128-bit two's complement number.
Value from_int128(Heap& heap, __int128 value);
Value from_uint128(Heap& heap, unsigned __int128 value);
// Two's complement; nothing when the integer does not fit.
std::optional<unsigned __int128> to_128_bits(Value integer, bool is_signed);

}  // namespace elle::lang
