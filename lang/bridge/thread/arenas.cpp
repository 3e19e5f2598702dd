// What was made in an arena, to be freed by whoever ends it.
#include "lang/bridge/thread/arenas.h"

namespace elle::lang {

size_t Arenas::begin() {
  open_.emplace_back();
  return open_.size() - 1;
}

std::vector<Value> Arenas::end(size_t depth) {
  std::vector<Value> made;
  while (open_.size() > depth) {
    made.insert(made.end(), open_.back().begin(), open_.back().end());
    open_.pop_back();
  }
  return made;
}

Value Arenas::adopt(Value value) {
  if (open()) open_.back().push_back(value);
  return value;
}

bool Arenas::holds(const Allocation* memory) const {
  for (const std::vector<Value>& arena : open_)
    for (Value value : arena)
      if (value.object == memory) return true;
  return false;
}

}  // namespace elle::lang
