// Maps that are alike, as the rows of one table.
#pragma once

#include <optional>
#include <string>

#include "lang/display/show_options.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// Of a list or vector of two or more maps with the same keys and nothing nested in them; nothing for all else, and
// where the screen is too narrow for a table.
std::optional<std::string> record_table(const Runtime& runtime, Value rows, const ShowOptions& options);

}  // namespace elle::lang
