// What `elle cache list` prints.
#pragma once

#include <string>
#include <vector>

#include "core/declarations/header_cache.h"

namespace elle::lang {

// One line an entry, in columns, below a line of titles; says so when there is none.
std::string cache_table(const std::vector<core::CacheEntry>& entries);

}  // namespace elle::lang
