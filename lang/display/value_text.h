// What stands in a display: one value on one line.
#pragma once

#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// As `write` prints it, but a number of a C enum by its name; at most `limit` characters, 0 for no limit.
std::string item_text(const Runtime& runtime, Value value, size_t limit);

}  // namespace elle::lang
