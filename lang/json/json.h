// JSON (RFC 8259) to values and back. Objects become maps, arrays vectors, null nil; integers are exact at any size.
#pragma once

#include <string>
#include <string_view>

#include "lang/runtime/runtime.h"

namespace elle::lang {

// Keys become strings, or keywords. REQUIRES: `text` is valid UTF-8.
Result<Value> parse_json(Runtime& runtime, std::string_view text, bool keyword_keys);

// nil is null, so an empty list is too; keys may be strings, keywords or symbols.
Result<std::string> write_json(Runtime& runtime, Value value, bool pretty);

}  // namespace elle::lang
