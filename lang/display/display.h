// How the prompt shows a value: for people, laid out for their screen, with what there is to know of it. What can be
// read back is printed by lang/print.
#pragma once

#include <string>

#include "lang/display/show_options.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// Whole lines.
std::string display_text(const Runtime& runtime, Value value, const ShowOptions& options);

// For who reads `output`: its width and colours.
ShowOptions options_for(const Output& output);

// `show`
void define_display_builtins(Runtime& runtime);

}  // namespace elle::lang
