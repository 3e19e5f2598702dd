// Which state of its headers a C text was made for.
#pragma once

#include <string>

#include "core/declarations/declarations_file.h"

namespace elle::core {

// A C comment, another one as soon as any of the headers has changed. A compiled text is kept by its content
// (c_compiler.h), so one with this in it is never found for other headers than it was compiled with.
std::string header_state(const DeclarationsFile& file);

}  // namespace elle::core
