// How C memory prints: `#<Point {:x 1 :y 2}>` and `#<int[3] [1 2 3]>`.
#pragma once

#include <string>

#include "core/types/type_kind.h"

#include "lang/value/value.h"

namespace elle::lang {

struct BridgeContext;

// Its type, and its content when the collector owns the memory: any other may be gone, and printing must not crash.
std::string memory_text(BridgeContext& bridge, Value memory);

// A number at `at`, which must be readable. REQUIRES: `type` is no pointer, record or array.
std::string scalar_text(BridgeContext& bridge, core::TypeId type, std::byte* at);

}  // namespace elle::lang
