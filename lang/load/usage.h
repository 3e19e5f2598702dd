// How a call of a Lisp function is written: "(area width &rest more)".
#pragma once

#include <string>
#include <string_view>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// What a docstring begins with, "(dotimes [i n] body…) runs …", where the parameters say less; "" when it does not.
std::string_view stated_usage(std::string_view name, std::string_view docstring);

// What follows the stated usage, as sentences.
std::string sentences_after(std::string_view text);

// From the parameter list as it is written, (a b) or [a b].
std::string usage_of_parameters(std::string_view name, std::string_view parameters);

struct Usage {
  std::string call;            // "(area width &rest more)"; "(let name value) or (let [name value …] body…)"
  std::string_view sentences;  // what it does, as its documentation says it; may begin with small letters
};

// Of a function, macro or builtin that `name` is bound to; an empty call for any other value.
Usage usage_of(const Runtime& runtime, std::string_view name, Value value);
// Of a special form; an empty call for any other name.
Usage usage_of_special_form(std::string_view name);

}  // namespace elle::lang
