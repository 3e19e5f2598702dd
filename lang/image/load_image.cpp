// What the writer wrote, made again: read writer.cpp beside this.
#include <cassert>
#include <optional>

#include "core/base/hash.h"

#include "lang/image/format.h"
#include "lang/image/image.h"
#include "lang/image/reader.h"
#include "lang/value/map.h"
#include "lang/vm/disassemble.h"
#include "lang/vm/vm.h"

namespace elle::lang {

using image::AtomKind;
using image::ValueKind;

namespace {

class Loading {
 public:
  Loading(VM& vm, ImageReader& in) : vm_(vm), runtime_(vm.runtime()), in_(in), gensyms_(vm.runtime()) {}

  void atoms();
  void sources();
  Result<core::Done> forms();

 private:
  Chunk* chunk();
  template <class T>
  void array(std::vector<T>& items);
  Value value();
  Value immediate();
  Value big_integer();
  Value list();
  Value vector();
  Value map();
  Value bytes();
  Cell* cell();
  Symbol* atom();
  Span span() { return moved({in_.take<uint32_t>(), in_.take<uint32_t>()}); }
  Span moved(Span span) const { return span.known() ? Span{span.begin + distance_, span.end + distance_} : span; }

  VM& vm_;
  Runtime& runtime_;
  ImageReader& in_;
  std::vector<Symbol*> atoms_;
  Rooted gensyms_;  // nothing else keeps them until all forms are read
  uint32_t distance_ = 0;
};

void Loading::atoms() {
  atoms_.resize(in_.count(5));
  for (Symbol*& atom : atoms_) {
    const auto kind = in_.take<AtomKind>();
    const std::string_view text = in_.text();
    if (kind == AtomKind::kSymbol) {
      atom = runtime_.symbols.intern(text);
    } else if (kind == AtomKind::kKeyword) {
      atom = runtime_.symbols.intern_keyword(text);
    } else {
      atom = runtime_.heap.symbol(text, symbol_hash(text), Tag::kSymbol);
      gensyms_.value = runtime_.cons(object_value(Tag::kSymbol, atom), gensyms_.value);
    }
  }
}

void Loading::sources() {
  const auto first = in_.take<uint32_t>();
  const uint32_t count = in_.count(8);
  for (uint32_t i = 0; i < count; i++) {
    const std::string_view name = in_.text();
    const uint32_t begin = runtime_.sources.add_static(name, in_.text());
    if (i == 0) distance_ = begin - first;
  }
}

Result<core::Done> Loading::forms() {
  const uint32_t count = in_.count(1);
  for (uint32_t i = 0; i < count; i++) {
    Chunk* form = chunk();
    if (in_.failed()) break;
    assert(!verify(*form));
    TRY(vm_.call(object_value(Tag::kClosure, runtime_.heap.closure(form, 0)), {}));
  }
  return core::Done{};
}

template <class T>
void Loading::array(std::vector<T>& items) {
  const uint32_t count = in_.count(sizeof(T));
  items.resize(count);
  if (const std::byte* from = in_.skip(count * sizeof(T)); from && count)
    std::memcpy(static_cast<void*>(items.data()), from, count * sizeof(T));
}

Chunk* Loading::chunk() {
  auto* chunk = runtime_.heap.make<Chunk>(Tag::kChunk);
  const auto name = in_.take<uint32_t>();
  if (name > atoms_.size())
    in_.fail();
  else if (name)
    chunk->name = atoms_[name - 1];
  chunk->docstring = value();
  chunk->parameters = value();
  chunk->span = span();
  chunk->required = in_.take<uint16_t>();
  chunk->optional = in_.take<uint16_t>();
  chunk->registers = in_.take<uint16_t>();
  const auto flags = in_.take<uint8_t>();
  chunk->has_rest = flags & image::kHasRest;
  chunk->top_level = flags & image::kTopLevel;
  chunk->simple = flags & image::kSimple;
  array(chunk->code);
  array(chunk->spans);
  if (distance_)
    for (SpanEntry& entry : chunk->spans) entry.span = moved(entry.span);
  chunk->captures.resize(in_.count(4));
  for (Capture& capture : chunk->captures) {
    capture.from_register = in_.take<uint16_t>() != 0;
    capture.index = in_.take<uint16_t>();
  }
  chunk->handlers.resize(in_.count(16));
  for (Handler& handler : chunk->handlers) {
    handler = {in_.take<uint32_t>(), in_.take<uint32_t>(), in_.take<uint32_t>(), in_.take<uint16_t>(), false};
    handler.cleanup = in_.take<uint16_t>() != 0;
  }
  chunk->keys.resize(in_.count(6));
  for (KeyParameter& key : chunk->keys) {
    key.keyword = atom();
    key.slot = in_.take<uint16_t>();
  }
  chunk->constants.resize(in_.count(1), nil());
  for (Value& constant : chunk->constants) constant = value();
  runtime_.heap.count_external(chunk->code.size() * sizeof(Instruction));
  return chunk;
}

Value Loading::value() {
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

Value Loading::immediate() {
  const auto tag = in_.take<Tag>();
  if (tag > Tag::kUnbound) in_.fail();
  return make_value(tag, in_.take<uint64_t>());
}

Value Loading::big_integer() {
  const bool negative = in_.take<uint8_t>() != 0;
  const uint32_t count = in_.count(sizeof(uint64_t));
  BigInt* number = runtime_.heap.big_integer(negative ? -1 : 1, count);
  for (uint32_t i = 0; i < count; i++) number->limbs[i] = in_.take<uint64_t>();
  return object_value(Tag::kBigInt, number);
}

Value Loading::list() {
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

Value Loading::vector() {
  const uint32_t count = in_.count(1);
  Vector* vector = runtime_.heap.vector(count);
  for (uint32_t i = 0; i < count; i++) Heap::vector_push(vector, value());
  return object_value(Tag::kVector, vector);
}

Value Loading::map() {
  const uint32_t count = in_.count(2);
  Map* map = runtime_.heap.map();
  for (uint32_t i = 0; i < count; i++) {
    Value key = value();
    map_put(*map, key, value());
  }
  return object_value(Tag::kMap, map);
}

Value Loading::bytes() {
  const std::string_view content = in_.text();
  Bytes* bytes = runtime_.heap.bytes(content.size());
  if (!content.empty()) std::memcpy(bytes->data, content.data(), content.size());
  return object_value(Tag::kBytes, bytes);
}

Symbol* Loading::atom() {
  const auto index = in_.take<uint32_t>();
  if (index < atoms_.size()) return atoms_[index];
  in_.fail();
  return nullptr;
}

Cell* Loading::cell() {
  Symbol* name = atom();
  return name ? runtime_.prelude->cell(runtime_.heap, name) : nullptr;
}

// The bytes after the header, when the header fits them.
std::optional<std::span<const std::byte>> body_of(std::span<const std::byte> image) {
  ImageReader header(image);
  const std::byte* magic = header.skip(sizeof image::kMagic);
  const auto version = header.take<uint32_t>();
  const auto size = header.take<uint32_t>();
  const auto checksum = header.take<uint64_t>();
  if (header.failed() || std::memcmp(magic, image::kMagic, sizeof image::kMagic) != 0) return std::nullopt;
  if (version != image::kVersion || size != image.size()) return std::nullopt;
  const auto body = image.subspan(image::kHeaderSize);
  if (core::checksum64(body.data(), body.size()) != checksum) return std::nullopt;
  return body;
}

}  // namespace

Result<core::Done> load_image(VM& vm, std::span<const std::byte> image) {
  const auto damaged = [&vm] {
    return vm.runtime().fail(ErrorKind::kIo, "The image of the standard library is damaged or of another version.",
                             "Build or install Elle again.");
  };
  const auto body = body_of(image);
  if (!body) return damaged();
  ImageReader in(*body);
  Loading loading(vm, in);
  loading.atoms();
  loading.sources();
  TRY(loading.forms());
  if (in.failed() || !in.at_end()) return damaged();
  for (auto& [name, cell] : vm.runtime().prelude->cells)
    if (!cell->value.is(Tag::kUnbound)) cell->flags |= Cell::kConstant;
  return core::Done{};
}

}  // namespace elle::lang
