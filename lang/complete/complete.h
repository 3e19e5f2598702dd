// What could stand where something is being typed, and the signature of the call there.
#pragma once

#include <optional>

#include "lang/complete/completions.h"
#include "lang/complete/recent_names.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// At `cursor`, a byte offset in `text`, as `module` sees names; nothing in a comment. Runs nothing. `recent` may be
// null. REQUIRES: the session has a bridge.
Completions complete_text(Runtime& runtime, const Module& module, const RecentNames* recent, std::string_view text,
                          size_t cursor);

// Of the innermost call around `cursor` that is known, as `module` sees it; nothing in a comment. Runs nothing.
std::optional<Hint> hint_at(Runtime& runtime, const Module& module, std::string_view text, size_t cursor);

// `completions` and `signature-hint`.
void define_completion_builtins(Runtime& runtime);

}  // namespace elle::lang
