// Vectors: making them, their parts, and changing them in place.
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

constexpr uint64_t kMaxItems = uint64_t{1} << 31;

Result<Value> vector(Runtime& runtime, Args args) {
  return object_value(Tag::kVector, runtime.heap.vector_of(args.values, args.size()));
}

Result<Value> make_vector(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const uint64_t size = TRY(in.natural(0));
  if (size > kMaxItems) return in.wrong(0, fmt::format("at most {}", kMaxItems));
  TRY(in.expect_memory(size, sizeof(Value)));
  Vector* made = runtime.heap.vector(static_cast<uint32_t>(size));
  const Value fill = in.has(1) ? args[1] : nil();
  for (uint64_t i = 0; i < size; i++) made->items[i] = fill;
  made->size = static_cast<uint32_t>(size);
  return object_value(Tag::kVector, made);
}

Result<Value> to_vector(Runtime& runtime, Args args) { return runtime.vector(TRY(items_of(runtime, args, 0))); }

// What loops walk by index: costs nothing for a vector.
Result<Value> as_vector(Runtime& runtime, Args args) {
  const Value collection = args[0];
  if (collection.is(Tag::kVector)) return collection;
  if (is_c_memory(runtime, collection)) return object_value(Tag::kVector, TRY(c_array_items(runtime, collection)));
  if (is_sequence(collection)) return runtime.vector(TRY(items_of(runtime, args, 0)));
  // `map`, `for` and their like get here with what the script gave them, so the message names none of them.
  return runtime.fail(ErrorKind::kType, fmt::format("{} is not a collection.", print_short(runtime.views, collection)),
                      "Lists, vectors, strings, maps, bytes and C arrays are collections.");
}

Result<Value> like(Runtime& runtime, Args args) {
  TRY(Arguments(runtime, args).vector(1));
  return args[0].is(Tag::kVector) ? args[1] : list_of(runtime, TRY(items_of(runtime, args, 1)));
}

Result<Value> to_list(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kPair)) return args[0];
  return list_of(runtime, TRY(items_of(runtime, args, 0)));
}

Result<Value> push(Runtime& runtime, Args args) {
  Vector* vector = TRY(Arguments(runtime, args).vector(0));
  for (uint32_t i = 1; i < args.size(); i++) runtime.heap.vector_push(vector, args[i]);
  return args[0];
}

Result<Value> extend(Runtime& runtime, Args args) {
  Vector* vector = TRY(Arguments(runtime, args).vector(0));
  for (const Value item : TRY(items_of(runtime, args, 1))) runtime.heap.vector_push(vector, item);
  return args[0];
}

Result<Value> pop(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Vector* vector = TRY(in.vector(0));
  if (vector->size == 0) return in.fail(ErrorKind::kRange, "`pop!` finds the vector empty.", "Test with (empty? v).");
  return vector->items[--vector->size];
}

Result<Value> insert(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Vector* vector = TRY(in.vector(0));
  const uint64_t index = TRY(in.natural(1));
  if (index > vector->size) return index_out_of_range(runtime, args[0], args[1]);
  runtime.heap.vector_push(vector, nil());
  std::memmove(vector->items + index + 1, vector->items + index, (vector->size - 1 - index) * sizeof(Value));
  vector->items[index] = args[2];
  return args[0];
}

Result<Value> remove_at(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Vector* vector = TRY(in.vector(0));
  const uint64_t index = TRY(in.natural(1));
  if (index >= vector->size) return index_out_of_range(runtime, args[0], args[1]);
  const Value removed = vector->items[index];
  vector->size--;
  std::memmove(vector->items + index, vector->items + index + 1, (vector->size - index) * sizeof(Value));
  return removed;
}

Result<Value> fill(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  if (args[0].is(Tag::kBytes)) {
    const uint8_t byte = TRY(in.byte(1));
    std::memset(args[0].as<Bytes>()->data, byte, args[0].as<Bytes>()->size);
    return args[0];
  }
  Vector* vector = TRY(in.vector(0));
  for (uint32_t i = 0; i < vector->size; i++) vector->items[i] = args[1];
  return args[0];
}

constexpr BuiltinEntry kVectorBuiltins[] = {
    {"vector", 0, kAnyNumber, vector, "(vector item ...)", "A new vector of the arguments."},
    {"make-vector", 1, 2, make_vector, "(make-vector n [item])", "A new vector of n times the item (nil)."},
    {"vec", 1, 1, to_vector, "(vec coll)",
     "A new vector of the items of any collection; the entries of a map as vectors [key value]."},
    {"as-vector", 1, 1, as_vector, "(as-vector coll)",
     "A vector itself; for any other collection, or a C array, a new vector of its items."},
    {"like", 2, 2, like, "(like coll vector)",
     "The vector itself when coll is a vector, else a list of its items: how map, filter and their like make a result "
     "of "
     "the kind that they were given."},
    {"list->vector", 1, 1, to_vector, "(list->vector list)", "A new vector of the items; the same as vec."},
    {"vector->list", 1, 1, to_list, "(vector->list vector)", "A list of the items; the same as to-list."},
    {"to-list", 1, 1, to_list, "(to-list coll)",
     "A list of the items of any collection; the entries of a map as vectors [key value]."},
    {"push!", 1, kAnyNumber, push, "(push! vector item ...)", "Adds items at the end of a vector and returns it."},
    {"vector-push!", 1, kAnyNumber, push, "(vector-push! vector item ...)",
     "Adds items at the end of a vector and returns it; the same as push!."},
    {"extend!", 2, 2, extend, "(extend! vector coll)", "Adds all items of coll at the end of a vector and returns it."},
    {"pop!", 1, 1, pop, "(pop! vector)", "Removes the last item of a vector and returns it."},
    {"insert!", 3, 3, insert, "(insert! vector index item)",
     "Puts an item before the one at the index (or at the end, for the count) and returns the vector."},
    {"remove-at!", 2, 2, remove_at, "(remove-at! vector index)", "Removes the item at the index and returns it."},
    {"fill!", 2, 2, fill, "(fill! vector item)",
     "Makes every item of a vector the given one, or every byte of bytes; returns it."},
};

}  // namespace

void define_vectors(Runtime& runtime) { runtime.define_builtins(kVectorBuiltins); }

}  // namespace elle::lang
