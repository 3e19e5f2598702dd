// Maps: making them, their entries, and changing them in place or as a copy.
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/data/map.h"

namespace elle::lang {

namespace {

Map* copy_map(Runtime& runtime, const Map& map) {
  Map* copy = runtime.heap.map();
  map_each(map, [&](Value key, Value value) { map_put(runtime.heap, *copy, key, value); });
  return copy;
}

// Keys and values alternate from argument `first` on.
Result<core::Done> put_arguments(Runtime& runtime, Args args, Map& map, uint32_t first) {
  const Arguments in(runtime, args);
  if ((in.size() - first) % 2)
    return in.fail(ErrorKind::kArity, "The last key has no value.", "Give keys and values in turn.");
  for (uint32_t i = first; i < in.size(); i += 2) map_put(runtime.heap, map, in[i], in[i + 1]);
  return core::Done{};
}

Result<Value> hash_map(Runtime& runtime, Args args) {
  Map* map = runtime.heap.map();
  TRY(put_arguments(runtime, args, *map, 0));
  return object_value(Tag::kMap, map);
}

// nil counts as an empty map, so that a missing nested map can be begun.
Result<Value> assoc(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  if (args[0].is(Tag::kVector)) {
    Vector* copy = runtime.heap.vector_of(args[0].as<Vector>()->items, args[0].as<Vector>()->size);
    for (uint32_t i = 1; i + 1 < args.size(); i += 2) {
      if (!args[i].is(Tag::kInteger) || args[i].natural >= copy->size)
        return index_out_of_range(runtime, args[0], args[i]);
      copy->items[args[i].natural] = args[i + 1];
    }
    return object_value(Tag::kVector, copy);
  }
  Map* map = args[0].is_nil() ? runtime.heap.map() : copy_map(runtime, *TRY(in.map(0)));
  TRY(put_arguments(runtime, args, *map, 1));
  return object_value(Tag::kMap, map);
}

Result<Value> dissoc(Runtime& runtime, Args args) {
  if (args[0].is_nil()) return nil();
  Map* map = copy_map(runtime, *TRY(Arguments(runtime, args).map(0)));
  for (uint32_t i = 1; i < args.size(); i++) map_remove(*map, args[i]);
  return object_value(Tag::kMap, map);
}

Result<Value> remove_key(Runtime& runtime, Args args) {
  return boolean(map_remove(*TRY(Arguments(runtime, args).map(0)), args[1]));
}

Result<Value> has_key(Runtime& runtime, Args args) {
  if (args[0].is_nil()) return boolean(false);
  return boolean(map_find(*TRY(Arguments(runtime, args).map(0)), args[1]) != nullptr);
}

Result<Value> keys(Runtime& runtime, Args args) {
  if (args[0].is_nil()) return nil();
  ListBuilder result(runtime);
  map_each(*TRY(Arguments(runtime, args).map(0)), [&](Value key, Value) { result.add(key); });
  return result.list();
}

Result<Value> values(Runtime& runtime, Args args) {
  if (args[0].is_nil()) return nil();
  ListBuilder result(runtime);
  map_each(*TRY(Arguments(runtime, args).map(0)), [&](Value, Value value) { result.add(value); });
  return result.list();
}

Result<Value> entries(Runtime& runtime, Args args) {
  if (args[0].is_nil()) return nil();
  TRY(Arguments(runtime, args).map(0));
  return list_of(runtime, TRY(items_of(runtime, args, 0)));
}

Result<Value> merge(Runtime& runtime, Args args) {
  Map* merged = runtime.heap.map();
  for (uint32_t i = 0; i < args.size(); i++) {
    if (args[i].is_nil()) continue;
    map_each(*TRY(Arguments(runtime, args).map(i)),
             [&](Value key, Value value) { map_put(runtime.heap, *merged, key, value); });
  }
  return object_value(Tag::kMap, merged);
}

Result<Value> merge_into(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Map* target = TRY(in.map(0));
  for (uint32_t i = 1; i < args.size(); i++) {
    // A map merged into itself stays as it is, and must not be walked while it grows.
    if (args[i].is_nil() || args[i].same(args[0])) continue;
    map_each(*TRY(in.map(i)), [&](Value key, Value value) { map_put(runtime.heap, *target, key, value); });
  }
  return args[0];
}

Result<Value> select_keys(Runtime& runtime, Args args) {
  Map* selected = runtime.heap.map();
  const Map& map = *TRY(Arguments(runtime, args).map(0));
  for (const Value key : TRY(items_of(runtime, args, 1)))
    if (const Value* value = map_find(map, key)) map_put(runtime.heap, *selected, key, *value);
  return object_value(Tag::kMap, selected);
}

Result<Value> zip_map(Runtime& runtime, Args args) {
  const std::vector<Value> all_keys = TRY(items_of(runtime, args, 0));
  const std::vector<Value> all_values = TRY(items_of(runtime, args, 1));
  Map* map = runtime.heap.map();
  for (size_t i = 0; i < all_keys.size() && i < all_values.size(); i++)
    map_put(runtime.heap, *map, all_keys[i], all_values[i]);
  return object_value(Tag::kMap, map);
}

// A map of entries, each a vector or a list of key and value.
Result<Value> entries_to_map(Runtime& runtime, Args args) {
  Map* map = runtime.heap.map();
  for (const Value entry : TRY(items_of(runtime, args, 0))) {
    const auto pair = is_sequence(entry) ? items_of(runtime, entry) : std::vector<Value>();
    if (pair.size() != 2) return runtime.wrong_argument(args, 0, "a collection of entries [key value]");
    map_put(runtime.heap, *map, pair[0], pair[1]);
  }
  return object_value(Tag::kMap, map);
}

Result<Value> clear(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kVector)) {
    args[0].as<Vector>()->size = 0;
    return args[0];
  }
  if (!args[0].is(Tag::kMap)) return runtime.wrong_argument(args, 0, "a map or a vector");
  map_clear(*args[0].as<Map>());
  return args[0];
}

