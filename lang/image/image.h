// The standard library as bytecode: made by the build, embedded in the program, run when a session starts. The format
// is in format.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lang/code/chunk.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class VM;

struct LibrarySource {
  std::string name;  // "stdlib/sequences.lisp"
  std::string text;
};

// Runs `sources` in the prelude, one after another, and returns the image of all they compiled to. A failure has its
// place in them.
Result<std::string> compile_library(VM& vm, const std::vector<LibrarySource>& sources);

// Defines in the prelude what the image holds. `image` must outlive the runtime: places in it point into its sources.
// A damaged image, or one of another version, is a failure.
Result<core::Done> load_image(VM& vm, std::span<const std::byte> image);

// The image inside the program. Defined by what the build makes of stdlib/, so only a whole session can link it.
std::span<const std::byte> embedded_image();

}  // namespace elle::lang
