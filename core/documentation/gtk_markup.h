// What stands inside and before the words of gtk-doc comments and .gir texts, as a reader wants to see it: `%NULL`,
// `#GtkWidget`, `@title`, `[method@Gtk.Window.present]`, and annotations, `(transfer full) (nullable)`, said in words.
#pragma once

#include <string>
#include <string_view>

namespace elle::core {

// `space` is the namespace that links without one mean, as `[class@Window]` in Gtk's; may be "".
std::string gtk_inline_text(std::string_view text, std::string_view space);

// How C calls what a link of gi-docgen names: `method`, `Gtk.Window.present` is gtk_window_present().
std::string linked_c_name(std::string_view kind, std::string_view target, std::string_view space);

// --- Annotations. ---

enum class Annotated : uint8_t { kParameter, kResult };

// In words what one annotation says, "may be NULL"; empty for one that says nothing to a caller. `name` and `value` as
// in `(transfer full)`.
std::string annotation_words(std::string_view name, std::string_view value, Annotated what);

// Takes the annotations off the front of a text and returns what they say, "may be NULL; you own it".
std::string take_annotations(std::string_view& text, Annotated what);

// "Its title. (May be NULL.)"
std::string with_facts(std::string_view text, std::string_view facts);

// Adds one fact to others.
void add_fact(std::string& facts, std::string_view fact);

}  // namespace elle::core
