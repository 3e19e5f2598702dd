// Which declaration of the loaded headers a name means: the one that is exactly so called, or a function in its Lisp
// spelling, `gtk-window-new` or `gtk-window-new!`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/declarations_file.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

struct FoundName {
  LoadedLibrary* library;
  core::Declaration declaration;
};

std::optional<core::Declaration> find_name(const LoadedLibrary& library, std::string_view name);

// In the library loaded last that has it. A prefix as in `c/printf` or `sqlite/sqlite3_open` picks the library.
std::optional<FoundName> find_name(BridgeContext& bridge, std::string_view name);

// Names near one that was not found, in the spelling that it has; a few of each header.
std::vector<std::string> nearest_names(BridgeContext& bridge, std::string_view name, size_t limit);

}  // namespace elle::lang
