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
  std::vector<std::string> flags;            // the other compiler flags; -L is left out
  std::vector<std::string> libraries;        // -l, without the -l: `gtk-4`; Library::open takes them
};

// The file behind a package (`gtk4.pc`), as far as it is read here; flags are for pkg-config to put together.
struct PcFile {
  std::string version;
  std::string description;
  std::vector<std::string> libraries;        // of its `Libs`, without the -l
  std::vector<std::string> include_folders;  // of its `Cflags`, without the -I
};

// Variables are put in; what a file says with operators of pkg-config's own is not understood. Errors are of kind `io`.
Result<PcFile> read_pc_file(const std::string& path);

// Splits at blanks; a backslash takes the next letter as it is, as pkg-config writes blanks in paths.
std::vector<std::string> flag_words(std::string_view text);

// Puts words such as `-I/usr/include/gtk-4.0` and `-lgtk-4` where they belong.
void sort_flags(const std::vector<std::string>& words, Package& package);

// The words of `pkg-config --cflags --libs NAME`. Errors (kind `library`): pkg-config is not installed; no package of
// this name is in the `folders` (with the nearest names and, where it is known, the package to install); it needs
// another that is missing.
Result<std::vector<std::string>> ask_pkg_config(const std::string& name, const std::vector<std::string>& folders);

// The folders pkg-config looks for packages in, in its order; it is asked unless PKG_CONFIG_LIBDIR says them.
std::vector<std::string> pkg_config_folders();

}  // namespace elle::core
