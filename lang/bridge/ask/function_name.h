// What a C function's name says of it, by the habits of C libraries: whether it makes something anew, and of what kind.
#pragma once

#include <string>
#include <string_view>

namespace elle::lang {

enum class Making : uint8_t {
  kMakes,    // gtk_window_new, SDL_CreateWindow, sqlite3_open
  kUnknown,  // XDefaultRootWindow, LLVMConstInt
  kHands,    // gtk_widget_get_parent, g_object_ref: gives what somebody else has made, or the argument itself
};

// `spelling` is the name as Lisp spells it.
Making making(std::string_view spelling);

// "gtk-button" of gtk-button-new-with-label: what stands before the word that says it makes something. Empty for a name
// that does not say so.
std::string_view made_thing(std::string_view spelling);

// Whether the name is that of a function which gets a whole library going, `prefix` being what its functions begin
// with: sdl-init, git-libgit2-init, sqlite3-initialize.
bool starts_library(std::string_view spelling, std::string_view prefix);

}  // namespace elle::lang
