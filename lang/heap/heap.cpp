// The heap, told whole.
//
// Mark and sweep. A collection marks what the roots reach (trace.cpp knows what each kind of object refers to) and
// then walks over all there is: what is not marked is finalised and its cell free again. There are no generations and
// no barriers, so a store into an object is a store; what is paid instead is that a collection looks at all that lives.
// The limit keeps the cost in proportion: after each collection the heap may grow to twice what was found alive, so
// that every byte allocated pays for marking at most about one other.
//
// Nothing moves. C is given addresses: of a string's text, of bytes, of a struct. It may keep them for as long as the
// script promises, and nobody could correct a pointer that lies in C's memory. So there is no compaction, and what is
// fragmented stays so; size classes keep that small.
//
// Precise, at safepoints only. The roots are known: the VM's stacks, the Rooteds, what registers with the runtime.
// Neither the C stack nor registers are searched. That is safe because allocation never collects; it asks
// (request_collection), and the VM collects where it has stored all it holds. What would break it: C++ code that runs
// Lisp while it holds a value nowhere but in a local variable. The preset gcstress, which collects at every safepoint
// and writes over what is free, is there to find that.
//
// Cells. An object of up to 256 bytes takes a cell of the next multiple of 16, in a block of 64 KiB with cells of that
// size only. Its class's free list hands cells out, one load and one store each. A new block is not cut into cells at
// once but 4 KiB at a time (carve): memory that is never needed is never touched, which is what keeps a small script
// small. Cells stay with their class: sweeping rebuilds the free lists from nothing, block by block, so that cells that
// lie together are handed out together. A block without anything alive goes back to malloc only when memory is short
// (Thrift): giving blocks back and taking them again at each collection would cost more than they are worth.
//
// Larger objects are malloc'ed one by one, and what an object holds besides its cell (a vector's items, a map's tables,
// C memory) is malloc'ed, too. Both count towards the limit: `allocated_` is bytes of all kinds. Whoever changes the
// size of something outside a cell says so (count_external), or collections come too late.
//
// A free cell looks like an object of kind nil without a mark, and so does one that was carved and never used. A sweep
// must be able to tell what it finds in a cell: every maker leaves a whole object behind at each point where it may be
// left by std::bad_alloc, with null for what it does not hold yet.
//
// When memory is short. Going to malloc means core::allocate, which falls back on the process's reserve. The heap sees
// that the reserve is out, asks for a collection, and tries there to set it aside again. If it cannot, it is_short: the
// VM raises an error, and the next collection comes after a little more. Collecting takes no memory that it could
// not do without: the marker's list may fail to grow, and nothing else here allocates.
#include "lang/heap/heap.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "core/base/memory_reserve.h"

