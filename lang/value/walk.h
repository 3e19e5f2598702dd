// Nested data (lists, vectors and maps) is walked with frames of our own, never with recursion on C's stack: a script
// nests as deep as memory allows, and the thread of a callback may have a stack of a few pages. Equality, hashing,
// ordering, printing, display and JSON are all loops over these parts:
//
//   Frames<ItemCursor or more>   where the walk is in each collection that it is inside of
//   OpenCollections              tells a walk of one value that it has come back into a collection it is inside of
//   MetPairs                     tells a walk of two values in step that it has met a pair of collections before
//
// Only vectors and maps can be changed into containing themselves. The tail of a list is a list or nil, set once,
// before a script sees it: a list always ends, and may hold itself only by way of a vector or a map in it.
//
// Nothing may be added to a collection while a walk is inside it: cursors point to the items where they lie.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <new>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lang/value/objects.h"

namespace elle::lang {

inline bool is_collection(Value value) { return value.is(Tag::kPair) || value.is(Tag::kVector) || value.is(Tag::kMap); }

// The items of one collection in order; those of a map are key, value, key, value, …
class ItemCursor {
 public:
  // REQUIRES: is_collection(collection).
  explicit ItemCursor(Value collection) : collection_(collection) {
    if (collection.is(Tag::kPair)) rest_ = collection.as<Pair>();
  }

  Value collection() const { return collection_; }

  // The next item; null at the end.
  const Value* next() {
    return collection_.is(Tag::kPair)     ? next_of_list()
           : collection_.is(Tag::kVector) ? next_of_vector()
                                          : next_of_map();
  }

  // The same for who knows what the collection is.
  const Value* next_of_list() {
    if (!rest_) return nullptr;
    const Value* item = &rest_->head;
    rest_ = rest_->tail.is(Tag::kPair) ? rest_->tail.as<Pair>() : nullptr;
    return item;
  }
  const Value* next_of_vector() {
    const Vector& vector = *collection_.as<Vector>();
    return position_ < vector.size ? &vector.items[position_++] : nullptr;
  }
  const Value* next_of_map() {
    if (position_ % 2) return &collection_.as<Map>()->order[position_++ / 2].value;
    const Map::Entry* entry = next_entry();
    if (!entry) return nullptr;
    position_--;  // its value is still to come
    return &entry->key;
  }

  // The next entry of a map as a whole, in place of its key and its value.
  const Map::Entry* next_entry() {
    const Map& map = *collection_.as<Map>();
    while (position_ / 2 < map.used && map.order[position_ / 2].key.is(Tag::kUnbound)) position_ += 2;
    if (position_ / 2 >= map.used) return nullptr;
    const Map::Entry* entry = &map.order[position_ / 2];
    position_ += 2;
    return entry;
  }

 private:
  Value collection_;
  union {
    const Pair* rest_;       // of a list
    uint64_t position_ = 0;  // of the next item; in a map two for each place in `order`
  };
};

// A stack of frames. The first few lie in the stack itself, so that the walk of shallow data allocates nothing.
template <class Frame>
class Frames {
 public:
  bool empty() const { return size_ == 0; }
  size_t size() const { return size_; }
  Frame& back() { return size_ <= kNear ? near()[size_ - 1] : far_.back(); }
  // What `back` gave before may have moved.
  template <class... Parts>
  void push(const Parts&... parts) {
    if (size_++ < kNear)
      new (&near()[size_ - 1]) Frame{parts...};
    else
      far_.push_back(Frame{parts...});
  }
  void pop() {
    if (size_-- > kNear) far_.pop_back();
  }

 private:
  static constexpr size_t kNear = 6;
  static_assert(std::is_trivially_copyable_v<Frame>);

  Frame* near() { return reinterpret_cast<Frame*>(near_); }

  size_t size_ = 0;
  alignas(Frame) std::byte near_[kNear * sizeof(Frame)];
  std::vector<Frame> far_;
};

// The collections that a walk is inside of, from the outermost to the innermost.
class OpenCollections {
 public:
  // False when the walk is inside it already: the data contains itself.
  bool enter(const Object* collection) {
    const auto few = open_.begin() + static_cast<std::ptrdiff_t>(std::min(open_.size(), kFew));
    if (std::find(open_.begin(), few, collection) != few) return false;
    if (open_.size() >= kFew && !index_.insert(collection).second) return false;
    open_.push_back(collection);
    return true;
  }
  void leave() {
    if (open_.size() > kFew) index_.erase(open_.back());
    open_.pop_back();
  }

 private:
  // So many are searched one by one; `index_` holds those inside them.
  static constexpr size_t kFew = 16;

  std::vector<const Object*> open_;
  std::unordered_set<const Object*> index_;
};

// The pairs of collections that a walk of two values in step has begun. A pair met again is taken to be alike: since
// the walk ends at the first difference, only what lies elsewhere can still tell the two apart. So the walk ends on
// data that contains itself, and looks once into what is shared many times over.
class MetPairs {
 public:
  // Whether the pair was met before. Small data is walked plainly: nothing is remembered of the first pairs.
  bool again(const Object* a, const Object* b) { return ++steps_ > kPlainSteps && remember({a, b}); }

  // For a walk that may find two collections different and yet go on, with other candidates: what it took to be alike
  // on the way there must not count. `mark` before looking, `forget_since` it when they differ.
  size_t mark() {
    keeps_order_ = true;
    return order_.size();
  }
  void forget_since(size_t mark) {
    for (; order_.size() > mark; order_.pop_back()) met_->erase(order_.back());
  }

 private:
  static constexpr uint32_t kPlainSteps = 1000;
  using ObjectPair = std::pair<const Object*, const Object*>;
  struct Hash {
    size_t operator()(const ObjectPair& pair) const {
      const std::hash<const Object*> hash;
      return hash(pair.first) * 31 + hash(pair.second);
    }
  };

  bool remember(ObjectPair pair) {
    if (!met_) met_ = std::make_unique<std::unordered_set<ObjectPair, Hash>>();
    if (!met_->insert(pair).second) return true;
    if (keeps_order_) order_.push_back(pair);
    return false;
  }

  uint32_t steps_ = 0;
  bool keeps_order_ = false;
  std::unique_ptr<std::unordered_set<ObjectPair, Hash>> met_;
  std::vector<ObjectPair> order_;
};

}  // namespace elle::lang
