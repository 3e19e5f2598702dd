// What is true of every collection, each kind in its own way.
#include "lang/builtins/sequence.h"

#include "lang/data/map.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// An entry of a map as a vector [key value].
Value entry_of(Runtime& runtime, Value key, Value value) {
  const Value entry[] = {key, value};
  return object_value(Tag::kVector, runtime.heap.vector_of(entry, 2));
}

Value slice_list(Runtime& runtime, Value list, uint64_t begin, uint64_t end) {
  ListBuilder result(runtime);
  for (uint64_t i = 0; i < end; i++, list = list.as<Pair>()->tail)
    if (i >= begin) result.add(list.as<Pair>()->head, list.as<Pair>()->span);
  return result.list();
}

Value slice_string(Runtime& runtime, const String& string, uint64_t begin, uint64_t end) {
  if (string.bytes == string.characters) return runtime.string(string.view().substr(begin, end - begin));
  const size_t first = offset_of_character(string.view(), begin);
  const std::string_view rest = string.view().substr(first);
  return runtime.string(rest.substr(0, offset_of_character(rest, end - begin)));
}

}  // namespace

bool is_sequence(Value value) {
  switch (value.tag()) {
    case Tag::kNil:
    case Tag::kPair:
    case Tag::kVector:
    case Tag::kString:
    case Tag::kMap:
    case Tag::kBytes:
      return true;
    default:
      return false;
  }
}

std::vector<Value> items_of(Runtime& runtime, Value value) {
  std::vector<Value> items;
  switch (value.tag()) {
    case Tag::kPair:
    case Tag::kVector:
      sequence_items(value, &items);
      return items;
    case Tag::kString:
      each_character(value.as<String>()->view(), [&](uint32_t c) { items.push_back(character(c)); });
      return items;
    case Tag::kMap:
      map_each(*value.as<Map>(), [&](Value key, Value item) { items.push_back(entry_of(runtime, key, item)); });
      return items;
    case Tag::kBytes:
      for (uint64_t i = 0; i < value.as<Bytes>()->size; i++) items.push_back(integer(value.as<Bytes>()->data[i]));
      return items;
    default:
      return items;
  }
}

bool is_c_memory(const Runtime& runtime, Value value) {
  return (value.is(Tag::kAllocation) || value.is(Tag::kPointer)) && runtime.views;
}

Result<Vector*> c_array_items(Runtime& runtime, Value array) {
  const uint64_t count = TRY(runtime.views->element_count(array));
  Vector* items = runtime.heap.vector(static_cast<uint32_t>(std::min<uint64_t>(count, UINT32_MAX)));
  for (uint64_t i = 0; i < count; i++)
    runtime.heap.vector_push(items, TRY(runtime.views->get(array, natural(i), nullptr)));
  return items;
}

Result<std::vector<Value>> items_of(Runtime& runtime, Args args, uint32_t i) {
  if (is_c_memory(runtime, args[i])) {
    const Vector* items = TRY(c_array_items(runtime, args[i]));
    return std::vector<Value>(items->items, items->items + items->size);
  }
  if (!is_sequence(args[i])) return runtime.wrong_argument(args, i, kAnySequence);
  return items_of(runtime, args[i]);
}

Value list_of(Runtime& runtime, const std::vector<Value>& items) {
  Value result = nil();
  for (auto it = items.rbegin(); it != items.rend(); ++it) result = runtime.cons(*it, result);
  return result;
}

Value sequence_like(Runtime& runtime, Value model, const std::vector<Value>& items) {
  return model.is(Tag::kVector) ? runtime.vector(items) : list_of(runtime, items);
}

Value map_of(Runtime& runtime, Properties properties) {
  Map* map = runtime.heap.map();
  for (const auto& [name, value] : properties) map_put(runtime.heap, *map, runtime.keyword(name), value);
  return object_value(Tag::kMap, map);
}

std::optional<uint64_t> count_of(Value value) {
  switch (value.tag()) {
    case Tag::kNil:
      return 0;
    case Tag::kPair:
    case Tag::kVector:
    case Tag::kMap:
      return item_count(value);
    case Tag::kString:
      return value.as<String>()->characters;
    case Tag::kBytes:
      return value.as<Bytes>()->size;
    default:
      return std::nullopt;
  }
}

std::string describe_collection(Value value) {
  const uint64_t count = count_of(value).value_or(0);
  const bool one = count == 1;
  switch (value.tag()) {
    case Tag::kNil:
      return "an empty list";
    case Tag::kString:
      return fmt::format("a string of {} character{}", count, one ? "" : "s");
    case Tag::kBytes:
      return fmt::format("bytes of length {}", count);
    default:
      return fmt::format("a {} of {} item{}", tag_name(value.tag()), count, one ? "" : "s");
  }
}

Failed index_out_of_range(Runtime& runtime, Value collection, Value index) {
  const uint64_t count = count_of(collection).value_or(0);
  const std::string valid = count == 0   ? "It has no items."
                            : count == 1 ? "The only index is 0."
                                         : fmt::format("Its indices are 0 to {}.", count - 1);
  return runtime.fail(
      ErrorKind::kRange,
      fmt::format("Index {} is outside {}.", print_short(runtime.views, index), describe_collection(collection)),
      valid);
}

Value slice_of(Runtime& runtime, Value collection, uint64_t begin, uint64_t end) {
  switch (collection.tag()) {
    case Tag::kPair:
      return slice_list(runtime, collection, begin, end);
    case Tag::kVector:
      return object_value(Tag::kVector, runtime.heap.vector_of(collection.as<Vector>()->items + begin,
                                                               static_cast<uint32_t>(end - begin)));
    case Tag::kString:
      return slice_string(runtime, *collection.as<String>(), begin, end);
    case Tag::kBytes: {
      Bytes* part = runtime.heap.bytes(end - begin);
      std::memcpy(part->data, collection.as<Bytes>()->data + begin, end - begin);
      return object_value(Tag::kBytes, part);
    }
    default:
      return nil();
  }
}

}  // namespace elle::lang
