// What pkg-config knows of an installed package: the flags its headers want and the libraries behind them.
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

// Errors (kind `library`): pkg-config is not installed; the package is not known (with the folders searched and the
// nearest names); the package needs another that is missing.
Result<Package> pkg_config(std::string_view name);

// Where pkg-config looks for packages, in its order; empty when it is not installed.
std::vector<std::string> package_folders();

}  // namespace elle::core
