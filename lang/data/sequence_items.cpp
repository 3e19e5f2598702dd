#include "lang/data/sequence_items.h"

#include "lang/value/objects.h"

namespace elle::lang {

bool sequence_items(Value value, std::vector<Value>* items) {
  if (value.is(Tag::kVector)) {
    items->assign(value.as<Vector>()->items, value.as<Vector>()->items + value.as<Vector>()->size);
    return true;
  }
  for (; value.is(Tag::kPair); value = value.as<Pair>()->tail) items->push_back(value.as<Pair>()->head);
  return value.is_nil();
}

}  // namespace elle::lang
