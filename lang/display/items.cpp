#include "lang/display/items.h"

#include <algorithm>

#include "lang/data/map.h"

namespace elle::lang {

namespace {

// Brent's way to find a circle: a landmark that moves on at each power of two.
Items items_of_list(Value list, uint64_t limit) {
  Items items;
  Value landmark = list;
  for (; list.is(Tag::kPair); list = list.as<Pair>()->tail) {
    if (items.count > 0 && list.same(landmark)) break;
    if ((items.count & (items.count - 1)) == 0) landmark = list;
    if (items.count++ < limit) items.values.push_back(list.as<Pair>()->head);
  }
  return items;
}

Items items_of_map(const Map& map, uint64_t limit) {
  Items items;
  items.count = map.count;
  for (uint32_t i = 0; i < map.used && items.values.size() / 2 < limit; i++) {
    if (map.order[i].key.is(Tag::kUnbound)) continue;
    items.values.push_back(map.order[i].key);
    items.values.push_back(map.order[i].value);
  }
  return items;
}

}  // namespace

Items items_of(Value collection, uint64_t limit) {
  if (collection.is(Tag::kPair)) return items_of_list(collection, limit);
  if (collection.is(Tag::kMap)) return items_of_map(*collection.as<Map>(), limit);
  const Vector& vector = *collection.as<Vector>();
  return {{vector.items, vector.items + std::min<uint64_t>(vector.size, limit)}, vector.size};
}

}  // namespace elle::lang
