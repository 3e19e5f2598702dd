#include "lang/heap/heap.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace elle::lang {

namespace {

constexpr size_t kBlockSize = 64 * 1024;
constexpr size_t kGranule = 16;
// Fresh cells enter the free list by so many bytes at a time: memory that is never needed is never touched.
constexpr size_t kCarved = 4 * 1024;
constexpr uint8_t kLarge = 255;
// The heap may grow to this before the first collection, and after each one to twice what was live.
constexpr size_t kFirstLimit = 8 * 1024 * 1024;

constexpr unsigned class_of(size_t size) { return static_cast<unsigned>((size + kGranule - 1) / kGranule - 1); }
constexpr size_t class_size(unsigned size_class) { return (size_class + 1) * kGranule; }

}  // namespace

// A free cell looks like an unmarked object of kind kNil, so that a sweep can tell it from a live one.
struct Heap::FreeCell : Object {
  FreeCell* next;
};

struct Heap::Block {
  Block* self;
  unsigned size_class;
  size_t carved;  // cells in use or in the free list; what lies beyond was never touched
  alignas(16) std::byte cells[];

  size_t cell_count() const { return (kBlockSize - offsetof(Block, cells)) / class_size(size_class); }
  Object* cell(size_t i) { return reinterpret_cast<Object*>(cells + i * class_size(size_class)); }
};

Heap::Heap() : limit_(kFirstLimit) {}

Heap::~Heap() {
  for (auto& blocks : blocks_)
    for (Block* block : blocks) {
      for (size_t i = 0; i < block->carved; i++)
        if (block->cell(i)->kind != Tag::kNil) finalise(block->cell(i));
      std::free(block);
    }
  for (Object* object : large_) {
    finalise(object);
    std::free(object);
  }
}

void* Heap::allocate(size_t size, Tag kind) {
  allocated_ += size;
  if (allocated_ > limit_) request_collection();
  void* memory;
  if (size > class_size(kClasses - 1)) {
    memory = allocate_large(size);
    last_size_class_ = kLarge;
  } else {
    unsigned size_class = class_of(size);
    FreeCell* cell = free_[size_class];
    if (cell) [[likely]] {
      free_[size_class] = cell->next;
      memory = cell;
    } else {
      memory = allocate_slow(size_class);
    }
    last_size_class_ = static_cast<uint8_t>(size_class);
  }
  auto* object = static_cast<Object*>(memory);
  object->kind = kind;
  object->marked = false;
  object->size_class = last_size_class_;
  object->flags = 0;
  object->reserved = 0;
  return memory;
}

void* Heap::allocate_slow(unsigned size_class) {
  auto& blocks = blocks_[size_class];
  if (blocks.empty() || blocks.back()->carved == blocks.back()->cell_count()) {
    auto* block = static_cast<Block*>(std::aligned_alloc(kBlockSize, kBlockSize));
    block->self = block;
    block->size_class = size_class;
    block->carved = 0;
    blocks.push_back(block);
  }
  carve(*blocks.back());
  FreeCell* cell = free_[size_class];
  free_[size_class] = cell->next;
  return cell;
}

// Puts the next cells of a block that has some left into the free list, in order of address.
void Heap::carve(Block& block) {
  const size_t first = block.carved;
  block.carved = std::min(block.cell_count(), first + kCarved / class_size(block.size_class));
  for (size_t i = block.carved; i-- > first;) {
    auto* cell = static_cast<FreeCell*>(block.cell(i));
    cell->kind = Tag::kNil;
    cell->marked = false;
    cell->next = free_[block.size_class];
    free_[block.size_class] = cell;
  }
}

void* Heap::allocate_large(size_t size) {
  auto* object = static_cast<Object*>(std::malloc(size));
  large_.push_back(object);
  return object;
}

void Heap::request_collection() {
  if (attention) attention->ask(Attention::kCollectionDue);
}

