// How a C name is written in Lisp: `SDL_CreateWindow` is `sdl-create-window`.
#pragma once

#include <string>
#include <string_view>

namespace elle::lang {

std::string lisp_spelling(std::string_view c_name);

// A name in lower case without `_` may be the Lisp spelling of a function.
bool is_lisp_spelling(std::string_view name);

}  // namespace elle::lang
