// Lists and vectors seen alike.
#include "lang/data/sequence_items.h"

namespace elle::lang {

uint64_t item_count(Value collection) {
  return collection.is(Tag::kVector) ? collection.as<Vector>()->size
         : collection.is(Tag::kMap)  ? collection.as<Map>()->count
                                     : list_length(collection);
}

bool sequence_items(Value value, std::vector<Value>* items) {
  if (value.is(Tag::kVector)) {
    items->assign(value.as<Vector>()->items, value.as<Vector>()->items + value.as<Vector>()->size);
    return true;
  }
  for (; value.is(Tag::kPair); value = value.as<Pair>()->tail) items->push_back(value.as<Pair>()->head);
  return value.is_nil();
}

}  // namespace elle::lang
