// The header a package is used by: of gtk4 it is gtk/gtk.h. Packages do not say, so it is guessed from their names and
// looked for where their flags point, and where that fails among what dpkg says the package installed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/library/pkg_config.h"

namespace elle::core {

// As it is written in `#include <…>`; nothing when no guess is there.
std::optional<std::string> umbrella_header(const Package& package);

// All headers that are installed with the package, where dpkg knows; it is asked, which takes some 50 ms.
std::vector<std::string> package_headers(const Package& package);
// The one among these that is the package's only one, or called like it: X11/extensions/Xrandr.h of xrandr.
std::optional<std::string> umbrella_among(const Package& package, const std::vector<std::string>& headers);

}  // namespace elle::core
