// The standard library, written in Lisp and part of the program.
#pragma once

#include <span>
#include <string_view>

#include "lang/load/loader.h"

namespace elle::lang {

struct LibrarySource {
  std::string_view name;  // "stdlib/control.lisp"
  std::string_view text;
};

// In the order in which they are run. Defined by what the build makes of stdlib/.
std::span<const LibrarySource> library_sources();

// Runs the sources in the prelude.
Result<core::Done> load_standard_library(Runtime& runtime, Loader& loader);

}  // namespace elle::lang
