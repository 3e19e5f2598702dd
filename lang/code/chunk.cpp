// Which place in the source an instruction comes from.
#include "lang/code/chunk.h"

#include <algorithm>

namespace elle::lang {

Span Chunk::span_at(uint32_t instruction) const {
  auto after = std::upper_bound(spans.begin(), spans.end(), instruction,
                                [](uint32_t i, const SpanEntry& entry) { return i < entry.begin; });
  return after == spans.begin() ? Span{} : std::prev(after)->span;
}

}  // namespace elle::lang
