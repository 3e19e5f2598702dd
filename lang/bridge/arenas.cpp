#include "lang/bridge/arenas.h"

#include "lang/bridge/bridge.h"
#include "lang/bridge/owned_memory.h"

namespace elle::lang {

size_t Arenas::begin() {
  open_.emplace_back();
  return open_.size() - 1;
}

void Arenas::end(size_t depth) {
  while (open_.size() > depth) {
    for (Value value : open_.back()) release(value);
    open_.pop_back();
  }
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

// What the script freed itself is left alone.
void Arenas::release(Value value) {
  if (value.is(Tag::kAllocation)) {
    free_now(value.as<Allocation>());
  } else if (auto* callback = callback_body(value); callback && !callback->freed()) {
    bridge_.callbacks.release(*callback->entry());
  }
}

}  // namespace elle::lang
