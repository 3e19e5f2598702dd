// The folder kept between runs: declarations files and what pkg-config said. Where it is, what is in it, and how to
// empty it.
//
//     gtk.h-5c0a….decl              what the headers of a request declare
//     libfoo.so.1-91be….decl        what a library's debug information says
//     gtk.h-inline-03d7….thunk.so   a compiled C text
//     packages.txt                  what pkg-config has answered
//     ….decl.k3Xq9a                 being written, or left by a process that was killed
//
// The digits are a hash of what the entry was made for.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace elle::core {

// $ELLE_CACHE, else $XDG_CACHE_HOME/elle, else ~/.cache/elle. Empty when none of them is set.
std::string default_cache_folder();

// How the names of compiled C texts in the cache end (core/thunk/c_compiler.h).
inline constexpr std::string_view kThunkSuffix = ".thunk.so";

// Whether entries can be kept there; makes the folder if need be. False for "".
bool can_keep(const std::string& folder);

struct CacheEntry {
  std::string path;
  std::string about;    // for people: the headers, or what else it holds
  std::string request;  // HeaderRequest::text(); empty of what is no declarations file that can be read
  uint64_t size = 0;    // bytes
  std::chrono::seconds age{0};
  bool valid = false;
  std::string why_not;  // of an entry that is not valid
};

// Newest first. A folder that is not there is an empty cache.
std::vector<CacheEntry> list_cache(const std::string& folder);

// Removes every entry, also what processes that were stopped have left, and says how many there were.
Result<size_t> clear_cache(const std::string& folder);

}  // namespace elle::core
