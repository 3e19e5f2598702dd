// The natural order of values, and sorting by it. Sorting by a function is in stdlib/sort.lisp.
#include <algorithm>

#include "lang/arithmetic/arithmetic.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

constexpr int kIncomparable = 3;
constexpr uint32_t kMaxDepth = 1000;

bool is_list(Value value) { return value.is(Tag::kPair) || value.is_nil(); }

int sign_of(int comparison) { return comparison < 0 ? -1 : comparison > 0; }

int order_values(Runtime& runtime, Value a, Value b, uint32_t depth);

int order_items(Runtime& runtime, Value a, Value b, uint32_t depth) {
  const auto x = items_of(runtime, a), y = items_of(runtime, b);
  if (!x || !y || depth == kMaxDepth) return kIncomparable;
  for (size_t i = 0; i < x->size() && i < y->size(); i++)
    if (const int order = order_values(runtime, (*x)[i], (*y)[i], depth + 1)) return order;
  return x->size() < y->size() ? -1 : x->size() > y->size();
}

// -1, 0, 1 or kIncomparable. A NaN comes before all other numbers, so that sorting has an order to keep.
int order_numbers(Runtime& runtime, Value a, Value b) {
  if (a.is(Tag::kInteger) && b.is(Tag::kInteger)) return a.integer < b.integer ? -1 : a.integer > b.integer;
  const auto is_nan = [](Value v) { return v.is(Tag::kDouble) && v.real != v.real; };
  if (is_nan(a) || is_nan(b)) return is_nan(b) - is_nan(a);
  return compare(runtime, a, b, "compare").value();
}

int order_values(Runtime& runtime, Value a, Value b, uint32_t depth) {
  if (a.is_number() && b.is_number()) return order_numbers(runtime, a, b);
  if (is_list(a) && is_list(b)) return order_items(runtime, a, b, depth);
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
    case Tag::kVector:
    case Tag::kBytes:
      return order_items(runtime, a, b, depth);
    default:
      return kIncomparable;
  }
}

Failed incomparable(Runtime& runtime, Value a, Value b) {
  return runtime.fail(
      ErrorKind::kType,
      fmt::format("{} and {} have no order.", print_short(runtime.views, a), print_short(runtime.views, b)),
      "Numbers, strings, characters, symbols, keywords, booleans, and lists, vectors and bytes of these "
      "compare with their like.");
}

Result<Value> compare_values(Runtime& runtime, Args args) {
  const int order = order_values(runtime, args[0], args[1], 0);
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
    const int order = order_values(runtime, a.key, b.key, 0);
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
