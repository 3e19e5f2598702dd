// Lists: making them, their parts, looking through them.
#include <cmath>

#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/data/equality.h"
#include "lang/number/number.h"

namespace elle::lang {

namespace {

// More than this many items at once is taken for a mistake rather than a wish.
constexpr double kMaxRange = 1e9;

Result<Value> list(Runtime& runtime, Args args) {
  Value result = nil();
  for (uint32_t i = args.size(); i-- > 0;) result = runtime.cons(args[i], result);
  return result;
}

// What a list can go on with: a list itself, or a list of the items of another collection.
Result<Value> rest_argument(Runtime& runtime, Args args, uint32_t index) {
  if (args[index].is(Tag::kPair) || args[index].is_nil()) return args[index];
  return list_of(runtime, TRY(items_of(runtime, args, index)));
}

Result<Value> list_star(Runtime& runtime, Args args) {
  Value result = TRY(rest_argument(runtime, args, args.size() - 1));
  for (uint32_t i = args.size() - 1; i-- > 0;) result = runtime.cons(args[i], result);
  return result;
}

Result<Value> cons(Runtime& runtime, Args args) { return runtime.cons(args[0], TRY(rest_argument(runtime, args, 1))); }

// The item at a fixed place, nil where there is none.
template <uint64_t index>
Result<Value> item(Runtime& runtime, Args args) {
  Value coll = args[0];
  if (coll.is(Tag::kVector)) return index < coll.as<Vector>()->size ? coll.as<Vector>()->items[index] : nil();
  if (coll.is(Tag::kPair) || coll.is_nil()) {
    for (uint64_t left = index; left > 0 && coll.is(Tag::kPair); left--) coll = coll.as<Pair>()->tail;
    return coll.is(Tag::kPair) ? coll.as<Pair>()->head : nil();
  }
  const std::vector<Value> items = TRY(items_of(runtime, args, 0));
  return index < items.size() ? items[index] : nil();
}

Result<Value> rest(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kPair)) return args[0].as<Pair>()->tail;
  if (!is_sequence(args[0]) || args[0].is(Tag::kMap))
    return runtime.wrong_argument(args, 0, "a list, a vector, a string or bytes");
  const uint64_t size = *count_of(args[0]);
  return slice_of(runtime, args[0], size ? 1 : 0, size);
}

Result<Value> last(Runtime& runtime, Args args) {
  Value coll = args[0];
  if (coll.is(Tag::kPair)) {
    while (coll.as<Pair>()->tail.is(Tag::kPair)) coll = coll.as<Pair>()->tail;
    return coll.as<Pair>()->head;
  }
  const std::vector<Value> items = TRY(items_of(runtime, args, 0));
  return items.empty() ? nil() : items.back();
}

Result<Value> but_last(Runtime& runtime, Args args) {
  if (!is_sequence(args[0]) || args[0].is(Tag::kMap))
    return runtime.wrong_argument(args, 0, "a list, a vector, a string or bytes");
  const uint64_t size = *count_of(args[0]);
  return slice_of(runtime, args[0], 0, size ? size - 1 : 0);
}

Result<Value> append(Runtime& runtime, Args args) {
  if (args.size() == 0) return nil();
  ListBuilder result(runtime);
  for (uint32_t i = 0; i + 1 < args.size(); i++) {
    Value rest = args[i];
    for (; rest.is(Tag::kPair); rest = rest.as<Pair>()->tail) result.add(rest.as<Pair>()->head, rest.as<Pair>()->span);
    if (rest.is_nil()) continue;
    for (const Value item : TRY(items_of(runtime, args, i))) result.add(item);
  }
  // The last list is shared, not copied.
  result.finish(TRY(rest_argument(runtime, args, args.size() - 1)));
  return result.list();
}

Result<Value> member(Runtime& runtime, Args args) {
  for (Value rest = TRY(Arguments(runtime, args).list(1)); rest.is(Tag::kPair); rest = rest.as<Pair>()->tail)
    if (equal(rest.as<Pair>()->head, args[0])) return rest;
  return boolean(false);
}

