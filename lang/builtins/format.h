// Text from a control string and values: what printf, fprintf, format and error messages share.
#pragma once

#include <string>
#include <string_view>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// The control string is argument `control`, the values are those after it. Errors name the function, the directive and
// what is wrong with its argument.
Result<std::string> format_arguments(Runtime& runtime, Args args, uint32_t control);

// How `format` documents itself, for the docstrings of all who use it.
#define ELLE_FORMAT_DIRECTIVES                                                                                     \
  "Directives: ~a as for people, ~s readable, ~d ~x ~o ~b integer in base 10, 16, 8, 2, ~f fixed point, ~e with "  \
  "exponent, ~c character, ~n or ~% line end, ~~ a tilde, ~{...~} over the items of a list or vector, in which "   \
  "~^ ends when none is left. ~10a pads to 10 columns (text to the right, numbers to the left), ~6,'0d pads with " \
  "0, ~,2f has 2 decimals."

}  // namespace elle::lang
