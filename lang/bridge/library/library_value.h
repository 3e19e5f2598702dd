// A loaded library as a Lisp value.
#pragma once

#include <fmt/format.h>

#include "lang/bridge/library/loaded_library.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class LibraryBody : public OpaqueBody {
 public:
  explicit LibraryBody(LoadedLibrary& library) : library_(library) {}
  LoadedLibrary& library() const { return library_; }
  std::string_view type_name() const override { return "library"; }
  std::string describe() const override {
    const std::string file = library_.library ? library_.library->name() : "the program";
    return library_.header.empty() ? fmt::format("#<library {}>", file)
                                   : fmt::format("#<library {} with {}>", file, library_.header);
  }

 private:
  LoadedLibrary& library_;
};

inline Value library_value(Runtime& runtime, LoadedLibrary& library) {
  return runtime.opaque(std::make_unique<LibraryBody>(library));
}

}  // namespace elle::lang