// In a list of pairs or vectors, the one whose first item is `key`.
Result<Value> association(Runtime& runtime, Args args) {
  for (Value rest = TRY(Arguments(runtime, args).list(1)); rest.is(Tag::kPair); rest = rest.as<Pair>()->tail) {
    const Value entry = rest.as<Pair>()->head;
    if (entry.is(Tag::kPair) && equal(entry.as<Pair>()->head, args[0])) return entry;
    if (entry.is(Tag::kVector) && entry.as<Vector>()->size && equal(entry.as<Vector>()->items[0], args[0]))
      return entry;
  }
  return nil();
}

// From the last item back, so that the list needs no second pass.
template <class MakeItem>
Value list_of_count(Runtime& runtime, int64_t count, MakeItem make_item) {
  Value result = nil();
  for (int64_t i = count; i-- > 0;) result = runtime.cons(make_item(i), result);
  return result;
}

Result<Value> range(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Value begin = args.size() == 1 ? integer(0) : args[0];
  const Value end = args[args.size() == 1 ? 0 : 1];
  const Value step = args.size() == 3 ? args[2] : integer(1);
  double spread = 0;
  for (uint32_t i = 0; i < args.size(); i++) spread += std::abs(TRY(in.number(i)));
  if (to_double(step) == 0) return in.wrong(2, "a number other than 0");
  const double count = std::ceil((to_double(end) - to_double(begin)) / to_double(step));
  if (!(count <= kMaxRange) || !std::isfinite(spread))
    return in.fail(ErrorKind::kRange, "The range is too long to be made.", "Count with a loop instead.");
  if (count > 0) TRY(in.expect_memory(static_cast<uint64_t>(count), sizeof(Pair)));
  const auto items = static_cast<int64_t>(count);
  if (begin.is(Tag::kInteger) && step.is(Tag::kInteger))
    return list_of_count(runtime, items, [&](int64_t i) { return integer(begin.integer + i * step.integer); });
  return list_of_count(runtime, items,
                       [&](int64_t i) { return real(to_double(begin) + static_cast<double>(i) * to_double(step)); });
}

constexpr BuiltinEntry kListBuiltins[] = {
    {"list", 0, kAnyNumber, list, "(list item ...)", "A list of the arguments."},
    {"list*", 1, kAnyNumber, list_star, "(list* item ... rest)",
     "A list of the arguments, the last of which is a list, or another collection, that becomes its rest."},
    {"cons", 2, 2, cons, "(cons item rest)",
     "The list that starts with item and goes on with the items of rest. A list is shared and not copied."},
    {"first", 1, 1, item<0>, "(first coll)", "The first item, or nil when there is none."},
    {"second", 1, 1, item<1>, "(second coll)", "The second item, or nil when there is none."},
    {"third", 1, 1, item<2>, "(third coll)", "The third item, or nil when there is none."},
    {"rest", 1, 1, rest, "(rest coll)",
     "All items but the first, as the same kind. For a list this costs nothing, for the others a copy."},
    {"last", 1, 1, last, "(last coll)", "The last item, or nil when there is none."},
    {"butlast", 1, 1, but_last, "(butlast coll)", "All items but the last, as the same kind."},
    {"append", 0, kAnyNumber, append, "(append coll ...)",
     "A list of all items of the collections. The last one, if it is a list, is shared and not copied."},
    {"member", 2, 2, member, "(member item list)", "The rest of the list from the first item = to item on, or #f."},
    {"association", 2, 2, association, "(association key list)",
     "In a list of pairs, lists or vectors, the first one that starts with key, or nil."},
    {"range", 1, 3, range, "(range end) (range begin end [step])",
     "A list of the numbers from begin (0) up to but not including end, by step (1), which may be negative. As what a "
     "`for` loop goes over, it is counted and never made."},
};

}  // namespace

void define_lists(Runtime& runtime) { runtime.define_builtins(kListBuiltins); }

}  // namespace elle::lang
