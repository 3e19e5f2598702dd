// What pkg-config knows of an installed package: the flags its headers want and the libraries behind them. Asking it
// starts a process; Packages (packages.h) asks only for what it does not remember.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace elle::core {

struct Package {
  std::string name;
  std::string version;
  std::vector<std::string> include_folders;  // -I
  std::vector<std::string> defines;          // -D, without the -D
  std::vector<std::string> flags;            // the other compiler flags
  std::vector<std::string> library_folders;  // -L
  std::vector<std::string> libraries;        // -l, without the -l: `gtk-4`; Library::open takes them
};

// Puts words such as `-I/usr/include/gtk-4.0` and `-lgtk-4` where they belong.
void sort_flags(const std::vector<std::string>& words, Package& package);

// The words of `pkg-config --cflags --libs NAME`. Errors (kind `library`): pkg-config is not installed; no package of
// this name is in the `folders` (with the nearest names and, where it is known, the package to install); it needs
// another that is missing.
Result<std::vector<std::string>> ask_pkg_config(const std::string& name, const std::vector<std::string>& folders);

// The folders pkg-config looks for packages in, in its order; it is asked unless PKG_CONFIG_LIBDIR says them.
std::vector<std::string> pkg_config_folders();

}  // namespace elle::core
