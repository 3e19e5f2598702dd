// What lists, vectors, strings, maps, bytes and C memory have in common.
#include <algorithm>
#include <span>

#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/data/equality.h"
#include "lang/data/map.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

constexpr const char* kAnyCollection = "a list, a vector, a map, a string, bytes or C memory";

uint32_t character_at(const String& string, uint64_t index) {
  size_t offset = string.bytes == string.characters ? index : offset_of_character(string.view(), index);
  return decode_utf8(string.view(), offset);
}

// The item at a place of an indexed collection; nothing when the index is outside.
std::optional<Value> item_at(Value collection, Value index) {
  if (!index.is(Tag::kInteger) || index.integer < 0) return std::nullopt;
  const uint64_t i = index.natural;
  switch (collection.tag()) {
    case Tag::kVector:
      if (i < collection.as<Vector>()->size) return collection.as<Vector>()->items[i];
      return std::nullopt;
    case Tag::kString:
      if (i < collection.as<String>()->characters) return character(character_at(*collection.as<String>(), i));
      return std::nullopt;
    case Tag::kBytes:
      if (i < collection.as<Bytes>()->size) return integer(collection.as<Bytes>()->data[i]);
      return std::nullopt;
    default:
      for (uint64_t left = i; collection.is(Tag::kPair); collection = collection.as<Pair>()->tail)
        if (left-- == 0) return collection.as<Pair>()->head;
      return std::nullopt;
  }
}

Result<Value> get(Runtime& runtime, Args args) {
  const Value collection = args[0], key = args[1];
  const Value* fallback = args.size() > 2 ? args.values + 2 : nullptr;
  switch (collection.tag()) {
    case Tag::kNil:
      return fallback ? *fallback : nil();
    case Tag::kMap: {
      const Value* found = map_find(*collection.as<Map>(), key);
      return found ? *found : fallback ? *fallback : nil();
    }
    case Tag::kVector:
    case Tag::kPair:
    case Tag::kString:
    case Tag::kBytes:
      if (!key.is_integer()) return runtime.wrong_argument(args, 1, "an index");
      if (auto item = item_at(collection, key)) return *item;
      return fallback ? Result<Value>(*fallback) : index_out_of_range(runtime, collection, key);
    default:
      if (is_c_memory(runtime, collection)) return runtime.views->get(collection, key, fallback);
      return runtime.wrong_argument(args, 0, kAnyCollection);
  }
}

Result<Value> nth(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kMap)) return runtime.wrong_argument(args, 0, "a list, a vector, a string or bytes");
  if (args[0].is_nil() && args.size() < 3) return index_out_of_range(runtime, args[0], args[1]);
  return get(runtime, args);
}

Result<Value> put(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Value collection = args[0], key = args[1], value = args[2];
  switch (collection.tag()) {
    case Tag::kMap:
      map_put(runtime.heap, *collection.as<Map>(), key, value);
      return value;
    case Tag::kVector:
      if (!key.is_integer()) return in.wrong(1, "an index");
      if (!key.is(Tag::kInteger) || key.natural >= collection.as<Vector>()->size)
        return index_out_of_range(runtime, collection, key);
      collection.as<Vector>()->items[key.natural] = value;
      return value;
    case Tag::kBytes: {
      if (!key.is_integer()) return in.wrong(1, "an index");
      if (!key.is(Tag::kInteger) || key.natural >= collection.as<Bytes>()->size)
        return index_out_of_range(runtime, collection, key);
      collection.as<Bytes>()->data[key.natural] = TRY(in.byte(2));
      return value;
    }
    case Tag::kPair:
    case Tag::kString:
      return in.fail(ErrorKind::kType, fmt::format("A {} cannot be changed.", tag_name(collection.tag())),
                     "Make a changed copy, or use a vector.");
    default:
      if (is_c_memory(runtime, collection)) return runtime.views->put(collection, key, value);
      return in.wrong(0, "a vector, a map, bytes or C memory");
  }
}

Result<Value> count(Runtime& runtime, Args args) {
  if (const auto number = count_of(args[0])) return natural(*number);
  if (is_c_memory(runtime, args[0])) return natural(TRY(runtime.views->count(args[0])));
  return runtime.wrong_argument(args, 0, kAnyCollection);
}