void Heap::collect(const std::function<void(Marker&)>& roots) {
  Marker marker;
  roots(marker);
  while (!marker.pending_.empty()) {
    Object* object = marker.pending_.back();
    marker.pending_.pop_back();
    trace(object, marker);
  }
  allocated_ = 0;
  sweep();
  limit_ = allocated_ * 2 > kFirstLimit ? allocated_ * 2 : kFirstLimit;
  collections_++;
}

void Heap::sweep() {
  for (unsigned size_class = 0; size_class < kClasses; size_class++) {
    free_[size_class] = nullptr;
    for (Block* block : blocks_[size_class]) sweep_block(*block);
  }
  size_t kept = 0;
  for (Object* object : large_) {
    if (object->marked) {
      object->marked = false;
      allocated_ += object_size(*object);
      large_[kept++] = object;
    } else {
      finalise(object);
      std::free(object);
    }
  }
  large_.resize(kept);
}

void Heap::sweep_block(Block& block) {
  for (size_t i = 0; i < block.carved; i++) {
    Object* object = block.cell(i);
    if (object->marked) {
      object->marked = false;
      allocated_ += class_size(block.size_class) + external_size(*object);
      continue;
    }
    if (object->kind != Tag::kNil) {
      finalise(object);
#ifdef ELLE_GC_STRESS
      std::memset(static_cast<void*>(object), 0xdb, class_size(block.size_class));
#endif
      object->kind = Tag::kNil;
      object->marked = false;
    }
    auto* cell = static_cast<FreeCell*>(object);
    cell->next = free_[block.size_class];
    free_[block.size_class] = cell;
  }
}

const Allocation* Heap::allocation_at(const void* address) const {
  const Allocation* freed = nullptr;
  for (Block* block : blocks_[class_of(sizeof(Allocation))])
    for (size_t i = 0; i < block->carved; i++) {
      if (block->cell(i)->kind != Tag::kAllocation) continue;
      const auto* memory = static_cast<const Allocation*>(block->cell(i));
      const auto* at = static_cast<const std::byte*>(address);
      const bool within = std::less_equal<>()(memory->address, at) && std::less<>()(at, memory->address + memory->size);
      if (!within || !(memory->flags & Allocation::kOwned)) continue;
      if (!(memory->flags & Allocation::kFreed)) return memory;
      freed = memory;
    }
  return freed;
}

Pair* Heap::pair(Value head, Value tail, Span span) {
  auto* pair = static_cast<Pair*>(allocate(sizeof(Pair), Tag::kPair));
  pair->head = head;
  pair->tail = tail;
  pair->span = span;
  return pair;
}

String* Heap::string_uninitialised(uint64_t bytes) {
  auto* string = static_cast<String*>(allocate(sizeof(String) + bytes + 1, Tag::kString));
  string->bytes = bytes;
  string->text[bytes] = 0;
  return string;
}

void Heap::finish_string(String* string) {
  uint64_t characters = 0;
  for (uint64_t i = 0; i < string->bytes; i++) characters += (static_cast<uint8_t>(string->text[i]) & 0xc0) != 0x80;
  string->characters = characters;
}

String* Heap::string(std::string_view text) {
  String* string = string_uninitialised(text.size());
  if (!text.empty()) std::memcpy(string->text, text.data(), text.size());
  finish_string(string);
  return string;
}

Symbol* Heap::symbol(std::string_view text, uint32_t hash, Tag kind) {
  auto* symbol = static_cast<Symbol*>(allocate(sizeof(Symbol) + text.size() + 1, kind));
  symbol->hash = hash;
  symbol->length = static_cast<uint32_t>(text.size());
  std::memcpy(symbol->text, text.data(), text.size());
  symbol->text[text.size()] = 0;
  return symbol;
}

Vector* Heap::vector(uint32_t capacity) {
  auto* vector = static_cast<Vector*>(allocate(sizeof(Vector), Tag::kVector));
  vector->size = 0;
  vector->capacity = capacity;
  vector->items = capacity ? static_cast<Value*>(std::malloc(capacity * sizeof(Value))) : nullptr;
  count_external(capacity * sizeof(Value));
  return vector;
}

Vector* Heap::vector_of(const Value* items, uint32_t size) {
  Vector* copy = vector(size);
  if (size) std::memcpy(copy->items, items, size * sizeof(Value));
  copy->size = size;
  return copy;
}

