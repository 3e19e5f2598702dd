// Which installed package a header belongs to, for headers outside the compiler's own folders: gtk/gtk.h lies in
// /usr/include/gtk-4.0, as only gtk4.pc knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/pkg_config.h"

namespace elle::core {

// The package whose include folders have the header; nothing when there is none. Where several have it, the one behind
// one of the libraries (`libgtk-4.so.1`, `gtk-4` or a path) is meant; an error of kind `header` when that decides
// nothing.
Result<std::optional<Package>> package_of_header(std::string_view header, const std::vector<std::string>& libraries);

}  // namespace elle::core
