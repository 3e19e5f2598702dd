#include "lang/bridge/copy_backs.h"

#include <algorithm>

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"

namespace elle::lang {

Result<core::Done> CopyBacks::finish(Bridge& bridge, size_t count) {
  const std::vector<CopyBack> items(items_.begin() + static_cast<ptrdiff_t>(count), items_.end());
  items_.resize(count);
  for (const CopyBack& item : items) {
    if (!item.array) continue;
    // A callback may have changed the vector's length meanwhile.
    for (uint32_t at = 0; at < std::min(item.count, item.vector->size); at++)
      item.vector->items[at] = TRY(read_result(bridge, item.element, item.array + at * item.element_size));
  }
  return core::Done{};
}

}  // namespace elle::lang
