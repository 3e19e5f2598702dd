// C memory that the collector owns: whether it is still there, and giving it back early.
#pragma once

#include <cstdlib>

#include "lang/value/objects.h"

namespace elle::lang {

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
