// The file behind a pkg-config package (`gtk4.pc`), as far as it is read here; flags are for pkg-config to put
// together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace elle::core {

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

}  // namespace elle::core
