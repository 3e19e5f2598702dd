#include "lang/data/equality.h"

#include <set>
#include <utility>

#include "lang/data/map.h"
#include "lang/number/number.h"

namespace elle::lang {

namespace {

// Vectors and maps can contain themselves. Comparing goes plainly until it has met this many collections, and from
// there on remembers which pairs it has begun: a pair met again is taken as equal, since only what lies elsewhere can
// still tell the two apart.
constexpr uint32_t kPlainSteps = 1000;
// Deeper nesting than this is compared by identity, to spare the C++ stack.
constexpr uint32_t kMaxDepth = 4000;
// How many elements of nested data a hash looks at.
constexpr uint32_t kHashedElements = 64;

class Comparison {
 public:
  bool equal(Value a, Value b) {
    if (a.is_number() && b.is_number()) return numbers_equal(a, b);
    if (a.tag() != b.tag()) return false;
    if (a.natural == b.natural && !a.is(Tag::kAllocation)) return true;
    switch (a.tag()) {
      case Tag::kString:
        return a.as<String>()->view() == b.as<String>()->view();
      case Tag::kBytes:
        return equal_bytes(*a.as<Bytes>(), *b.as<Bytes>());
      case Tag::kAllocation:
        return equal_memory(a, b);
      case Tag::kPair:
      case Tag::kVector:
      case Tag::kMap:
        return equal_collections(a, b);
      default:
        return false;
    }
  }

 private:
  static bool equal_bytes(const Bytes& a, const Bytes& b) {
    return a.size == b.size && std::memcmp(a.data, b.data, a.size) == 0;
  }

  // Two views of the same C object, as field access makes them, are equal.
  static bool equal_memory(Value a, Value b) {
    return a.word == b.word && a.as<Allocation>()->address == b.as<Allocation>()->address &&
           a.as<Allocation>()->size == b.as<Allocation>()->size;
  }

  bool equal_collections(Value a, Value b) {
    if (++steps_ > kPlainSteps && !begun_.insert({a.object, b.object}).second) return true;
    if (depth_ == kMaxDepth) return false;
    depth_++;
    const bool result = a.is(Tag::kPair)     ? equal_lists(a, b)
                        : a.is(Tag::kVector) ? equal_vectors(*a.as<Vector>(), *b.as<Vector>())
                                             : equal_maps(*a.as<Map>(), *b.as<Map>());
    depth_--;
    return result;
  }

  bool equal_lists(Value a, Value b) {
    while (a.is(Tag::kPair) && b.is(Tag::kPair)) {
      if (a.object == b.object) return true;
      if (!equal(a.as<Pair>()->head, b.as<Pair>()->head)) return false;
      a = a.as<Pair>()->tail;
      b = b.as<Pair>()->tail;
    }
    return equal(a, b);
  }

  bool equal_vectors(const Vector& a, const Vector& b) {
    if (a.size != b.size) return false;
    for (uint32_t i = 0; i < a.size; i++)
      if (!equal(a.items[i], b.items[i])) return false;
    return true;
  }

  bool equal_maps(const Map& a, const Map& b) {
    if (a.count != b.count) return false;
    for (uint32_t i = 0; i < a.used; i++) {
      const Map::Entry& entry = a.order[i];
      if (entry.key.is(Tag::kUnbound)) continue;
      const Value* other = map_find(b, entry.key);
      if (!other || !equal(entry.value, *other)) return false;
    }
    return true;
  }

  uint32_t steps_ = 0;
  uint32_t depth_ = 0;
  std::set<std::pair<Object*, Object*>> begun_;
};

uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 32)) * 0x9e3779b97f4a7c15;
  return x ^ (x >> 29);
}

uint64_t hash_text(const void* data, size_t size) {
  const auto* bytes = static_cast<const uint8_t*>(data);
  uint64_t result = size;
  for (; size >= 8; bytes += 8, size -= 8) {
    uint64_t word;
    std::memcpy(&word, bytes, 8);
    result = mix(result ^ word);
  }
  uint64_t last = 0;
  std::memcpy(&last, bytes, size);
  return mix(result ^ last);
}

// A map's hash leaves out the order of its entries and (cheaply) their values.
uint64_t hash_map(const Map& map) {
  uint64_t sum = map.count;
  for (uint32_t i = 0; i < map.used; i++)
    if (!map.order[i].key.is(Tag::kUnbound)) sum += map.order[i].hash;
  return mix(sum);
}

uint64_t hash_name(Value value) { return mix(value.as<Symbol>()->hash + static_cast<uint64_t>(value.tag())); }

// `budget` counts down over the whole of nested data, so that hashing ends on cyclic data too.
uint64_t hash_within(Value value, uint32_t& budget);

uint64_t hash_list(Value list, uint32_t& budget) {
  uint64_t result = 3;
  for (; list.is(Tag::kPair) && budget > 0; list = list.as<Pair>()->tail)
    result = mix(result ^ hash_within(list.as<Pair>()->head, budget));
  return result;
}

uint64_t hash_vector(const Vector& vector, uint32_t& budget) {
  uint64_t result = 4 + uint64_t{vector.size};
  for (uint32_t i = 0; i < vector.size && budget > 0; i++) result = mix(result ^ hash_within(vector.items[i], budget));
  return result;
}

uint64_t hash_within(Value value, uint32_t& budget) {
  if (budget == 0) return 0;
  budget--;
  if (value.is_number()) return number_hash(value);
  switch (value.tag()) {
    case Tag::kSymbol:
    case Tag::kKeyword:
      return hash_name(value);
    case Tag::kString:
      return hash_text(value.as<String>()->text, value.as<String>()->bytes);
    case Tag::kBytes:
      return hash_text(value.as<Bytes>()->data, value.as<Bytes>()->size);
    case Tag::kPair:
      return hash_list(value, budget);
    case Tag::kVector:
      return hash_vector(*value.as<Vector>(), budget);
    case Tag::kMap:
      return hash_map(*value.as<Map>());
    case Tag::kAllocation:
      return mix(reinterpret_cast<uint64_t>(value.as<Allocation>()->address));
    default:
      return mix(value.natural + static_cast<uint64_t>(value.tag()));
  }
}

}  // namespace

bool equal(Value a, Value b) {
  Comparison comparison;
  return comparison.equal(a, b);
}

uint64_t hash(Value value) {
  // The usual keys, without the budget that only nested data needs.
  if (value.is(Tag::kInteger)) return number_hash(value);
  if (value.is(Tag::kSymbol) || value.is(Tag::kKeyword)) return hash_name(value);
  uint32_t budget = kHashedElements;
  return hash_within(value, budget);
}

}  // namespace elle::lang
