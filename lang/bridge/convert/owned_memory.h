// C memory that the collector owns: whether it is still there, and giving it back early.
#pragma once

#include <cstdlib>

#include "lang/value/objects.h"

namespace elle::lang {

// The memory that views of views are seen through in the end; it is its own root.
template <class Memory>
Memory* root_of(Memory* memory) {
  while (memory->owner.is(Tag::kAllocation)) memory = memory->owner.template as<Allocation>();
  return memory;
}

// A view is gone when its owner's memory is.
inline bool is_freed(const Allocation* memory) {
  for (; !(memory->flags & Allocation::kFreed); memory = memory->owner.as<Allocation>())
    if (!memory->owner.is(Tag::kAllocation)) return false;
  return true;
}

// REQUIRES: it owns its memory. The object stays, so that whoever still has it gets an error.
inline void free_now(Allocation* memory) {
  if (memory->flags & Allocation::kFreed) return;
  std::free(memory->address);
  memory->flags |= Allocation::kFreed;
}

}  // namespace elle::lang
