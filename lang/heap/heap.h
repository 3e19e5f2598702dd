// The heap: precise, non-moving mark-sweep. Objects of up to 256 bytes live in 64 KiB blocks of one size class, larger
// ones are malloc'ed one by one. How and why is told in heap.cpp; trace.cpp has what each kind of object holds.
//
// Allocation never collects. It only asks for a collection, which the VM then runs at its next safepoint (a call or a
// loop's back edge): so C++ code that cannot re-enter the VM may hold unrooted values freely. Code that can (its first
// parameter is `VM&`) keeps what it needs in a Rooted or on the VM stack.
//
// Allocation may fail: every maker here may throw std::bad_alloc when even the reserve is used up, and the heap is then
// as it was (core/base/memory_reserve.h says who catches it). Whoever makes several things and changes an old one makes
// first and changes last.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "core/base/memory_reserve.h"

#include "lang/heap/attention.h"
#include "lang/value/objects.h"

namespace elle::lang {

// What a collection has reached so far: whatever is marked, of which the pending ones have not been looked into yet.
//
// A collection comes when memory is short, so it must not fail for want of it. When the list of pending objects cannot
// grow, an object is marked and left out of it; the heap then looks through all that is marked again (Heap::mark_all).
class Marker {
 public:
  Marker() = default;
  ~Marker();
  Marker(const Marker&) = delete;
  Marker& operator=(const Marker&) = delete;

  void mark(Value value) {
    if (value.is_object()) mark(value.object);
  }
  void mark(Object* object) {
    if (object && !object->marked) {
      object->marked = true;
      if (count_ == capacity_ && !grow()) [[unlikely]]
        left_out_ = true;
      else
        pending_[count_++] = object;
    }
  }
  void mark_range(const Value* values, size_t count) {
    for (size_t i = 0; i < count; i++) mark(values[i]);
  }

 private:
  friend class Heap;
  bool grow();

  static constexpr size_t kOwn = 256;
  Object* own_[kOwn];  // to begin with, and all there is when there is no memory
  Object** pending_ = own_;
  size_t count_ = 0;
  size_t capacity_ = kOwn;
  bool left_out_ = false;
};

class Heap {
 public:
  Heap();
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // Makers. Values in the new object are initialised from the arguments or to nil.
  Pair* pair(Value head, Value tail, Span span = {});
  String* string(std::string_view text);         // REQUIRES: valid UTF-8
  String* string_uninitialised(uint64_t bytes);  // the caller fills `text` and then calls finish_string
  static void finish_string(String* string);     // counts the characters
  Symbol* symbol(std::string_view text, uint32_t hash, Tag kind);
  Vector* vector(uint32_t capacity);  // size 0
  Vector* vector_of(const Value* items, uint32_t size);
  void vector_push(Vector* vector, Value item);
  Map* map();
  Bytes* bytes(uint64_t size);                        // zeroed
  BigInt* big_integer(int32_t sign, uint32_t limbs);  // limbs uninitialised
  Box* box(Value value);
  Closure* closure(Chunk* chunk, uint32_t captures);  // captures nil
  Builtin* builtin(const BuiltinEntry* entry);
  Cell* cell(Symbol* name, Module* module);  // unbound
  ErrorObject* error();
  Opaque* opaque(std::unique_ptr<OpaqueBody> body);
  // Zeroed memory of its own, aligned to `align` bytes (a power of two) and at least to 16.
  Allocation* allocation(uint64_t size, uint64_t align = 16);
  // A view of `size` bytes at `address`, keeping `owner` alive.
  Allocation* view(std::byte* address, uint64_t size, Value owner);
  // For kinds with C++ members (Chunk, Module, NativeFunction): the object is constructed in place by T's constructor.
  template <class T>
  T* make(Tag kind) {
    T* object = new (allocate(sizeof(T), kind)) T();
    object->kind = kind;
    object->marked = false;
    object->size_class = last_size_class_;
    object->flags = 0;
    return object;
  }

  // The memory of ours that `address` lies in, for displays: slow. Null when it lies in none; what was freed counts
  // where nothing live lies.
  const Allocation* allocation_at(const void* address) const;

  // Memory outside the heap's own blocks that an object holds (a vector's items) counts towards the next collection.
  void count_external(size_t bytes) {
    allocated_ += bytes;
    if (allocated_ > limit_) request_collection();
    heed_shortage();
  }

  // Marks from `roots`, sweeps the rest. Only the VM calls this, at a safepoint. `give_back`: what becomes free goes
  // back to malloc as far as it can, for others to use; so it does in any case when the reserve is out.
  enum class Thrift : uint8_t { kKeep, kGiveBack };
  void collect(const std::function<void(Marker&)>& roots, Thrift thrift = Thrift::kKeep);

  // Whether the last collection could not restore the reserve: whoever runs a script tells it. Another collection comes
  // soon in any case, and tries again.
  bool is_short() const { return short_; }

  // Of the machine that runs on this heap: asked for a collection when one is due. Null while there is none.
  Attention* attention = nullptr;

  size_t live_bytes() const { return allocated_; }
  size_t collections() const { return collections_; }

 private:
  struct Block;
  struct FreeCell;

  // The fast path takes the first cell of a free list. It knows nothing of shortage, so that it costs what it did
  // before there was any; whatever goes to malloc looks at that.
  void* allocate(size_t size, Tag kind);
  // REQUIRES: the class has no free cell.
  void* allocate_slow(unsigned size_class);
  void carve(Block& block);
  void* allocate_large(size_t size);
  void request_collection();
  // Once a collection has found that it cannot restore the reserve, the next one comes when the limit says so: what is
  // to let go of memory needs some to do it with.
  void heed_shortage() {
    if (core::memory_reserve::is_out() && !short_) [[unlikely]]
      request_collection();
  }
  void mark_all(Marker& marker);
  void drain(Marker& marker);
  template <class Visit>
  void each_object(Visit visit);
  void sweep(Thrift thrift);
  bool sweep_block(Block& block);
  void trace(Object* object, Marker& marker);
  // Lets go of what an object holds outside the heap. In no order: other garbage may be gone already, so nothing here,
  // and no destructor of an OpaqueBody, looks at another object, allocates, or runs Lisp.
  static void finalise(Object* object);
  // Bytes an object holds: in its own cell (large objects), and outside the heap.
  static size_t object_size(const Object& object);
  static size_t external_size(const Object& object);

  static constexpr unsigned kClasses = 16;
  FreeCell* free_[kClasses] = {};         // of each class, the cells that may be taken
  std::vector<Block*> blocks_[kClasses];  // of each class; only the last may have cells that were never carved
  std::vector<Object*> large_;
  size_t allocated_ = 0;  // bytes since the last collection, and what it found alive
  size_t limit_;          // of allocated_, for the next collection
  size_t collections_ = 0;
  bool short_ = false;
  uint8_t last_size_class_ = 0;
};

}  // namespace elle::lang
