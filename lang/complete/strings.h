// Completion inside a string: of a file's name, or of what the call makes of the text.
#pragma once

#include "lang/complete/completions.h"
#include "lang/complete/expectation.h"

namespace elle::lang {

// REQUIRES: the outline's atom at the cursor is a string.
Completions complete_string(Runtime& runtime, const Outline& outline, Expected expected);

}  // namespace elle::lang
