// What a native call keeps alive while it lasts, beyond its arguments, which lie on the VM stack: all that the bytes C
// was given refer to. A callback may change what the script holds, while C still reads what it was given: an item is
// taken out of a vector, a field of a map or a struct gets another string. So each value whose memory C can see is held
// here from the moment its address is written (lang/bridge/convert), until the call is over (CallScope).
//
// An entry with an array is read back as well: what C wrote there becomes the items of the vector that was passed.
#pragma once

#include <vector>

#include "core/types/type.h"

#include "lang/heap/heap.h"

namespace elle::lang {

struct HeldValue {
  Value value;
  // The array that was made of a vector; null when C cannot have written it.
  const std::byte* array = nullptr;
  core::TypeId element = core::kNoType;
  uint64_t element_size = 0;
  uint32_t count = 0;
};

class HeldValues {
 public:
  void hold(Value value) { items_.push_back({value}); }
  void hold(HeldValue item) { items_.push_back(item); }
  size_t count() const { return items_.size(); }
  // Those since there were `count`, which are forgotten here.
  std::vector<HeldValue> take(size_t count) {
    const std::vector<HeldValue> items(items_.begin() + static_cast<ptrdiff_t>(count), items_.end());
    drop(count);
    return items;
  }
  void drop(size_t count) { items_.erase(items_.begin() + static_cast<ptrdiff_t>(count), items_.end()); }
  void mark(Marker& marker) const {
    for (const HeldValue& item : items_) marker.mark(item.value);
  }

 private:
  std::vector<HeldValue> items_;
};

}  // namespace elle::lang
