// What a session has loaded: headers, and the libraries that their functions are in.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/declarations/header_loader.h"
#include "core/declarations/type_loader.h"
#include "core/library/library.h"
#include "core/thunk/header_addresses.h"

namespace elle::lang {

struct LibraryMacros;  // lang/bridge/names/macro_values.h

// One `load-header-with-lib`, or a library opened alone.
struct LoadedLibrary {
  std::string name{};    // what names are reached by: `sqlite/sqlite3_open` with `:as sqlite`; "" when only loaded
  std::string header{};  // as asked for; "" for a library without one
  core::HeaderRequest request{};  // with what it takes to read the header again
  std::string package{};          // that use-library found it by
  bool from_cache = false;        // rather than parsed
  std::string change_told{};      // what was said last of its change on the disk
  std::shared_ptr<core::Library> library{};
  std::vector<std::string> paths{};  // of all the libraries the header belongs to
  // Null for a library without a header.
  std::shared_ptr<const core::DeclarationsFile> file{};
  std::shared_ptr<core::TypeLoader> types{};
  std::shared_ptr<core::HeaderAddresses> header_addresses{};
  std::shared_ptr<LibraryMacros> macros{};  // made when a macro is first evaluated
};

struct Libraries {
  std::deque<LoadedLibrary> loaded;   // in the order they were; never taken away, so that their places last
  std::deque<LoadedLibrary> retired;  // what headers said before they were read again: values are still of its types
};

}  // namespace elle::lang
