// The files a library's name may mean, without opening any: what the loader itself would not find by such a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

// One library of the loader's cache (/etc/ld.so.cache, as ldconfig writes it) or of LD_LIBRARY_PATH.
struct InstalledLibrary {
  std::string soname;  // libSDL2-2.0.so.0
  std::string path;
};

// Of this machine's architecture; the cache's order, LD_LIBRARY_PATH first.
std::vector<InstalledLibrary> installed_libraries();

// "sqlite3" of `sqlite3`, `libsqlite3`, `libsqlite3.so` and `libsqlite3.so.0`.
std::string_view library_stem(std::string_view name);

// Whether a part of a name is a version of what the rest names: numbers, and what separates them (`2.0`, `4-1`).
bool is_version(std::string_view text);

// Paths that `name` may stand for, best first: its exact soname, `lib<stem>.so.N` with the highest N, then
// `lib<stem>-<version>.so.N`, which is how some libraries (SDL2, glib) put their version into the name.
std::vector<std::string> library_candidates(std::string_view name, const std::vector<InstalledLibrary>& installed);

// The library a linker script (`/usr/lib/x86_64-linux-gnu/libc.so`, a text file) names first; "" when `text` is none.
std::string linker_script_target(std::string_view text);

}  // namespace elle::core
