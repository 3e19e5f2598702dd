// What stands in a display: one value on one line, and numbers as people read them.
#pragma once

#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// As `write` prints it, but a number of a C enum by its name; at most `limit` characters, 0 for no limit.
std::string item_text(const Runtime& runtime, Value value, size_t limit);

// 10000 is "10,000".
std::string grouped(uint64_t number);

}  // namespace elle::lang
