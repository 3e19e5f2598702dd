// Equality and hashing of any data. Both are loops with frames of their own (lang/value/walk.h).
//
// What makes equality more than a walk of two values in step is maps: an entry is looked for by its key, a key may be
// any data in turn, and several entries may have keys of the same hash. So two keys may turn out different and the
// whole be equal nevertheless, by the next candidate: the frame of a map remembers where it stands among the
// candidates, and what is different below it unwinds to it. Looking the key up with map_find instead would be a
// recursion, and an endless one where data contains itself by way of a key.
#include "lang/data/equality.h"

#include "lang/data/map.h"
#include "lang/number/number.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

enum class Verdict : uint8_t { kEqual, kDifferent, kNested };

Verdict verdict_of(bool same) { return same ? Verdict::kEqual : Verdict::kDifferent; }

bool equal_bytes(const Bytes& a, const Bytes& b) {
  return a.size == b.size && std::memcmp(a.data, b.data, a.size) == 0;
}

// Two views of the same C object, as field access makes them, are equal.
bool equal_memory(Value a, Value b) {
  return a.word == b.word && a.as<Allocation>()->address == b.as<Allocation>()->address &&
         a.as<Allocation>()->size == b.as<Allocation>()->size;
}

// What can be told without looking at items: kNested for two collections of one kind that may be equal.
Verdict compare_outside(const Value& a, const Value& b) {
  if (a.is(Tag::kInteger) && b.is(Tag::kInteger)) return verdict_of(a.integer == b.integer);
  if (a.is_number() && b.is_number()) return verdict_of(numbers_equal(a, b));
  if (a.tag() != b.tag()) return Verdict::kDifferent;
  if (a.natural == b.natural && !a.is(Tag::kAllocation)) return Verdict::kEqual;
  switch (a.tag()) {
    case Tag::kString:
      return verdict_of(a.as<String>()->view() == b.as<String>()->view());
    case Tag::kBytes:
      return verdict_of(equal_bytes(*a.as<Bytes>(), *b.as<Bytes>()));
    case Tag::kAllocation:
      return verdict_of(equal_memory(a, b));
    case Tag::kPair:
      return Verdict::kNested;
    case Tag::kVector:
      return a.as<Vector>()->size == b.as<Vector>()->size ? Verdict::kNested : Verdict::kDifferent;
    case Tag::kMap:
      return a.as<Map>()->count == b.as<Map>()->count ? Verdict::kNested : Verdict::kDifferent;
    default:
      return Verdict::kDifferent;
  }
}

class Comparison {
 public:
  // REQUIRES: compare_outside(a, b) is kNested.
  bool equal(Value a, Value b) {
    look_into(a, b);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const bool alike = step(frame);
      if (!alike && !next_candidate()) return false;
    }
    return true;
  }

 private:
  // What the frame of two maps goes on with.
  enum class Next : uint8_t { kEntry, kCandidate, kValue };

  // Two collections of one kind that are equal as far as the cursors have come.
  struct Frame {
    ItemCursor a, b;  // of a map, `b` stays: what stands in it is found by key
    Next next = Next::kEntry;
    const Map::Entry* entry = nullptr;      // of the map `a`, looked for in `b`
    const Map::Entry* candidate = nullptr;  // the one of `b` whose key is equal, unless what is above finds otherwise
    MapCandidates candidates = {};
    size_t mark = 0;  // of the pairs met before the candidate's key was looked into
  };

  void look_into(Value a, Value b) {
    if (!met_.again(a.object, b.object)) frames_.push(ItemCursor(a), ItemCursor(b));
  }

  // A step ends where two items are different, with the frame as it is: false. Else where the collections are found
  // equal, and their frame is popped; or at collections inside them that must be looked into first.
  bool step(Frame& frame) {
    switch (frame.a.collection().tag()) {
      case Tag::kPair:
        return step_in_sequences<&ItemCursor::next_of_list>(frame);
      case Tag::kVector:
        return step_in_sequences<&ItemCursor::next_of_vector>(frame);
      default:
        return step_in_maps(frame);
    }
  }

  template <const Value* (ItemCursor::*next)()>
  bool step_in_sequences(Frame& frame) {
    ItemCursor left = frame.a, right = frame.b;
    for (;;) {
      const Value* a = (left.*next)();
      const Value* b = (right.*next)();
      if (!a && !b) return frames_.pop(), true;
      if (!a || !b) return false;  // lists may differ in length
      const Verdict verdict = compare_outside(*a, *b);
      if (verdict == Verdict::kDifferent) return false;
      if (verdict == Verdict::kEqual) continue;
      frame.a = left;
      frame.b = right;
      return look_into(*a, *b), true;
    }
  }

  bool step_in_maps(Frame& frame) {
    for (;;) {
      switch (frame.next) {
        case Next::kEntry:
          frame.entry = frame.a.next_entry();
          if (!frame.entry) return frames_.pop(), true;
          frame.candidates = MapCandidates(*frame.b.collection().as<Map>(), frame.entry->hash);
          [[fallthrough]];
        case Next::kCandidate: {
          frame.next = Next::kCandidate;
          frame.candidate = frame.candidates.next();
          if (!frame.candidate) return false;
          const Value key = frame.entry->key, other = frame.candidate->key;
          const Verdict verdict =
              key.same(other) ? Verdict::kEqual : compare_outside(key, other);  // a NaN is the key it is
          if (verdict == Verdict::kDifferent) continue;
          frame.next = Next::kValue;
          if (verdict == Verdict::kEqual) continue;
          frame.mark = met_.mark();
          return look_into(key, other), true;
        }
        case Next::kValue: {
          frame.next = Next::kEntry;
          const Verdict verdict = compare_outside(frame.entry->value, frame.candidate->value);
          if (verdict == Verdict::kDifferent) return false;
          if (verdict == Verdict::kNested) return look_into(frame.entry->value, frame.candidate->value), true;
        }
      }
    }
  }

  // After a difference: back to the innermost map whose candidate's key was being looked into. False when there is
  // none, so that the whole is different.
  bool next_candidate() {
    for (frames_.pop(); !frames_.empty(); frames_.pop()) {
      Frame& frame = frames_.back();
      if (frame.next != Next::kValue) continue;
      met_.forget_since(frame.mark);
      frame.next = Next::kCandidate;
      return true;
    }
    return false;
  }

  Frames<Frame> frames_;
  MetPairs met_;
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

