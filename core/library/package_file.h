// The file that keeps what pkg-config has answered, so that later runs start no process. A text, one `KEY VALUE` a
// line, values to the end of the line, times in nanoseconds since the epoch:
//
//     elle-packages 2 CHECKSUM   of all that follows, 16 hexadecimal digits
//     environment HASH           of the PKG_CONFIG_* variables
//     folder TIME PATH           one that pkg-config searches, in its order, and when it last changed; 0: not there
//     library NAME               as a script names it
//     header NAME                likewise
//     owner PACKAGE              of the line before: a package whose file names it, best first
//     package NAME
//     file TIME PATH             its .pc
//     version VERSION
//     flag WORD                  of its --cflags and --libs, in their order
//
// A damaged text, or one of another version, is no text: it is made again. Used by Packages alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

struct WatchedPath {
  std::string path;
  uint64_t mtime_ns = 0;
};

struct RememberedPackage {
  WatchedPath file;
  std::string version;
  std::vector<std::string> flags;
};

struct PackageAnswers {
  uint64_t environment = 0;
  std::vector<WatchedPath> folders;
  std::map<std::string, std::vector<std::string>> owners;  // by `library NAME` or `header NAME`
  std::map<std::string, RememberedPackage> packages;
};

std::optional<PackageAnswers> parse_package_file(std::string_view text);
// Nothing when the answers cannot be told line by line: a name with a line break in it.
std::optional<std::string> package_file_text(const PackageAnswers& answers);

}  // namespace elle::core
