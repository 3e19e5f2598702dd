// Shared libraries: found the way people name them, opened once, and never closed behind anybody's back, because code
// or data of theirs may still be referred to from C.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"

namespace elle::core {

class Library {
 public:
  // `name` is one of
  //   sqlite3                      a name: libsqlite3.so, or the newest libsqlite3.so.N
  //   libsqlite3.so.0              a soname, found as the loader does
  //   libSDL2.so                   a development name, also where only libSDL2-2.0.so.0 is installed
  //   /opt/lib/libfoo.so, ./x.so   a path; a linker script (a text file) leads to the library it names
  // Errors (kind `library`) list what was tried, the package to install where it is known, and the nearest
  // names there are.
  static Result<std::shared_ptr<Library>> open(std::string_view name);
  // The running program and everything it has loaded.
  static std::shared_ptr<Library> self();

  // The address of a function or variable; cached. An error (kind `symbol`) names the library and the nearest symbols
  // of it and of the libraries it depends on. A symbol whose address is 0 is an error as well.
  Result<void*> symbol(std::string_view name);
  // The same, as a question: nullptr when there is none.
  void* find_symbol(std::string_view name);

  // Whether another file has taken the place of the one that was opened.
  bool replaced() const;
  // That one, as a library of its own. The old one stays mapped: code of it may be running, or be called yet. An error
  // when the file was written over in place, which changes the code that is mapped as well.
  Result<std::shared_ptr<Library>> open_again() const;

  // As it was asked for; "the program" for self().
  const std::string& name() const { return name_; }
  // The file it was loaded from; empty for self().
  const std::string& path() const { return path_; }

 private:
  // What tells two files of one path apart.
  struct Identity {
    uint64_t inode = 0, size = 0, mtime_ns = 0;
    bool operator==(const Identity&) const = default;
  };
  static Identity identify(const std::string& path);

  Library(std::string name, std::string path, void* handle)
      : name_(std::move(name)), path_(std::move(path)), handle_(handle), identity_(identify(path_)) {}

  std::string name_;
  std::string path_;
  void* handle_;
  Identity identity_;
  uint32_t opened_again_ = 0;  // how often the path was
  std::unordered_map<std::string, void*> symbols_;
};

// The path of the loaded file that a function or variable lies in, "" for an address that no file has: looking a name
// up in a library also finds what the libraries it needs have.
std::string file_with_address(const void* address);

// The names a library file exports (functions and variables, without versions), in the order of its symbol table.
Result<std::vector<std::string>> list_symbols(const std::string& path);

}  // namespace elle::core
