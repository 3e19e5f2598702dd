// The names of an image, made into symbols as they are met.
#pragma once

#include <vector>

#include "lang/image/format.h"
#include "lang/image/reader.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class ImageAtoms {
 public:
  explicit ImageAtoms(Runtime& runtime) : runtime_(runtime) {}

  // The table at `in`, which must stay where it is.
  void read(ImageReader& in);
  size_t size() const { return symbols_.size(); }
  // REQUIRES: index < size().
  Symbol* at(uint32_t index) {
    if (!symbols_[index]) symbols_[index] = make(index);
    return symbols_[index];
  }
  // The fresh names among them; interned ones need it not.
  void mark(Marker& marker) const;

 private:
  struct Entry {
    uint32_t begin;
    uint16_t length;
    image::AtomKind kind;
    uint8_t zero;
  };
  Symbol* make(uint32_t index) const;

  Runtime& runtime_;
  const std::byte* entries_ = nullptr;
  std::string_view texts_;
  std::vector<Symbol*> symbols_;
};

}  // namespace elle::lang
