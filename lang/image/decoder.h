// Values and chunks out of the bytes of an image: see format.h, and writer.cpp for the other direction.
#pragma once

#include <vector>

#include "lang/code/chunk.h"
#include "lang/image/atoms.h"
#include "lang/image/reader.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class ImageDecoder {
 public:
  // `distance` moves spans; `in` says afterwards whether all went well. Nothing here can collect.
  ImageDecoder(Runtime& runtime, ImageAtoms& atoms, uint32_t distance, ImageReader& in)
      : runtime_(runtime), atoms_(atoms), distance_(distance), in_(in) {}

  // A whole chunk.
  Chunk* chunk();
  // A chunk that asks `store` for its rest when it is needed.
  Chunk* chunk_for_later(ChunkStore& store);
  void chunk_rest(Chunk& chunk);
  // Null when the image is damaged.
  Cell* cell();

 private:
  Chunk* chunk_head();
  template <class T>
  void array(std::vector<T>& items);
  Value value();
  Value immediate();
  Value big_integer();
  Value list();
  Value vector();
  Value map();
  Value bytes();
  Symbol* atom();
  Span span();
  Span moved(Span span) const { return span.known() ? Span{span.begin + distance_, span.end + distance_} : span; }

  Runtime& runtime_;
  ImageAtoms& atoms_;
  uint32_t distance_;
  ImageReader& in_;
};

}  // namespace elle::lang