Result<Value> is_empty(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kPair)) return boolean(false);
  const Value number = TRY(count(runtime, args));
  return boolean(number.integer == 0);
}

// A collection with an order, as argument `i` of slice, take and drop. Of a C array, its elements as a vector.
Result<Value> ordered(Runtime& runtime, Args args, uint32_t i) {
  if (is_c_memory(runtime, args[i])) return object_value(Tag::kVector, TRY(c_array_items(runtime, args[i])));
  if (is_sequence(args[i]) && !args[i].is(Tag::kMap)) return args[i];
  return runtime.wrong_argument(args, i, "a list, a vector, a string, bytes or a C array");
}

Result<Value> slice(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Value collection = TRY(ordered(runtime, args, 0));
  const uint64_t size = *count_of(collection);
  const uint64_t begin = TRY(in.natural(1));
  const uint64_t end = TRY(in.natural_or(2, size));
  if (begin > end || end > size)
    return in.fail(ErrorKind::kRange, fmt::format("The slice from {} to {} is not within {}.", begin, end,
                                                  describe_collection(collection)));
  return slice_of(runtime, collection, begin, end);
}

// take and drop stop at the end of the collection where slice fails.
Result<Value> take(Runtime& runtime, Args args) {
  const uint64_t number = TRY(Arguments(runtime, args).natural(0));
  const Value collection = TRY(ordered(runtime, args, 1));
  return slice_of(runtime, collection, 0, std::min(number, *count_of(collection)));
}

Result<Value> drop(Runtime& runtime, Args args) {
  const uint64_t number = TRY(Arguments(runtime, args).natural(0));
  const Value collection = TRY(ordered(runtime, args, 1));
  const uint64_t size = *count_of(collection);
  return slice_of(runtime, collection, std::min(number, size), size);
}

Result<Value> copy(Runtime& runtime, Args args) {
  const Value value = args[0];
  if (value.is(Tag::kMap)) {
    Map* duplicate = runtime.heap.map();
    map_each(*value.as<Map>(), [&](Value key, Value item) { map_put(runtime.heap, *duplicate, key, item); });
    return object_value(Tag::kMap, duplicate);
  }
  if (value.is(Tag::kVector) || value.is(Tag::kBytes)) return slice_of(runtime, value, 0, *count_of(value));
  if (is_sequence(value)) return value;
  return runtime.wrong_argument(args, 0, kAnySequence);
}

// A megabyte in pieces is joined as bytes, not as a million values.
Value concat_bytes(Runtime& runtime, std::span<const Value> parts) {
  size_t size = 0;
  for (const Value part : parts) size += part.as<Bytes>()->size;
  Bytes* all = runtime.heap.bytes(size);
  uint8_t* to = all->data;
  for (const Value part : parts) to = std::copy_n(part.as<Bytes>()->data, part.as<Bytes>()->size, to);
  return object_value(Tag::kBytes, all);
}

Result<Value> concat(Runtime& runtime, Args args) {
  if (args.size() == 0) return nil();
  const std::span<const Value> parts(args.values, args.size());
  if (std::all_of(parts.begin(), parts.end(), [](Value part) { return part.is(Tag::kBytes); }))
    return concat_bytes(runtime, parts);
  std::vector<Value> all;
  std::string text;
  for (uint32_t i = 0; i < args.size(); i++) {
    if (args[0].is(Tag::kString)) {
      text += TRY(Arguments(runtime, args).text(i));
      continue;
    }
    const std::vector<Value> items = TRY(items_of(runtime, args, i));
    all.insert(all.end(), items.begin(), items.end());
  }
  if (args[0].is(Tag::kString)) return runtime.string(text);
  if (!args[0].is(Tag::kBytes)) return sequence_like(runtime, args[0], all);
  Bytes* bytes = runtime.heap.bytes(all.size());
  for (size_t i = 0; i < all.size(); i++) {
    if (!all[i].is(Tag::kInteger) || all[i].natural > 255)
      return runtime.fail(ErrorKind::kType, "Only integers from 0 to 255 can be joined to bytes.");
    bytes->data[i] = static_cast<uint8_t>(all[i].natural);
  }
  return object_value(Tag::kBytes, bytes);
}

