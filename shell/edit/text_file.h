// Whole texts from files and pipes.
#pragma once

#include <string>

namespace elle::shell {

struct TextFile {
  std::string text;
  std::string complaint;  // not empty: it could not be read, and why
};

TextFile read_file(const std::string& path);
// `name` is for the complaint.
TextFile read_all(int descriptor, const std::string& name);

}  // namespace elle::shell
