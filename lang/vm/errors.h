// Errors that others than the machine raise as well.
#pragma once

#include <string_view>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// "Nothing is called `prnt`.", with the nearest names that `module` can see.
Failed unknown_name(Runtime& runtime, const Module& module, std::string_view name);

}  // namespace elle::lang
