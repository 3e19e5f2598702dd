// The heap: precise, non-moving mark-sweep. Objects of up to 256 bytes live in 64 KiB blocks of one size class, larger
// ones are malloc'ed one by one.
//
// Allocation never collects. It only asks for a collection, which the VM then runs at its next safepoint (a call or a
// loop's back edge): so C++ code that cannot re-enter the VM may hold unrooted values freely. Code that can (its first
// parameter is `VM&`) keeps what it needs in a Rooted or on the VM stack.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "lang/value/objects.h"

namespace elle::lang {

class Marker {
 public:
  void mark(Value value) {
    if (value.is_object()) mark(value.object);
  }
  void mark(Object* object) {
    if (object && !object->marked) {
      object->marked = true;
      pending_.push_back(object);
    }
  }
  void mark_range(const Value* values, size_t count) {
    for (size_t i = 0; i < count; i++) mark(values[i]);
  }

 private:
  friend class Heap;
  std::vector<Object*> pending_;
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
  static void vector_push(Vector* vector, Value item);
  Map* map();
  Bytes* bytes(uint64_t size);                        // zeroed
  BigInt* big_integer(int32_t sign, uint32_t limbs);  // limbs uninitialised
  Box* box(Value value);
  Closure* closure(Chunk* chunk, uint32_t captures);  // captures nil
  Builtin* builtin(const BuiltinEntry* entry);
  Cell* cell(Symbol* name, Module* module);  // unbound
  ErrorObject* error();
  Opaque* opaque(std::unique_ptr<OpaqueBody> body);
  // Zeroed memory of its own, aligned to `align` bytes (a power of two) and at least to 16. Its address is null when
  // there is none.
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
  }

  // Marks from `roots`, sweeps the rest. Only the VM calls this, at a safepoint.
  void collect(const std::function<void(Marker&)>& roots);

  // What the VM polls at safepoints: non-zero asks for its attention. The bits stand in lang/vm/vm.h.
  std::atomic<uint32_t>* attention = nullptr;

  size_t live_bytes() const { return allocated_; }
  size_t collections() const { return collections_; }

 private:
  struct Block;
  struct FreeCell;

  void* allocate(size_t size, Tag kind);
  void* allocate_slow(unsigned size_class);
  void carve(Block& block);
  void* allocate_large(size_t size);
  void request_collection();
  void sweep();
  void sweep_block(Block& block);
  void trace(Object* object, Marker& marker);
  static void finalise(Object* object);
  // Bytes an object holds: in its own cell (large objects), and outside the heap.
  static size_t object_size(const Object& object);
  static size_t external_size(const Object& object);

  static constexpr unsigned kClasses = 16;
  FreeCell* free_[kClasses] = {};
  std::vector<Block*> blocks_[kClasses];
  std::vector<Object*> large_;
  size_t allocated_ = 0;
  size_t limit_;
  size_t collections_ = 0;
  uint8_t last_size_class_ = 0;
};

}  // namespace elle::lang
