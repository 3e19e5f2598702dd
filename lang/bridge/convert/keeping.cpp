// An allocation keeps what it refers to in a map, which stands where a view has the owner of its memory:
//
//     the place of an address in it   the object that lies there, or did until C changed the address
//     nil                             the bytes it is a view of
//     #t                              what callbacks replaced, below
//
// A value that a callback replaces may still be in use by C below: it may have read the address before. So it is kept
// on, also when the callback ran on a thread of the library's, until something is stored when no callback runs. Not for
// ever: a main loop is one call of C, and its callbacks may replace a text for days. C finds what was there when it was
// entered, or what a callback left which ran not long ago; those are kept, the first and the last few of each place.
#include "lang/bridge/convert/keeping.h"

#include <algorithm>
#include <cstring>

#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/data/map.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

constexpr uint32_t kReplacedKept = 9;  // of one place: the first and the last eight

Map& map_in(Heap& heap, Map& map, Value key) {
  if (const Value* found = map_find(map, key)) return *found->as<Map>();
  Map* const made = heap.map();
  map_put(heap, map, key, object_value(Tag::kMap, made));
  return *made;
}

void keep_replaced(Heap& heap, Map& kept, Value place, Value old) {
  Map& replaced = map_in(heap, kept, boolean(true));
  const Value* const before = map_find(replaced, place);
  if (!before) {
    map_put(heap, replaced, place, object_value(Tag::kVector, heap.vector_of(&old, 1)));
    return;
  }
  auto* const values = before->as<Vector>();
  if (values->size < kReplacedKept) {
    heap.vector_push(values, old);
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
    if (!root->owner.is_nil()) map_put(heap, *made, nil(), root->owner);
    root->owner = object_value(Tag::kMap, made);
  }
  Map& kept = *root->owner.as<Map>();
  const Value place = integer(number);
  if (bridge.thread->callbacks == 0)
    map_remove(kept, boolean(true));
  else if (const Value* old = map_find(kept, place))
    keep_replaced(heap, kept, place, *old);
  map_put(heap, kept, place, value);
}

int64_t place_number(const Destination& destination, const std::byte* to) {
  return static_cast<int64_t>(reinterpret_cast<intptr_t>(to) + destination.moved);
}

struct Kept {
  uint64_t offset;  // of the address
  Value value;
};

// What the `size` bytes at `begin` refer to. In a large array it is the struct that is small, else the map.
std::vector<Kept> kept_within(const Map& map, const std::byte* begin, uint64_t size) {
  std::vector<Kept> found;
  const auto first = reinterpret_cast<intptr_t>(begin);
  if (size < map.count) {
    for (uint64_t offset = 0; offset < size; offset++)
      if (const Value* value = map_find(map, integer(first + static_cast<int64_t>(offset))))
        found.push_back({offset, *value});
    return found;
  }
  map_each(map, [&](Value key, const Value& value) {
    if (!key.is(Tag::kInteger)) return;
    const uint64_t offset = key.natural - static_cast<uint64_t>(first);
    if (offset < size) found.push_back({offset, value});
  });
  return found;
}

// Whether the address still leads into the value.
bool is_in_use(const Kept& kept, const std::byte* begin) {
  const std::byte* address;
  std::memcpy(&address, begin + kept.offset, sizeof address);
  const auto lies_in = [&](const void* memory, uint64_t size) {
    return static_cast<uint64_t>(address - static_cast<const std::byte*>(memory)) <= size;
  };
  switch (kept.value.tag()) {
    case Tag::kString:
      return lies_in(kept.value.as<String>()->text, kept.value.as<String>()->bytes);
    case Tag::kBytes:
      return lies_in(kept.value.as<Bytes>()->data, kept.value.as<Bytes>()->size);
    case Tag::kAllocation:
      return lies_in(kept.value.as<Allocation>()->address, kept.value.as<Allocation>()->size);
    default:
      return true;
  }
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

Objection keep_for_copy(BridgeContext& bridge, const Destination& destination, const std::byte* to,
                        const Allocation& source, uint64_t size) {
  const Allocation* const root = root_of(&source);
  if (!root->owner.is(Tag::kMap)) return std::nullopt;
  for (const Kept& kept : kept_within(*root->owner.as<Map>(), source.address, size)) {
    if (destination.during_call)
      bridge.thread->held.hold(kept.value);
    else if (destination.keeper)
      keep(bridge, destination.keeper, place_number(destination, to + kept.offset), kept.value);
    else if (is_in_use(kept, source.address))
      return Complaint{ErrorKind::kConversion,
                       "it refers to Lisp values, which nothing would keep alive once it is copied to C memory",
                       "Let its fields refer to copies, made with (c-copy value), which C can free."};
  }
  return std::nullopt;
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
