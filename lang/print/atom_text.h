// The text of one value that has no parts to print: everything but lists, vectors and maps.
#pragma once

#include "lang/print/printer.h"

namespace elle::lang {

// Appends to `out`; stops early, somewhere past `budget` bytes of `out`, when the text is longer.
void append_atom(std::string& out, const ViewAccess* views, Value value, PrintStyle style, size_t budget);

}  // namespace elle::lang
