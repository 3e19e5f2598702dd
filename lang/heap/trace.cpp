// What each kind of object refers to, what it holds outside the heap, and how it is taken apart: four switches over the
// kinds, which must agree. A new kind of object that refers to others, holds memory of its own or has a size of its own
// enters each of them; one that is forgotten in trace() is freed while it is in use.
//
// Tracing marks children and never looks into them, so that depth costs no C stack. It must not allocate: collections
// come when memory is short.
//
// Finalising happens during the sweep, in the order of addresses. So an object's children may have been finalised, and
// their cells taken apart, before it. A finaliser frees what malloc gave and runs C++ destructors; it touches no other
// object, makes none, and cannot bring itself back. What must be closed in order (a library before its handle, a
// file after its last line) is closed by the script, and the finaliser only catches what was forgotten.
#include <cstdlib>
#include <cstring>

#include "lang/code/chunk.h"
#include "lang/heap/heap.h"
#include "lang/heap/module.h"
#include "lang/value/native_function.h"

namespace elle::lang {

namespace {

// A chunk of the library that was not needed yet has no constants: they are decoded when it first runs.
void trace_chunk(const Chunk& chunk, Marker& marker) {
  marker.mark_range(chunk.constants.data(), chunk.constants.size());
  for (const KeyParameter& key : chunk.keys) marker.mark(key.keyword);
  marker.mark(chunk.name);
  marker.mark(chunk.docstring);
  marker.mark(chunk.parameters);
}

// Strong in both directions: a cell knows its module for the sake of errors, and code that holds a cell keeps all of
// it.
void trace_module(const Module& module, Marker& marker) {
  for (auto& [name, cell] : module.cells) {
    marker.mark(name);
    marker.mark(cell);
  }
  for (auto& [name, other] : module.aliases) {
    marker.mark(name);
    marker.mark(other);
  }
}

// Removed entries hold kUnbound and nil, which are no objects.
void trace_map(const Map& map, Marker& marker) {
  for (uint32_t i = 0; i < map.used; i++) {
    marker.mark(map.order[i].key);
    marker.mark(map.order[i].value);
  }
}

void trace_error(const ErrorObject& error, Marker& marker) {
  for (Value value : {error.kind, error.message, error.next_step, error.data, error.prototype, error.trace})
    marker.mark(value);
}

}  // namespace

Marker::~Marker() {
  if (pending_ != own_) std::free(pending_);
}

// Not from the reserve, which the script needs more.
bool Marker::grow() {
  const bool on_heap = pending_ != own_;
  void* const larger = std::realloc(on_heap ? pending_ : nullptr, capacity_ * 2 * sizeof(Object*));
  if (!larger) return false;
  pending_ = static_cast<Object**>(larger);
  if (!on_heap) std::memcpy(pending_, own_, sizeof own_);
  capacity_ *= 2;
  return true;
}

void Heap::trace(Object* object, Marker& marker) {
  switch (object->kind) {
    case Tag::kPair: {
      auto* pair = static_cast<Pair*>(object);
      marker.mark(pair->head);
      marker.mark(pair->tail);
      break;
    }
    case Tag::kVector:
      marker.mark_range(static_cast<Vector*>(object)->items, static_cast<Vector*>(object)->size);
      break;
    case Tag::kMap:
      trace_map(*static_cast<Map*>(object), marker);
      break;
    case Tag::kBox:
      marker.mark(static_cast<Box*>(object)->value);
      break;
    case Tag::kClosure: {
      auto* closure = static_cast<Closure*>(object);
      marker.mark(closure->chunk);
      marker.mark_range(closure->captures, closure->capture_count);
      break;
    }
    case Tag::kCell: {
      auto* cell = static_cast<Cell*>(object);
      marker.mark(cell->value);
      marker.mark(cell->docstring);
      marker.mark(cell->name);
      marker.mark(cell->module);
      break;
    }
    case Tag::kAllocation:
      marker.mark(static_cast<Allocation*>(object)->owner);
      break;
    case Tag::kError:
      trace_error(*static_cast<ErrorObject*>(object), marker);
      break;
    case Tag::kChunk:
      trace_chunk(*static_cast<Chunk*>(object), marker);
      break;
    case Tag::kModule:
      trace_module(*static_cast<Module*>(object), marker);
      break;
    case Tag::kOpaque:
      static_cast<Opaque*>(object)->body->trace(marker);
      break;
    default:
      break;  // holds no values
  }
}

void Heap::finalise(Object* object) {
  switch (object->kind) {
    case Tag::kVector:
      std::free(static_cast<Vector*>(object)->items);
      break;
    case Tag::kMap:
      std::free(static_cast<Map*>(object)->order);
      std::free(static_cast<Map*>(object)->slots);
      break;
    case Tag::kAllocation:
      if (object->flags & Allocation::kOwned && !(object->flags & Allocation::kFreed))
        std::free(static_cast<Allocation*>(object)->address);
      break;
    case Tag::kChunk:
      static_cast<Chunk*>(object)->~Chunk();
      break;
    case Tag::kModule:
      static_cast<Module*>(object)->~Module();
      break;
    case Tag::kOpaque:
      static_cast<Opaque*>(object)->~Opaque();
      break;
    default:
      break;  // plain memory
  }
}

// Of an object in no cell, whose class does not say it. What is not listed never gets this large, or is counted a
// little too small.
size_t Heap::object_size(const Object& object) {
  switch (object.kind) {
    case Tag::kString:
      return sizeof(String) + static_cast<const String&>(object).bytes + 1;
    case Tag::kBytes:
      return sizeof(Bytes) + static_cast<const Bytes&>(object).size;
    case Tag::kBigInt:
      return sizeof(BigInt) + static_cast<const BigInt&>(object).limb_count * sizeof(uint64_t);
    case Tag::kClosure:
      return sizeof(Closure) + static_cast<const Closure&>(object).capture_count * sizeof(Value);
    case Tag::kSymbol:
    case Tag::kKeyword:
      return sizeof(Symbol) + static_cast<const Symbol&>(object).length + 1;
    default:
      return sizeof(Chunk);  // the largest of the kinds with a fixed size
  }
}

// What count_external was told, at the time of the sweep. A view counts nothing: its owner does.
size_t Heap::external_size(const Object& object) {
  switch (object.kind) {
    case Tag::kVector:
      return static_cast<const Vector&>(object).capacity * sizeof(Value);
    case Tag::kMap:
      return static_cast<const Map&>(object).capacity * (sizeof(Map::Entry) + 2 * sizeof(uint32_t));
    case Tag::kAllocation:
      return object.flags & Allocation::kOwned ? static_cast<const Allocation&>(object).size : 0;
    default:
      return 0;
  }
}

}  // namespace elle::lang
