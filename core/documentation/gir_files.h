// The .gir files of this machine: GObject Introspection's descriptions of libraries, with their documentation. They lie
// in `gir-1.0` below each folder of $XDG_DATA_DIRS and below /usr/share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"

namespace elle::core {

struct GirFile {
  std::string path;
  std::string space;                             // its namespace, "Gtk"
  std::string package;                           // its pkg-config name, "gtk4"
  std::vector<std::string> libraries;            // "libgtk-4.so.1"
  std::vector<std::string> identifier_prefixes;  // of types, "Gtk"
  std::vector<std::string> symbol_prefixes;      // of functions, "gtk"

  // The whole file, mapped when it is first asked for; empty when that fails.
  std::string_view text();

 private:
  std::unique_ptr<MappedFile> map_;
};

class GirFiles {
 public:
  // Those that may describe the C name, most likely first: by how its names begin, and of several versions of a
  // library the one that is loaded. The folders are read at the first question.
  std::vector<GirFile*> that_may_have(std::string_view c_name, const std::vector<std::string>& loaded_libraries);

 private:
  void read_folders();

  bool read_ = false;
  std::vector<std::unique_ptr<GirFile>> files_;
};

}  // namespace elle::core
