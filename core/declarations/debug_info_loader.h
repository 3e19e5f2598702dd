// What a library's debug information (DWARF) says of it, as declarations: exported functions and variables with their
// types, records, enums and typedefs as its compiler laid them out. Read by `elle-debug-info` in a process of its own,
// from the library or from the separate file its debug information stands in, and cached like headers are.
#pragma once

#include <memory>
#include <string>

#include "core/declarations/declarations_file.h"
#include "core/declarations/helper.h"

namespace elle::core {

// Types that the debug information only names are opaque records. A typedef keeps its name, so that a type met here can
// be looked up by it among a header's. Errors (kind `library`): no such file, no library, no debug information.
Result<std::shared_ptr<const DeclarationsFile>> load_debug_info(const std::string& path,
                                                                const LoaderOptions& options = {});

// The request that the declarations file of `path` keeps (InfoRow).
std::string debug_info_request(const std::string& path);

}  // namespace elle::core
