// Maps: insertion-ordered, keyed by `equal`. Keys that are mutable (vectors, maps, bytes) must not change while they
// are keys.
#pragma once

#include "lang/heap/heap.h"
#include "lang/value/objects.h"

namespace elle::lang {

// The entries whose keys hash alike, one after the other: where a key may stand. Who looks compares the keys. Entries
// removed keep their slots until the next rebuild, so that searches pass over them.
class MapCandidates {
 public:
  MapCandidates() = default;
  MapCandidates(const Map& map, uint64_t hash)
      : map_(&map), hash_(hash), slot_(static_cast<uint32_t>(hash) & (map.slot_count - 1)) {}

  // Null when there is no other. REQUIRES: the map has slots.
  Map::Entry* next() {
    for (; map_->slots[slot_] != kEmpty; slot_ = following()) {
      Map::Entry& entry = map_->order[map_->slots[slot_]];
      if (entry.hash != hash_ || entry.key.is(Tag::kUnbound)) continue;
      found_ = slot_;
      slot_ = following();
      return &entry;
    }
    found_ = slot_;
    return nullptr;
  }
  // The slot of what `next` gave last; where it gave null, the empty slot where such a key would go.
  uint32_t slot() const { return found_; }

  static constexpr uint32_t kEmpty = UINT32_MAX;

 private:
  uint32_t following() const { return (slot_ + 1) & (map_->slot_count - 1); }

  const Map* map_ = nullptr;
  uint64_t hash_ = 0;
  uint32_t slot_ = 0;
  uint32_t found_ = 0;
};

// The value under `key`, or null.
Value* map_find(const Map& map, Value key);
// Adds or replaces. Never collects; `heap` is told when the map grows.
void map_put(Heap& heap, Map& map, Value key, Value value);
// True when there was such an entry.
bool map_remove(Map& map, Value key);
void map_clear(Map& map);

// Calls visit(key, value&) in order of insertion.
template <class Visit>
void map_each(const Map& map, Visit visit) {
  for (uint32_t i = 0; i < map.used; i++)
    if (!map.order[i].key.is(Tag::kUnbound)) visit(map.order[i].key, map.order[i].value);
}

}  // namespace elle::lang