Result<Value> reverse(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kString)) {
    std::string text;
    const std::vector<Value> characters = TRY(items_of(runtime, args, 0));
    for (auto it = characters.rbegin(); it != characters.rend(); ++it)
      append_utf8(text, static_cast<uint32_t>(it->natural));
    return runtime.string(text);
  }
  std::vector<Value> items = TRY(items_of(runtime, args, 0));
  return sequence_like(runtime, args[0], {items.rbegin(), items.rend()});
}

// The index of the first item equal to `wanted`.
std::optional<uint64_t> find_item(const std::vector<Value>& items, Value wanted) {
  for (size_t i = 0; i < items.size(); i++)
    if (equal(items[i], wanted)) return i;
  return std::nullopt;
}

// The index in characters of a string or a character within a string.
Result<Value> index_in_string(Runtime& runtime, Args args) {
  const std::string_view text = args[0].as<String>()->view();
  std::string wanted;
  if (args[1].is(Tag::kCharacter))
    append_utf8(wanted, static_cast<uint32_t>(args[1].natural));
  else
    wanted = TRY(Arguments(runtime, args).text(1));
  const uint64_t start = TRY(Arguments(runtime, args).natural_or(2, 0));
  const size_t at = text.find(wanted, offset_of_character(text, start));
  return at == std::string_view::npos ? nil() : natural(count_characters(text.substr(0, at)));
}

Result<Value> index_of(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kString)) return index_in_string(runtime, args);
  const uint64_t start = TRY(Arguments(runtime, args).natural_or(2, 0));
  const std::vector<Value> items = TRY(items_of(runtime, args, 0));
  for (size_t i = start; i < items.size(); i++)
    if (equal(items[i], args[1])) return natural(i);
  return nil();
}

Result<Value> contains(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kMap)) return boolean(map_find(*args[0].as<Map>(), args[1]) != nullptr);
  if (args[0].is(Tag::kString)) return boolean(!TRY(index_in_string(runtime, args)).is_nil());
  const std::vector<Value> items = TRY(items_of(runtime, args, 0));
  return boolean(find_item(items, args[1]).has_value());
}

constexpr BuiltinEntry kCollectionBuiltins[] = {
    {"get", 2, 3, get, "(get coll key [default])",
     "The item of a list, vector, string or bytes at an index from 0, the value of a map's key, or an element or field "
     "of C memory. Where there is none: the default if one is given, nil for a map, else an error."},
    {"put!", 3, 3, put, "(put! coll key value)",
     "Changes the item of a vector, map, bytes or C memory and returns the value. (set! (get coll key) value) is the "
     "same. A map gains the key; the others must have the index."},
    {"nth", 2, 3, nth, "(nth coll index [default])",
     "The item at an index from 0 of a list, vector, string or bytes. Without a default, an index outside is an "
     "error."},
    {"count", 1, 1, count, "(count coll)",
     "The number of items: of characters for a string, of entries for a map, of elements for a C array."},
    {"length", 1, 1, count, "(length coll)", "The number of items; the same as count."},
    {"empty?", 1, 1, is_empty, "(empty? coll)", "Whether a collection has no items. nil is the empty list."},
    {"slice", 2, 3, slice, "(slice coll begin [end])",
     "The items from index begin up to but not including end, as a new collection of the same kind."},
    {"take", 2, 2, take, "(take n coll)", "The first n items, or all if there are fewer, as the same kind."},
    {"drop", 2, 2, drop, "(drop n coll)", "All but the first n items, as the same kind."},
    {"copy", 1, 1, copy, "(copy coll)",
     "A copy of a vector, map or bytes that can be changed without changing the original. The items are shared."},
    {"concat", 0, kAnyNumber, concat, "(concat coll ...)",
     "All items of the collections in order, as a collection of the first one's kind: a vector, a string, bytes, else "
     "a list."},
    {"reverse", 1, 1, reverse, "(reverse coll)",
     "The items in reverse order: a vector for a vector, a string for a string, else a list."},
    {"index-of", 2, 3, index_of, "(index-of coll item [start])",
     "The index of the first item that is = to item, or nil. In a string, of a character or a substring."},
    {"contains?", 2, 2, contains, "(contains? coll item)",
     "Whether a list or vector has an item = to item, a map has it as a key, or a string has it as a character or "
     "substring."},
};

}  // namespace

void define_collections(Runtime& runtime) { runtime.define_builtins(kCollectionBuiltins); }

}  // namespace elle::lang
