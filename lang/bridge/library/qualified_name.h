// A name as a script writes it, `sqlite/open` or `open`: the part before the slash picks a header.
#pragma once

#include <string_view>

#include "lang/bridge/library/loaded_library.h"

namespace elle::lang {

struct QualifiedName {
  std::string_view prefix;  // empty when there is none
  std::string_view name;

  explicit QualifiedName(std::string_view full) : name(full) {
    const size_t slash = full.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == full.size()) return;
    prefix = full.substr(0, slash);
    name = full.substr(slash + 1);
  }

  // Every header is reached by `c/`, and by what it was loaded :as.
  bool reaches(const LoadedLibrary& library) const { return prefix.empty() || prefix == "c" || prefix == library.name; }
};

}  // namespace elle::lang
