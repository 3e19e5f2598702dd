// `elle cache`: the parsed headers and compiled texts that are kept between runs, for people.
#pragma once

#include <string>

#include "core/base/result.h"

namespace elle::lang {

// The folder they are in.
std::string cache_path();
// One line an entry, in columns.
core::Result<std::string> cache_list();
// Removes all of them and says how many there were.
core::Result<std::string> cache_clear();

}  // namespace elle::lang
