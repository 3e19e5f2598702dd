// What could stand where something is being typed.
#pragma once

#include "lang/complete/completions.h"
#include "lang/complete/recent_names.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// At `cursor`, a byte offset in `text`, as `module` sees names; nothing in a comment. Runs nothing. `recent` may be
// null. REQUIRES: the session has a bridge.
Completions complete_text(Runtime& runtime, const Module& module, const RecentNames* recent, std::string_view text,
                          size_t cursor);

}  // namespace elle::lang
