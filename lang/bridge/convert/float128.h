// C's _Float128, as long_double.h has long double: one that a double holds is read as a double, any other stays C
// memory of a _Float128. Its bytes are all that is seen of it here: not every C++ compiler has such a type.
#pragma once

#include <cstddef>
#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

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
