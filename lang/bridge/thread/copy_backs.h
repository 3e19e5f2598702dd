// Vectors that were passed as arrays C may write: read back when the call returns.
#pragma once

#include <vector>

#include "core/types/type.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct CopyBack {
  Vector* vector;
  core::TypeId element;
  const std::byte* array;  // null when C only reads: then the vector just keeps its items alive during the call
  uint64_t element_size;
  uint32_t count;
};

class CopyBacks {
 public:
  void note(CopyBack item) { items_.push_back(item); }
  size_t count() const { return items_.size(); }
  // Those noted since there were `count`, which are forgotten here.
  std::vector<CopyBack> take(size_t count) {
    const std::vector<CopyBack> items(items_.begin() + static_cast<ptrdiff_t>(count), items_.end());
    drop(count);
    return items;
  }
  void drop(size_t count) { items_.resize(count); }
  void mark(Marker& marker) const {
    for (const CopyBack& item : items_) marker.mark(item.vector);
  }

 private:
  std::vector<CopyBack> items_;
};

}  // namespace elle::lang
