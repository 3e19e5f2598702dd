// `?name` at the prompt: the documentation of a name.
#pragma once

#include <string>
#include <string_view>

namespace elle::shell {

// The form that a question stands for, `(print-documentation 'name)` for `?name` or `? name`; "" for any other text.
std::string question_form(std::string_view typed);

}  // namespace elle::shell
