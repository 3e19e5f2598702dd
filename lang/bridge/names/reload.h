// Headers and libraries that have changed since they were loaded: said once, and loaded again when asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/value/result.h"

namespace elle::lang {

struct BridgeContext;

// What has changed on the disk since it was loaded, as sentences; each is told once.
std::vector<std::string> header_changes(BridgeContext& bridge);
// Loads again what has changed; only what is called `name`, unless that is empty. Whole lines that say what became of
// it; nothing when nothing is called so.
Result<std::optional<std::string>> reload_headers(BridgeContext& bridge, std::string_view name);

}  // namespace elle::lang
