// The collections that brackets stand for; the rest of FormBuilder is in form_builder.cpp.
#include "lang/data/map.h"
#include "lang/read/form_builder.h"

namespace elle::lang {

Value FormBuilder::make_collection(TokenKind kind, size_t first) {
  switch (kind) {
    case TokenKind::kOpenList:
      return make_list(first);
    case TokenKind::kOpenMap:
      return make_map(first);
    case TokenKind::kOpenBytes:
      return make_bytes(first);
    default: {
      Vector* vector = runtime_.heap.vector(static_cast<uint32_t>(items_.size() - first));
      for (size_t i = first; i < items_.size(); i++) Heap::vector_push(vector, items_[i].value);
      return object_value(Tag::kVector, vector);
    }
  }
}

Value FormBuilder::make_list(size_t first) {
  Value list = nil();
  for (size_t i = items_.size(); i-- > first;)
    list = object_value(Tag::kPair, runtime_.heap.pair(items_[i].value, list, items_[i].span));
  return list;
}

Value FormBuilder::make_map(size_t first) {
  Map* map = runtime_.heap.map();
  for (size_t i = first; i < items_.size(); i += 2) {
    const Item& key = items_[i];
    if (i + 1 == items_.size())
      wrong(key.span, "This key has no value.", "A map is written {key value …}.");
    else if (!key.value.is(Tag::kUnbound) && map_find(*map, key.value))
      wrong(key.span, "This key is given twice in one map.");
    else
      map_put(*map, key.value, items_[i + 1].value);
  }
  return object_value(Tag::kMap, map);
}

Value FormBuilder::make_bytes(size_t first) {
  Bytes* bytes = runtime_.heap.bytes(items_.size() - first);
  for (size_t i = first; i < items_.size(); i++) {
    const auto& [value, span] = items_[i];
    if (value.is(Tag::kInteger) && value.integer >= 0 && value.integer <= 255)
      bytes->data[i - first] = static_cast<uint8_t>(value.integer);
    else if (!value.is(Tag::kUnbound))
      wrong(span, "This is not a byte.", "#u8(…) takes integers from 0 to 255.");
  }
  return object_value(Tag::kBytes, bytes);
}

}  // namespace elle::lang
