// The only file that includes xxhash, which is compiled into it.
#include "core/base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace elle::core {

uint64_t checksum64(const void* data, size_t size) { return XXH3_64bits(data, size); }

}  // namespace elle::core
