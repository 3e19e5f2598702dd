// The types that loaded headers and the script itself have names for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/types/type.h"

namespace elle::lang {

struct BridgeContext;

// The type of this name in any loaded header, the last loaded first; kNoType when there is none.
core::Result<core::TypeId> find_header_type(BridgeContext& bridge, std::string_view name, core::Kinds kinds);

// Names of types close to one that was not found, best first.
std::vector<std::string> nearest_types(BridgeContext& bridge, std::string_view name, size_t limit);

}  // namespace elle::lang
