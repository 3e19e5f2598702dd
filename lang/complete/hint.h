// The signature of the call that is being typed.
#pragma once

#include <optional>

#include "lang/complete/completions.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// Of the innermost call around `cursor` that is known, as `module` sees it; nothing in a comment. Runs nothing.
std::optional<Hint> hint_at(Runtime& runtime, const Module& module, std::string_view text, size_t cursor);

}  // namespace elle::lang