namespace elle::lang {

namespace {

constexpr size_t kBlockSize = 64 * 1024;
constexpr size_t kGranule = 16;
// Fresh cells enter the free list by so many bytes at a time: memory that is never needed is never touched.
constexpr size_t kCarved = 4 * 1024;
constexpr uint8_t kLarge = 255;
// The heap may grow to this before the first collection, and after each one to twice what was live.
constexpr size_t kFirstLimit = 8 * 1024 * 1024;
// While the reserve is out and a collection did not bring it back, the next one comes after so many bytes. A script
// that has been told of it has them to let go of things with; what is left of the reserve must last for several times.
constexpr size_t kShortLimit = core::memory_reserve::kBytes / 8;

constexpr unsigned class_of(size_t size) { return static_cast<unsigned>((size + kGranule - 1) / kGranule - 1); }
constexpr size_t class_size(unsigned size_class) { return (size_class + 1) * kGranule; }

// So that adding one cannot fail.
template <class T>
void make_room_for_one_more(std::vector<T>& list) {
  if (list.size() == list.capacity()) list.reserve(list.size() * 2 + 16);
}

}  // namespace

// A free cell looks like an unmarked object of kind kNil, so that a sweep can tell it from a live one.
struct Heap::FreeCell : Object {
  FreeCell* next;
};

struct Heap::Block {
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

// The limit is tested on the way of every allocation because that is one comparison of two members; it asks again and
// again once it is passed, until a safepoint comes.
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

// Room in the list of blocks comes first: a block that is in no list would be lost, and its cells never swept.
void* Heap::allocate_slow(unsigned size_class) {
  auto& blocks = blocks_[size_class];
  if (blocks.empty() || blocks.back()->carved == blocks.back()->cell_count()) {
    make_room_for_one_more(blocks);
    auto* block = static_cast<Block*>(core::allocate(kBlockSize));
    block->size_class = size_class;
    block->carved = 0;
    blocks.push_back(block);
    heed_shortage();
  }
  carve(*blocks.back());
  FreeCell* cell = free_[size_class];
  free_[size_class] = cell->next;
  return cell;
}

// Puts the next cells of a block that has some left into the free list, in order of address: objects made one after the
// other lie one after the other.
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
  make_room_for_one_more(large_);
  auto* object = static_cast<Object*>(core::allocate(size));
  large_.push_back(object);
  heed_shortage();
  return object;
}

void Heap::request_collection() {
  if (attention) attention->ask(Attention::kCollectionDue);
}

// What counts from here on is what was found alive, so `allocated_` is summed up anew by the sweep. The reserve is set
// aside after it, from what it freed.
void Heap::collect(const std::function<void(Marker&)>& roots, Thrift thrift) {
  {
    Marker marker;
    roots(marker);
    mark_all(marker);
  }
  allocated_ = 0;
  sweep(core::memory_reserve::is_out() ? Thrift::kGiveBack : thrift);
  short_ = !core::memory_reserve::restore();
  limit_ = short_ ? allocated_ + kShortLimit : std::max(allocated_ * 2, kFirstLimit);
  collections_++;
}

// With a list of our own rather than by recursion: a list of a million cells would be a million frames deep.
void Heap::drain(Marker& marker) {
  while (marker.count_ > 0) trace(marker.pending_[--marker.count_], marker);
}

// An object that was left out of the pending ones is marked, so its children are found by tracing all that is marked
// once more. Objects are left out only when they are newly marked: each further pass marks at least one, so this ends.
// It is slow, and only there for when there is no memory.
void Heap::mark_all(Marker& marker) {
  drain(marker);
  while (std::exchange(marker.left_out_, false))
    each_object([&](Object* object) {
      if (!object->marked) return;
      trace(object, marker);
      drain(marker);
    });
}

template <class Visit>
void Heap::each_object(Visit visit) {
  for (auto& blocks : blocks_)
    for (Block* block : blocks)
      for (size_t i = 0; i < block->carved; i++)
        if (block->cell(i)->kind != Tag::kNil) visit(block->cell(i));
  for (Object* object : large_) visit(object);
}

// A block that goes back takes its cells out of the free list with it: they were put there last, in front of `before`.
void Heap::sweep(Thrift thrift) {
  for (unsigned size_class = 0; size_class < kClasses; size_class++) {
    free_[size_class] = nullptr;
    std::erase_if(blocks_[size_class], [&](Block* block) {
      FreeCell* const before = free_[size_class];
      const bool in_use = sweep_block(*block);
      if (in_use || thrift == Thrift::kKeep) return false;
      free_[size_class] = before;
      std::free(block);
      return true;
    });
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

// Whether anything in it lives.
bool Heap::sweep_block(Block& block) {
  bool in_use = false;
  for (size_t i = 0; i < block.carved; i++) {
    Object* object = block.cell(i);
    if (object->marked) {
      object->marked = false;
      in_use = true;
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
  return in_use;
}

// Over every cell of the one class that has these, dead ones included until they are swept: for displays, which ask
// once.
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
  vector->size = vector->capacity = 0;
  vector->items = nullptr;  // what the next line may leave
  if (capacity) vector->items = static_cast<Value*>(core::allocate(capacity * sizeof(Value)));
  vector->capacity = capacity;
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
    if (vector->capacity > UINT32_MAX / 2) throw std::bad_alloc();  // the count would not fit
    const uint32_t capacity = vector->capacity ? vector->capacity * 2 : 4;
    vector->items = static_cast<Value*>(core::reallocate(vector->items, capacity * sizeof(Value)));
    count_external((capacity - vector->capacity) * sizeof(Value));
    vector->capacity = capacity;
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

// At least one byte, so that every allocation has an address of its own.
Allocation* Heap::allocation(uint64_t size, uint64_t align) {
  Allocation* allocation = view(nullptr, 0, nil());  // what the next line may leave
  allocation->address = static_cast<std::byte*>(core::allocate_zeroed(size ? size : 1, align));
  allocation->size = size;
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
