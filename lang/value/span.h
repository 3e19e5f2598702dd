// A stretch of source text, as offsets into the session's SourceMap (see lang/runtime/source_map.h).
#pragma once

#include <cstdint>

namespace elle::lang {

// Half-open, in bytes; {0, 0} is "no place": offset 0 belongs to no source.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool known() const { return end > begin; }
};

}  // namespace elle::lang
