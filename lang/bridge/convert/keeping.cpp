// An allocation keeps what it refers to in a map, which stands where a view has the owner of its memory:
//
//     place of an address in it       the object that lies there
//     ~place of a copied struct       the allocation it was copied from: below all places, so that a pointer which is
//                                     stored over the struct's beginning does not take its stead
//     nil                             the bytes it is a view of
//     #t                              what callbacks replaced, below
//
// A value that a callback replaces may still be in use by C below: it may have read the address before. So it is kept
// on, also when the callback ran on a thread of the library's, until something is stored when no callback runs. Not for
// ever: a main loop is one call of C, and its callbacks may replace a text for days. C finds what was there when it was
// entered, or what a callback left which ran not long ago; those are kept, the first and the last few of each place.
#include "lang/bridge/convert/keeping.h"

#include <algorithm>

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/data/map.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

constexpr uint32_t kReplacedKept = 9;  // of one place: the first and the last eight

template <class Memory>
Memory* root_of(Memory* memory) {
  while (memory->owner.is(Tag::kAllocation)) memory = memory->owner.template as<Allocation>();
  return memory;
}

// map_put, with the collector told.
void put(Heap& heap, Map& map, Value key, Value value) {
  const size_t before = map_table_bytes(map);
  map_put(map, key, value);
  heap.count_external(map_table_bytes(map) - before);
}

Map& map_in(Heap& heap, Map& map, Value key) {
  if (const Value* found = map_find(map, key)) return *found->as<Map>();
  Map* const made = heap.map();
  put(heap, map, key, object_value(Tag::kMap, made));
  return *made;
}

void keep_replaced(Heap& heap, Map& kept, Value place, Value old) {
  Map& replaced = map_in(heap, kept, boolean(true));
  const Value* const before = map_find(replaced, place);
  if (!before) {
    put(heap, replaced, place, object_value(Tag::kVector, heap.vector_of(&old, 1)));
    return;
  }
  auto* const values = before->as<Vector>();
  if (values->size < kReplacedKept) {
    Heap::vector_push(values, old);
    return;
  }
  std::move(values->items + 2, values->items + values->size, values->items + 1);
  values->items[values->size - 1] = old;
}

void keep(BridgeContext& bridge, Allocation* keeper, int64_t number, Value value) {
  Heap& heap = bridge.runtime.heap;
  Allocation* const root = root_of(keeper);
  if (!root->owner.is(Tag::kMap)) {
    Map* const made = heap.map();
    if (!root->owner.is_nil()) put(heap, *made, nil(), root->owner);
    root->owner = object_value(Tag::kMap, made);
  }
  Map& kept = *root->owner.as<Map>();
  const Value place = integer(number);
  if (bridge.thread->callbacks == 0)
    map_remove(kept, boolean(true));
  else if (const Value* old = map_find(kept, place))
    keep_replaced(heap, kept, place, *old);
  put(heap, kept, place, value);
}

int64_t place_number(const Destination& destination, const std::byte* to) {
  return static_cast<int64_t>(reinterpret_cast<intptr_t>(to) + destination.moved);
}

}  // namespace

Objection keep_alive(BridgeContext& bridge, const Destination& destination, const std::byte* to, Value value,
                     const char* what) {
  if (destination.during_call) {
    if (!destination.argument) bridge.thread->held.hold(value);
    return std::nullopt;
  }
  if (!destination.keeper) return nobody_keeps(what);
  keep(bridge, destination.keeper, place_number(destination, to), value);
  return std::nullopt;
}

void keep_what_it_keeps(BridgeContext& bridge, const Destination& destination, const std::byte* to, Value record) {
  Allocation* const source = root_of(record.as<Allocation>());
  if (!source->owner.is(Tag::kMap)) return;
  if (destination.during_call) {
    // C has a copy, whose fields the struct may lose meanwhile.
    map_each(*source->owner.as<Map>(), [&](Value, Value& kept) { bridge.thread->held.hold(kept); });
    return;
  }
  if (destination.keeper && source != root_of(destination.keeper))
    keep(bridge, destination.keeper, ~place_number(destination, to), object_value(Tag::kAllocation, source));
}

Complaint nobody_keeps(const char* what) {
  return {ErrorKind::kConversion,
          fmt::format("{} cannot be stored in C memory, because nothing would keep it alive there", what),
          "Copy it with (c-copy value), and free the copy when C is done with it."};
}

bool is_of_c(const Allocation* memory) {
  const Allocation* const root = root_of(memory);
  return (root->flags & Allocation::kOwned) == 0 && root->owner.is_nil();
}

}  // namespace elle::lang
