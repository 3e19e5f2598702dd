// The body of a C function whose result is the value of its text's last statement, as Lisp's functions have theirs.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace elle::core {

// `x + y;` returns the sum; `int r = x + y;` returns r; `return` says what it says. No line of the text changes its
// number. An error (kind `syntax`) when the text has no `return` and its last statement no value.
Result<std::string> body_with_result(std::string_view text);
// The same text for a function without a result.
std::string body_without_result(std::string_view text);

// The words of a C text: names, keywords.
std::set<std::string, std::less<>> words_of(std::string_view text);

}  // namespace elle::core
