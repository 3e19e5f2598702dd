// Lists and vectors seen alike.
#pragma once

#include <vector>

#include "lang/value/objects.h"

namespace elle::lang {

// The number of items in a list.
inline uint64_t list_length(Value list) {
  uint64_t length = 0;
  for (; list.is(Tag::kPair); list = list.as<Pair>()->tail) length++;
  return length;
}
// Of a list, a vector or a map, whose entries count as items.
uint64_t item_count(Value collection);

// The items of a vector or a list, nil being the empty one; false for anything else.
bool sequence_items(Value value, std::vector<Value>* items);

}  // namespace elle::lang
