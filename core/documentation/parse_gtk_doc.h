// Comments as gtk-doc and the Linux kernel write them: a first line with the name, a line for each parameter, then the
// text.
//
//     gtk_window_set_title:
//     @window: a `GtkWindow`
//     @title: (nullable): title of the window
//
//     Sets the title.
//
//     Returns: (transfer none): nothing
#pragma once

#include <string_view>

#include "core/documentation/document.h"

namespace elle::core {

bool is_gtk_doc(std::string_view comment);
Document parse_gtk_doc(std::string_view comment);

// The text of a .gir's <doc>: only what stands below the first lines of such a comment, in Markdown. `space` is the
// namespace of the .gir.
std::vector<Block> gi_docgen_blocks(std::string_view text, std::string_view space);

}  // namespace elle::core
