// The header a package is used by: of gtk4 it is gtk/gtk.h. Packages do not say, so it is guessed from their names and
// looked for where their flags point.
#pragma once

#include <optional>
#include <string>

#include "core/library/pkg_config.h"

namespace elle::core {

// As it is written in `#include <…>`; nothing when no guess is there.
std::optional<std::string> umbrella_header(const Package& package);

}  // namespace elle::core
