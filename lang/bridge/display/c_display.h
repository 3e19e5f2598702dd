// What the prompt shows of pointers, C memory, C functions, numbers of C enums, libraries and types.
#pragma once

#include <string>

#include "lang/display/show_options.h"
#include "lang/value/value.h"

namespace elle::lang {

class Bridge;

// Whole lines; empty for a value that has nothing to do with C.
std::string c_display(Bridge& bridge, Value value, const ShowOptions& options);

}  // namespace elle::lang