// Of all but lists and vectors.
uint64_t hash_outside(Value value) {
  if (value.is_number()) return number_hash(value);
  switch (value.tag()) {
    case Tag::kSymbol:
    case Tag::kKeyword:
      return hash_name(value);
    case Tag::kString:
      return hash_text(value.as<String>()->text, value.as<String>()->bytes);
    case Tag::kBytes:
      return hash_text(value.as<Bytes>()->data, value.as<Bytes>()->size);
    case Tag::kMap:
      return hash_map(*value.as<Map>());
    case Tag::kAllocation:
      return mix(reinterpret_cast<uint64_t>(value.as<Allocation>()->address));
    default:
      return mix(value.natural + static_cast<uint64_t>(value.tag()));
  }
}

// How many elements of nested data a hash looks at: enough to tell most data apart, and hashing ends on data that
// contains itself.
constexpr uint32_t kHashedElements = 64;

uint64_t hash_nested(Value value) {
  struct Frame {
    ItemCursor items;
    uint64_t result;
  };
  Frames<Frame> frames;
  const auto open = [&frames](Value collection) {
    frames.push(ItemCursor(collection),
                collection.is(Tag::kPair) ? uint64_t{3} : 4 + uint64_t{collection.as<Vector>()->size});
  };
  open(value);
  for (uint32_t left = kHashedElements;;) {
    Frame& frame = frames.back();
    const Value* item = left > 0 ? frame.items.next() : nullptr;
    if (item && (item->is(Tag::kPair) || item->is(Tag::kVector))) {
      left--;
      open(*item);
    } else if (item) {
      left--;
      frame.result = mix(frame.result ^ hash_outside(*item));
    } else {
      const uint64_t result = frame.result;
      frames.pop();
      if (frames.empty()) return result;
      frames.back().result = mix(frames.back().result ^ result);
    }
  }
}

}  // namespace

bool equal(Value a, Value b) {
  const Verdict verdict = compare_outside(a, b);
  if (verdict != Verdict::kNested) return verdict == Verdict::kEqual;
  Comparison comparison;  // not `Comparison()`, which would fill all the room of its frames with zeros
  return comparison.equal(a, b);
}

uint64_t hash(Value value) {
  // The usual keys first.
  if (value.is(Tag::kInteger)) return number_hash(value);
  if (value.is(Tag::kSymbol) || value.is(Tag::kKeyword)) return hash_name(value);
  return value.is(Tag::kPair) || value.is(Tag::kVector) ? hash_nested(value) : hash_outside(value);
}

}  // namespace elle::lang
