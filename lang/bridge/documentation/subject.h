// What somebody asks about: a name in any spelling, or the value itself.
#pragma once

#include <optional>
#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// "gtk_window_new" of the symbol, the string or the C function; the tag of a type. nullopt for what has no name.
std::optional<std::string> name_asked_for(Runtime& runtime, Value subject);

// The function of Lisp that `subject` is, or names as `module` sees it; nil when it is none. A builtin is none: its
// text is C++.
Value lisp_function(Runtime& runtime, const Module& module, Value subject);

}  // namespace elle::lang