void Heap::vector_push(Vector* vector, Value item) {
  if (vector->size == vector->capacity) {
    vector->capacity = vector->capacity ? vector->capacity * 2 : 4;
    vector->items = static_cast<Value*>(std::realloc(vector->items, vector->capacity * sizeof(Value)));
  }
  vector->items[vector->size++] = item;
}

Map* Heap::map() {
  auto* map = static_cast<Map*>(allocate(sizeof(Map), Tag::kMap));
  map->order = nullptr;
  map->slots = nullptr;
  map->count = map->used = map->capacity = map->slot_count = 0;
  return map;
}

Bytes* Heap::bytes(uint64_t size) {
  auto* bytes = static_cast<Bytes*>(allocate(sizeof(Bytes) + size, Tag::kBytes));
  bytes->size = size;
  std::memset(bytes->data, 0, size);
  return bytes;
}

BigInt* Heap::big_integer(int32_t sign, uint32_t limbs) {
  auto* big = static_cast<BigInt*>(allocate(sizeof(BigInt) + limbs * sizeof(uint64_t), Tag::kBigInt));
  big->sign = sign;
  big->limb_count = limbs;
  return big;
}

Box* Heap::box(Value value) {
  auto* box = static_cast<Box*>(allocate(sizeof(Box), Tag::kBox));
  box->value = value;
  return box;
}

Closure* Heap::closure(Chunk* chunk, uint32_t captures) {
  auto* closure = static_cast<Closure*>(allocate(sizeof(Closure) + captures * sizeof(Value), Tag::kClosure));
  closure->chunk = chunk;
  closure->capture_count = captures;
  for (uint32_t i = 0; i < captures; i++) closure->captures[i] = nil();
  return closure;
}

Builtin* Heap::builtin(const BuiltinEntry* entry) {
  auto* builtin = static_cast<Builtin*>(allocate(sizeof(Builtin), Tag::kBuiltin));
  builtin->entry = entry;
  return builtin;
}

Cell* Heap::cell(Symbol* name, Module* module) {
  auto* cell = static_cast<Cell*>(allocate(sizeof(Cell), Tag::kCell));
  cell->value = make_value(Tag::kUnbound, 0);
  cell->docstring = nil();
  cell->name = name;
  cell->module = module;
  return cell;
}

ErrorObject* Heap::error() {
  auto* error = static_cast<ErrorObject*>(allocate(sizeof(ErrorObject), Tag::kError));
  error->kind = error->message = error->next_step = error->data = error->prototype = error->trace = nil();
  error->highlight_begin = error->highlight_end = 0;
  error->span = {};
  return error;
}

Opaque* Heap::opaque(std::unique_ptr<OpaqueBody> body) {
  auto* opaque = make<Opaque>(Tag::kOpaque);
  opaque->body = std::move(body);
  return opaque;
}

namespace {

// At least one byte, so that every allocation has an address of its own.
void* zeroed_memory(uint64_t size, uint64_t align) {
  if (size == 0) size = 1;
  if (align <= alignof(std::max_align_t)) return std::calloc(1, size);
  size = (size + align - 1) / align * align;
  void* memory = std::aligned_alloc(align, size);
  if (memory) std::memset(memory, 0, size);
  return memory;
}

}  // namespace

Allocation* Heap::allocation(uint64_t size, uint64_t align) {
  auto* allocation = static_cast<Allocation*>(allocate(sizeof(Allocation), Tag::kAllocation));
  allocation->address = static_cast<std::byte*>(zeroed_memory(size, align));
  allocation->size = size;
  allocation->owner = nil();
  allocation->flags = Allocation::kOwned;
  count_external(size);
  return allocation;
}

Allocation* Heap::view(std::byte* address, uint64_t size, Value owner) {
  auto* view = static_cast<Allocation*>(allocate(sizeof(Allocation), Tag::kAllocation));
  view->address = address;
  view->size = size;
  view->owner = owner;
  return view;
}

}  // namespace elle::lang
