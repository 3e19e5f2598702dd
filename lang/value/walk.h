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

// The collections that a walk is inside of. The first few cost no allocation, as in Frames.
class OpenCollections {
 public:
  // False when the walk is inside it already: the data contains itself.
  bool enter(const Object* collection) {
    const Object** end = near_ + std::min(depth_, kNear);
    if (std::find(near_, end, collection) != end) return false;
    if (depth_ < kNear)
      near_[depth_] = collection;
    else if (!enter_far(collection))
      return false;
    depth_++;
    return true;
  }
  // REQUIRES: it is the one that was entered last.
  void leave(const Object* collection) {
    if (--depth_ >= kNear) far_->erase(collection);
  }

 private:
  static constexpr size_t kNear = 16;

  bool enter_far(const Object* collection) {
    if (!far_) far_ = std::make_unique<std::unordered_set<const Object*>>();
    return far_->insert(collection).second;
  }

  size_t depth_ = 0;
  const Object* near_[kNear] = {};
  std::unique_ptr<std::unordered_set<const Object*>> far_;  // those inside the first few
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
