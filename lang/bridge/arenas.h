// Arenas: memory and callbacks made inside (with-arena …), freed together at its end.
#pragma once

#include <vector>

#include "lang/runtime/runtime.h"

namespace elle::lang {

class Bridge;

class Arenas {
 public:
  explicit Arenas(Bridge& bridge) : bridge_(bridge) {}

  bool open() const { return !open_.empty(); }
  // The depth to give to end().
  size_t begin();
  // Frees what was made since the begin() that gave `depth`: that arena's, and those of inner ones left open.
  void end(size_t depth);

  // C memory of its own, or a callback: freed with the innermost arena, when one is open. Returns the value.
  Value adopt(Value value);

  bool holds(const Allocation* memory) const;

  // Callbacks must be found again to be freed, and freed memory must still be there to be told from live memory.
  void mark(Marker& marker) const {
    for (const std::vector<Value>& arena : open_) marker.mark_range(arena.data(), arena.size());
  }

 private:
  void release(Value value);

  Bridge& bridge_;
  std::vector<std::vector<Value>> open_;
};

}  // namespace elle::lang
