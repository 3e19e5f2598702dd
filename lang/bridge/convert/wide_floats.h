// C's floating types that are wider than a double: long double, whose 64 bits of mantissa are more than its 53, and
// _Float128. A number that a double holds is read as a double. Any other stays what it is: C memory of its type, which
// is shown exactly, can be passed on, stored, and made a double by `cast`. So nothing is rounded that nobody asked to
// round.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

Value long_double_value(Runtime& runtime, long double number);

// Of a number, and of C memory of a long double; nothing of anything else.
std::optional<long double> to_long_double(const BridgeContext& bridge, Value value);
// C memory of a long double: what long_double_value gives for one that no double holds.
bool is_long_double(const BridgeContext& bridge, Value value);

// The shortest decimal text that reads back as the same number.
std::string long_double_text(long double number);
// Of a decimal or hexadecimal number as C writes it, without a suffix; nothing when the text is anything else.
std::optional<long double> parse_long_double(std::string_view text);

// The same of _Float128, of which only the bytes are seen here: not every C++ compiler has such a type.
Value float128_value(Runtime& runtime, const std::byte* from);
// C memory of a _Float128: what float128_value gives for one that no double holds.
bool is_float128(const BridgeContext& bridge, Value value);

// Writes a number of any kind; false for anything else.
bool to_float128(const BridgeContext& bridge, Value value, std::byte* to);
// Writes the number that a decimal or hexadecimal text is; false when it is none.
bool parse_float128(const std::string& text, std::byte* to);

// The shortest decimal text that reads back as the same number.
std::string float128_text(const std::byte* from);
// The nearest long double.
long double rounded_float128(const std::byte* from);

}  // namespace elle::lang
