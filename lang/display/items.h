// The items of a collection that a display shows.
#pragma once

#include <vector>

#include "lang/value/value.h"

namespace elle::lang {

inline bool is_collection(Value value) { return value.is(Tag::kPair) || value.is(Tag::kVector) || value.is(Tag::kMap); }

struct Items {
  std::vector<Value> values;  // of a map key, value, key, value, …
  uint64_t count = 0;         // of all there are; of a map its entries. A list that bites its tail ends there.
};

// The first `limit` items. REQUIRES: is_collection(collection).
Items items_of(Value collection, uint64_t limit);

}  // namespace elle::lang
