// Arenas: memory and callbacks made inside (with-arena …), freed together at its end.
#pragma once

#include <vector>

#include "lang/runtime/runtime.h"

namespace elle::lang {

class Bridge;

class Arenas {
 public:
  explicit Arenas(Bridge& bridge);
  ~Arenas();

  bool open() const { return !open_.empty(); }
  // The depth to give to end().
  size_t begin();
  // Frees what was made since the begin() that gave `depth`: that arena's, and those of inner ones left open.
  void end(size_t depth);

  // C memory of its own, or a callback: freed with the innermost arena, when one is open. Returns the value.
  Value adopt(Value value);

 private:
  void release(Value value);

  Bridge& bridge_;
  std::vector<std::vector<Value>> open_;
};

}  // namespace elle::lang
