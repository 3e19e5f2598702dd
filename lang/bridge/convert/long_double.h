// C's long double, whose 64 bits of mantissa are more than the 53 of a double. One that a double holds is read as a
// double. Any other stays what it is: C memory of a long double, which is shown exactly, can be passed on, stored, and
// made a double by `cast`. So nothing is rounded that nobody asked to round.
#pragma once

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

}  // namespace elle::lang
