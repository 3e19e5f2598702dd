// The natural order of values, and sorting by it. Sorting by a function is in stdlib/sort.lisp.
#include <algorithm>

#include "lang/arithmetic/arithmetic.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/print/printer.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

// Beside -1, 0 and 1.
constexpr int kIncomparable = 3;
// Two lists or two vectors: their items tell.
constexpr int kNested = 4;

int sign_of(int comparison) { return comparison < 0 ? -1 : comparison > 0; }

// A NaN comes before all other numbers, so that sorting has an order to keep.
int order_numbers(Runtime& runtime, Value a, Value b) {
  if (a.is(Tag::kInteger) && b.is(Tag::kInteger)) return a.integer < b.integer ? -1 : a.integer > b.integer;
  const auto is_nan = [](Value v) { return v.is(Tag::kDouble) && v.real != v.real; };
  if (is_nan(a) || is_nan(b)) return is_nan(b) - is_nan(a);
  return compare(runtime, a, b, "compare").value();
}

int order_bytes(const Bytes& a, const Bytes& b) {
  if (const int order = sign_of(std::memcmp(a.data, b.data, std::min(a.size, b.size)))) return order;
  return a.size < b.size ? -1 : a.size > b.size;
}

// What can be told without looking at items.
int order_outside(Runtime& runtime, Value a, Value b) {
  if (a.is_number() && b.is_number()) return order_numbers(runtime, a, b);
  if (a.is_nil() && (b.is(Tag::kPair) || b.is_nil())) return b.is_nil() ? 0 : -1;
  if (a.is(Tag::kPair) && b.is_nil()) return 1;
  const bool booleans = a.tag() <= Tag::kTrue && b.tag() <= Tag::kTrue && !a.is_nil() && !b.is_nil();
  if (booleans) return static_cast<int>(a.truthy()) - static_cast<int>(b.truthy());
  if (a.tag() != b.tag()) return kIncomparable;
  switch (a.tag()) {
    case Tag::kString:
      return sign_of(a.as<String>()->view().compare(b.as<String>()->view()));
    case Tag::kSymbol:
    case Tag::kKeyword:
      return sign_of(a.as<Symbol>()->view().compare(b.as<Symbol>()->view()));
    case Tag::kCharacter:
      return a.natural < b.natural ? -1 : a.natural > b.natural;
    case Tag::kBytes:
      return order_bytes(*a.as<Bytes>(), *b.as<Bytes>());
    case Tag::kPair:
    case Tag::kVector:
      return kNested;
    default:
      return kIncomparable;
  }
}

// Item by item; where one ends first, it comes first. REQUIRES: order_outside is kNested.
int order_items(Runtime& runtime, Value a, Value b) {
  struct Frame {
    ItemCursor a, b;
  };
  Frames<Frame> frames;
  MetPairs met;
  frames.push(ItemCursor(a), ItemCursor(b));
  while (!frames.empty()) {
    Frame& frame = frames.back();
    const Value* x = frame.a.next();
    const Value* y = frame.b.next();
    if (!x || !y) {
      if (x || y) return x ? 1 : -1;
      frames.pop();
      continue;
    }
    const int order = order_outside(runtime, *x, *y);
    if (order == kNested) {
      if (!met.again(x->object, y->object)) frames.push(ItemCursor(*x), ItemCursor(*y));
    } else if (order) {
      return order;
    }
  }
  return 0;
}

// -1, 0, 1 or kIncomparable.
int order_values(Runtime& runtime, Value a, Value b) {
  const int order = order_outside(runtime, a, b);
  return order == kNested ? order_items(runtime, a, b) : order;
}

Failed incomparable(Runtime& runtime, Value a, Value b) {
  return runtime.fail(
      ErrorKind::kType,
      fmt::format("{} and {} have no order.", print_short(runtime.views, a), print_short(runtime.views, b)),
      "Numbers, strings, characters, symbols, keywords, booleans, and lists, vectors and bytes of these "
      "compare with their like.");
}

Result<Value> compare_values(Runtime& runtime, Args args) {
  const int order = order_values(runtime, args[0], args[1]);
  if (order == kIncomparable) return incomparable(runtime, args[0], args[1]);
  return integer(order);
}

struct Keyed {
  Value key;
  Value item;
};

// Stable, and within bounds whatever `less` says, which std::sort is not. Runs of 1, 2, 4 … items are merged from one
// vector into another and back.
template <class Less>
void merge_sort(std::vector<Keyed>& items, Less less) {
  std::vector<Keyed> other(items.size());
  const size_t size = items.size();
  for (size_t width = 1; width < size; width *= 2) {
    for (size_t begin = 0; begin < size; begin += 2 * width) {
      const auto from = items.begin();
      const size_t middle = std::min(size, begin + width), end = std::min(size, begin + 2 * width);
      std::merge(from + begin, from + middle, from + middle, from + end, other.begin() + begin, less);
    }
    items.swap(other);
  }
}

Result<core::Done> sort_keyed(Runtime& runtime, std::vector<Keyed>& items, bool descending) {
  std::optional<std::pair<Value, Value>> clash;
  merge_sort(items, [&](const Keyed& a, const Keyed& b) {
    const int order = order_values(runtime, a.key, b.key);
    if (order == kIncomparable && !clash) clash = {a.key, b.key};
    return descending ? order == 1 : order == -1;
  });
  if (clash) return incomparable(runtime, clash->first, clash->second);
  return core::Done{};
}

// (sort-by-keys items keys descending?): what `sort` and `sort-by` come down to when the order is the natural one.
Result<Value> sort_by_keys(Runtime& runtime, Args args) {
  const std::vector<Value> items = TRY(items_of(runtime, args, 0));
  const std::vector<Value> keys = TRY(items_of(runtime, args, 1));
  if (items.size() != keys.size()) return runtime.wrong_argument(args, 1, "as many keys as there are items");
  std::vector<Keyed> keyed;
  keyed.reserve(items.size());
  for (size_t i = 0; i < items.size(); i++) keyed.push_back({keys[i], items[i]});
  TRY(sort_keyed(runtime, keyed, args[2].truthy()));
  std::vector<Value> sorted;
  sorted.reserve(keyed.size());
  for (const Keyed& entry : keyed) sorted.push_back(entry.item);
  return sequence_like(runtime, args[0], sorted);
}

constexpr BuiltinEntry kOrderingBuiltins[] = {
    {"compare", 2, 2, compare_values, "(compare a b)",
     "-1, 0 or 1 as a comes before, with or after b in their natural order: numbers by value, strings, symbols and "
     "keywords by code points, lists and vectors item by item."},
    {"sort-by-keys", 3, 3, sort_by_keys, "(sort-by-keys items keys descending?)",
     "The items in the natural order of the keys at the same places, equal ones in their old order."},
};

}  // namespace

void define_ordering(Runtime& runtime) { runtime.define_builtins(kOrderingBuiltins); }

}  // namespace elle::lang
