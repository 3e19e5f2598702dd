// A header's comment as a document. How it is written is seen from the text: Doxygen and Javadoc (\param, @return),
// gtk-doc and kerneldoc (a first line `name:` or `name -`, then @parameter: lines), sqlite's (CAPI3REF with HTML), and
// plain words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/documentation/document.h"

namespace elle::core {

// Without markers, leading stars and empty lines at both ends. Lines keep how far they are indented against each other:
// lists and code show by that.
std::string clean_comment(std::string_view comment);

// Of a clean comment.
Document parse_comment(std::string_view comment);

// --- The larger dialects, each in a file of its own; for parse_comment() and .gir texts. ---

// Whether it has a command that only Doxygen or Javadoc know.
bool is_doxygen(std::string_view comment);
Document parse_doxygen(std::string_view comment);

// As gtk-doc and the Linux kernel write them: a first line with the name, a line for each parameter, then the text.
//
//     gtk_window_set_title:
//     @window: a `GtkWindow`
//     @title: (nullable): title of the window
//
//     Sets the title.
//
//     Returns: (transfer none): nothing
bool is_gtk_doc(std::string_view comment);
Document parse_gtk_doc(std::string_view comment);

// The text of a .gir's <doc>: only what stands below the first lines of such a comment, in Markdown. `space` is the
// namespace of the .gir.
std::vector<Block> gi_docgen_blocks(std::string_view text, std::string_view space);

}  // namespace elle::core
