// The table: `order` holds the entries, `slots` says where in it a key stands (open addressing, one slot after the
// other).
#include "lang/data/map.h"

#include <cstring>
#include <new>

#include "core/base/memory_reserve.h"

#include "lang/data/equality.h"

namespace elle::lang {

namespace {

constexpr uint32_t kEmpty = MapCandidates::kEmpty;
constexpr uint32_t kFirstCapacity = 8;

// Where the search for `key` ends: at the slot that leads to its entry, or at the empty slot where it would go.
// REQUIRES: slots exist.
uint32_t find_slot(const Map& map, Value key, uint64_t key_hash) {
  MapCandidates candidates(map, key_hash);
  // A NaN equals nothing, but is found as the key it is.
  while (const Map::Entry* entry = candidates.next())
    if (entry->key.same(key) || equal(entry->key, key)) break;
  return candidates.slot();
}

void fill_slots(Map& map) {
  std::memset(map.slots, 0xff, map.slot_count * sizeof(uint32_t));
  const uint32_t mask = map.slot_count - 1;
  for (uint32_t i = 0; i < map.used; i++) {
    uint32_t slot = static_cast<uint32_t>(map.order[i].hash) & mask;
    while (map.slots[slot] != kEmpty) slot = (slot + 1) & mask;
    map.slots[slot] = i;
  }
}

void drop_removed(Map& map) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < map.used; i++)
    if (!map.order[i].key.is(Tag::kUnbound)) map.order[kept++] = map.order[i];
  map.used = kept;
}

// There may be no memory: then the map is as it was, but for unused room behind its entries.
void grow(Map& map) {
  if (map.capacity > UINT32_MAX / 4) throw std::bad_alloc();  // the slots could not be counted
  const uint32_t capacity = map.capacity ? map.capacity * 2 : kFirstCapacity;
  map.order = static_cast<Map::Entry*>(core::reallocate(map.order, capacity * sizeof(Map::Entry)));
  map.slots = static_cast<uint32_t*>(core::reallocate(map.slots, size_t{capacity} * 2 * sizeof(uint32_t)));
  map.capacity = capacity;
  map.slot_count = capacity * 2;
}

// What the tables take outside the heap's own blocks.
size_t table_bytes(const Map& map) { return map.capacity * sizeof(Map::Entry) + map.slot_count * sizeof(uint32_t); }

// Room for one more entry: by closing the gaps when a quarter or more are gaps, else by doubling. Slots are twice the
// entries, so that a search always meets an empty one.
void make_room(Map& map) {
  const bool sparse = map.count < map.used - map.used / 4;
  if (!sparse || map.capacity == 0) grow(map);
  drop_removed(map);
  fill_slots(map);
}

}  // namespace

Value* map_find(const Map& map, Value key) {
  if (map.count == 0) return nullptr;
  const uint32_t slot = find_slot(map, key, hash(key));
  return map.slots[slot] == kEmpty ? nullptr : &map.order[map.slots[slot]].value;
}

void map_put(Heap& heap, Map& map, Value key, Value value) {
  const uint64_t key_hash = hash(key);
  uint32_t slot = 0;
  if (map.slot_count) {
    slot = find_slot(map, key, key_hash);
    if (map.slots[slot] != kEmpty) {
      map.order[map.slots[slot]].value = value;
      return;
    }
  }
  if (map.used == map.capacity) {
    const size_t before = table_bytes(map);
    make_room(map);
    heap.count_external(table_bytes(map) - before);
    slot = find_slot(map, key, key_hash);
  }
  map.slots[slot] = map.used;
  map.order[map.used++] = {key, value, key_hash};
  map.count++;
}

bool map_remove(Map& map, Value key) {
  if (map.count == 0) return false;
  const uint32_t slot = find_slot(map, key, hash(key));
  if (map.slots[slot] == kEmpty) return false;
  Map::Entry& entry = map.order[map.slots[slot]];
  entry.key = make_value(Tag::kUnbound, 0);
  entry.value = nil();
  map.count--;
  return true;
}

void map_clear(Map& map) {
  map.count = map.used = 0;
  if (map.slots) fill_slots(map);
}

}  // namespace elle::lang
