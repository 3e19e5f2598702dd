// Memory for RapidJSON, whose own allocator gives it null when there is none, which it does not look for.
#pragma once

#include <cstdlib>

#include "core/base/memory_reserve.h"

namespace elle::lang {

// As RapidJSON's concept Allocator wants it. It throws std::bad_alloc, which RapidJSON, all templates of C++, lets
// pass.
class JsonAllocator {
 public:
  static constexpr bool kNeedFree = true;
  static void* Malloc(size_t bytes) { return bytes ? core::allocate(bytes) : nullptr; }
  static void* Realloc(void* memory, size_t, size_t bytes) {
    if (bytes) return core::reallocate(memory, bytes);
    std::free(memory);
    return nullptr;
  }
  static void Free(void* memory) { std::free(memory); }
};

}  // namespace elle::lang
