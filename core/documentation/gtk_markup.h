// What stands inside the words of gtk-doc comments and .gir texts, as a reader wants to see it: `%NULL`, `#GtkWidget`,
// `@title`, `[method@Gtk.Window.present]`.
#pragma once

#include <string>
#include <string_view>

namespace elle::core {

// `space` is the namespace that links without one mean, as `[class@Window]` in Gtk's; may be "".
std::string gtk_inline_text(std::string_view text, std::string_view space);

// How C calls what a link of gi-docgen names: `method`, `Gtk.Window.present` is gtk_window_present().
std::string linked_c_name(std::string_view kind, std::string_view target, std::string_view space);

}  // namespace elle::core
