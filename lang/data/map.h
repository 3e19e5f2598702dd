// Maps: insertion-ordered, keyed by `equal`. Keys that are mutable (vectors, maps, bytes) must not change while they
// are keys.
#pragma once

#include "lang/value/objects.h"

namespace elle::lang {

// The value under `key`, or null.
Value* map_find(const Map& map, Value key);
// Adds or replaces. Never collects (the tables are malloc'ed).
void map_put(Map& map, Value key, Value value);
// True when there was such an entry.
bool map_remove(Map& map, Value key);
void map_clear(Map& map);
// What the tables take outside the heap's own blocks. Whoever makes or grows a map in C++ tells the heap
// (Heap::count_external), or collections come too late.
inline size_t map_table_bytes(const Map& map) {
  return map.capacity * sizeof(Map::Entry) + map.slot_count * sizeof(uint32_t);
}

// Calls visit(key, value&) in order of insertion.
template <class Visit>
void map_each(const Map& map, Visit visit) {
  for (uint32_t i = 0; i < map.used; i++)
    if (!map.order[i].key.is(Tag::kUnbound)) visit(map.order[i].key, map.order[i].value);
}

}  // namespace elle::lang
