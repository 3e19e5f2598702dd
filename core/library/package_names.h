// How Debian names the packages of a library: libgtk-4.so.1 is in libgtk-4-1 (Debian policy 8.1), its headers are in
// libgtk-4-dev. Names only: whether a package really has a file is for package_advice.h to ask, or to call probable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

// Of the `names` of packages, those for developing with what one of the `words` means (`gtk4`, `gtk+-3.0`, `SDL2`): the
// closest spelling only, and of two words as close, the first one's.
std::vector<std::string> development_packages(const std::vector<std::string>& words,
                                              const std::vector<std::string>& names);

// Those that hold a library, by its soname or a bare name (`gtk-4`, of any version).
std::vector<std::string> library_packages(std::string_view library, const std::vector<std::string>& names);

// Words a header's package may be named after: its folder, then its own name. X11, Xlib of X11/Xlib.h.
std::vector<std::string> header_words(std::string_view header);

}  // namespace elle::core
