// The way back from format.h's bytes to values and chunks.
//
// The image lies in the program and its checksum was compared, so what does not fit together was made by another build.
// Then no more is needed than that loading fails: every read past the end, every count too large and every index
// without an atom makes the reader fail and the whole load be given up. What is read until then may be nonsense but
// must be harmless: counts are held against the bytes that are left before anything is allocated, and chunks are not
// run before `failed` was asked.
//
// Laziness is what makes a session start fast: `chunk_for_later` reads only the head of a function and leaves one
// instruction, kComplete, as its code. The first call runs that instruction, which has the rest read
// (LoadedImage::complete) and starts the function again. So nothing may look into the code, constants or documentation
// of a chunk of the library without Chunk::complete before it; its name, its parameters' count and its place are always
// there.
//
// Nothing here can collect, so values under construction need no roots; and nothing here recurses deeper than the
// source of the library nests.
#include "lang/image/decoder.h"

#include "lang/data/map.h"

namespace elle::lang {

using image::ValueKind;

// --- Chunks -----------------------------------------------------------------

Chunk* ImageDecoder::chunk() {
  Chunk* chunk = chunk_head();
  in_.take<uint32_t>();
  chunk_rest(*chunk);
  return chunk;
}

Chunk* ImageDecoder::chunk_for_later(ChunkStore& store) {
  Chunk* chunk = chunk_head();
  const uint32_t size = in_.count(1);
  chunk->store = &store;
  chunk->stored = in_.skip(size);
  chunk->code.push_back(encode(Opcode::kComplete));
  return chunk;
}

Chunk* ImageDecoder::chunk_head() {
  auto* chunk = runtime_.heap.make<Chunk>(Tag::kChunk);
  const auto name = in_.take<uint32_t>();
  if (name > atoms_.size())
    in_.fail();
  else if (name)
    chunk->name = atoms_.at(name - 1);
  chunk->flags = Chunk::kLibrary;
  chunk->span = span();
  chunk->required = in_.take<uint16_t>();
  chunk->optional = in_.take<uint16_t>();
  chunk->registers = in_.take<uint16_t>();
  const auto flags = in_.take<uint8_t>();
  chunk->has_rest = flags & image::kHasRest;
  chunk->top_level = flags & image::kTopLevel;
  chunk->keys.resize(in_.count(6));
  for (KeyParameter& key : chunk->keys) {
    key.keyword = atom();
    key.slot = in_.take<uint16_t>();
  }
  const bool simple = !chunk->optional && !chunk->has_rest && chunk->keys.empty();
  chunk->exact_count = simple ? chunk->required : Chunk::kAny;
  return chunk;
}

void ImageDecoder::chunk_rest(Chunk& chunk) {
  chunk.docstring = value();
  chunk.parameters = value();
  array(chunk.code);
  array(chunk.spans);
  if (distance_)
    for (SpanEntry& entry : chunk.spans) entry.span = moved(entry.span);
  chunk.captures.resize(in_.count(4));
  for (Capture& capture : chunk.captures) {
    capture.from_register = in_.take<uint16_t>() != 0;
    capture.index = in_.take<uint16_t>();
  }
  chunk.handlers.resize(in_.count(16));
  for (Handler& handler : chunk.handlers) {
    handler = {in_.take<uint32_t>(), in_.take<uint32_t>(), in_.take<uint32_t>(), in_.take<uint16_t>(), false};
    handler.cleanup = in_.take<uint16_t>() != 0;
  }
  chunk.constants.resize(in_.count(1), nil());
  for (Value& constant : chunk.constants) constant = value();
  runtime_.heap.count_external(chunk.code.size() * sizeof(Instruction));
}

// Of things that lie in the image as they do in memory.
template <class T>
void ImageDecoder::array(std::vector<T>& items) {
  const uint32_t count = in_.count(sizeof(T));
  items.resize(count);
  if (const std::byte* from = in_.skip(count * sizeof(T)); from && count)
    std::memcpy(static_cast<void*>(items.data()), from, count * sizeof(T));
}

// --- Values -----------------------------------------------------------------

Span ImageDecoder::span() {
  const auto begin = in_.take<uint32_t>();
  return moved({begin, in_.take<uint32_t>()});
}

Value ImageDecoder::value() {
  switch (in_.take<ValueKind>()) {
    case ValueKind::kImmediate:
      return immediate();
    case ValueKind::kAtom:
      if (Symbol* symbol = atom()) return object_value(symbol->kind, symbol);
      return nil();
    case ValueKind::kString:
      return runtime_.string(in_.text());
    case ValueKind::kBigInt:
      return big_integer();
    case ValueKind::kList:
      return list();
    case ValueKind::kVector:
      return vector();
    case ValueKind::kMap:
      return map();
    case ValueKind::kBytes:
      return bytes();
    case ValueKind::kChunk:
      return object_value(Tag::kChunk, chunk());
    case ValueKind::kCell:
      if (Cell* variable = cell()) return object_value(Tag::kCell, variable);
      return nil();
    case ValueKind::kDefined:
      if (Cell* variable = cell()) return variable->value;
      return nil();
  }
  in_.fail();
  return nil();
}

Value ImageDecoder::immediate() {
  const auto tag = in_.take<Tag>();
  if (tag > Tag::kUnbound) in_.fail();
  return make_value(tag, in_.take<uint64_t>());
}

Value ImageDecoder::big_integer() {
  const bool negative = in_.take<uint8_t>() != 0;
  const uint32_t count = in_.count(sizeof(uint64_t));
  BigInt* number = runtime_.heap.big_integer(negative ? -1 : 1, count);
  for (uint32_t i = 0; i < count; i++) number->limbs[i] = in_.take<uint64_t>();
  return object_value(Tag::kBigInt, number);
}

Value ImageDecoder::list() {
  const uint32_t count = in_.count(9);
  Pair* last = nullptr;
  Value whole = nil();
  for (uint32_t i = 0; i < count; i++) {
    const Span place = span();
    Pair* next = runtime_.heap.pair(value(), nil(), place);
    (last ? last->tail : whole) = object_value(Tag::kPair, next);
    last = next;
  }
  (last ? last->tail : whole) = value();
  return whole;
}

Value ImageDecoder::vector() {
  const uint32_t count = in_.count(1);
  Vector* vector = runtime_.heap.vector(count);
  for (uint32_t i = 0; i < count; i++) runtime_.heap.vector_push(vector, value());
  return object_value(Tag::kVector, vector);
}

Value ImageDecoder::map() {
  const uint32_t count = in_.count(2);
  Map* map = runtime_.heap.map();
  for (uint32_t i = 0; i < count; i++) {
    Value key = value();
    map_put(runtime_.heap, *map, key, value());
  }
  return object_value(Tag::kMap, map);
}

Value ImageDecoder::bytes() {
  const std::string_view content = in_.text();
  Bytes* bytes = runtime_.heap.bytes(content.size());
  if (!content.empty()) std::memcpy(bytes->data, content.data(), content.size());
  return object_value(Tag::kBytes, bytes);
}

Symbol* ImageDecoder::atom() {
  const auto index = in_.take<uint32_t>();
  if (index < atoms_.size()) return atoms_.at(index);
  in_.fail();
  return nullptr;
}

Cell* ImageDecoder::cell() {
  Symbol* name = atom();
  return name ? runtime_.prelude->cell(runtime_.heap, name) : nullptr;
}

}  // namespace elle::lang