constexpr BuiltinEntry kMapBuiltins[] = {
    {"hash-map", 0, kAnyNumber, hash_map, "(hash-map key value ...)", "A new map of the keys and values."},
    {"map-of", 0, kAnyNumber, hash_map, "(map-of key value ...)",
     "A new map of the keys and values; the same as hash-map."},
    {"assoc", 3, kAnyNumber, assoc, "(assoc map key value ...)",
     "A copy of a map with other values under the keys, or of a vector with other items at the indices."},
    {"dissoc", 1, kAnyNumber, dissoc, "(dissoc map key ...)", "A copy of a map without the keys."},
    {"remove!", 2, 2, remove_key, "(remove! map key)", "Removes a key from a map and returns whether it was there."},
    {"has-key?", 2, 2, has_key, "(has-key? map key)", "Whether a map has the key."},
    {"keys", 1, 1, keys, "(keys map)", "A list of the keys, in the order in which they were added."},
    {"vals", 1, 1, values, "(vals map)", "A list of the values, in the order of the keys."},
    {"entries", 1, 1, entries, "(entries map)", "A list of the entries as vectors [key value], in order."},
    {"merge", 0, kAnyNumber, merge, "(merge map ...)",
     "A new map of all entries; of equal keys the last map's counts."},
    {"merge!", 1, kAnyNumber, merge_into, "(merge! map other ...)",
     "Adds the entries of the others to the first map and returns it."},
    {"select-keys", 2, 2, select_keys, "(select-keys map keys)", "A new map of those entries whose key is in keys."},
    {"zipmap", 2, 2, zip_map, "(zipmap keys values)", "A new map from each key to the value at the same place."},
    {"entries->map", 1, 1, entries_to_map, "(entries->map coll)", "A new map of a collection of [key value] entries."},
    {"clear!", 1, 1, clear, "(clear! coll)", "Removes everything from a map or a vector and returns it."},
};

}  // namespace

void define_maps(Runtime& runtime) { runtime.define_builtins(kMapBuiltins); }

}  // namespace elle::lang
