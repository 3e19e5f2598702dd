// Arenas: memory and callbacks made inside (with-arena …), freed together at its end.
#pragma once

#include <vector>

#include "lang/heap/heap.h"

namespace elle::lang {

class Arenas {
 public:
  bool open() const { return !open_.empty(); }
  // The depth to give to end().
  size_t begin();
  // What was made since the begin() that gave `depth`, in that arena and in inner ones left open: the caller's to free.
  std::vector<Value> end(size_t depth);

  // C memory of its own, or a callback: freed with the innermost arena, when one is open. Returns the value.
  Value adopt(Value value);

  bool holds(const Allocation* memory) const;

  // Callbacks must be found again to be freed, and freed memory must still be there to be told from live memory.
  void mark(Marker& marker) const {
    for (const std::vector<Value>& arena : open_) marker.mark_range(arena.data(), arena.size());
  }

 private:
  std::vector<std::vector<Value>> open_;
};

}  // namespace elle::lang
