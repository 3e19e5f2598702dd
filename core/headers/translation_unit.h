// One parse: the request's includes as a translation unit in memory, or what the compiler has against them.
#pragma once

#include <clang-c/Index.h>

#include "core/base/result.h"
#include "core/declarations/header_loader.h"
#include "core/declarations/search_path.h"

namespace elle::core::headers {

// Errors (kind `header`): a header that is not found, or the first thing that does not compile. The unit is never
// disposed of: the process ends soon, and leaving the memory to the system is faster.
Result<CXTranslationUnit> parse_headers(const HeaderRequest& request, const SearchPath& search);

}  // namespace elle::core::headers
