// Addresses of what a header defines itself, `static inline` functions and static variables: no library exports them,
// so the C compiler is given the header and a table of their addresses to fill.
//
// All of a request's are one compilation, kept in the cache like any C text; those of the compiler's own headers (some
// thousand intrinsics) are one per file, since nobody wants them all. One that does not compile or link is left out
// with the compiler's reason.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/thunk/c_compiler.h"

namespace elle::core {

class HeaderAddresses {
 public:
  // `libraries` are the paths of those the headers belong to. REQUIRES: the compiler outlives this.
  HeaderAddresses(CCompiler& compiler, std::shared_ptr<const DeclarationsFile> file, std::vector<std::string> libraries)
      : compiler_(compiler), file_(std::move(file)), libraries_(std::move(libraries)) {}

  // Of a function or variable that it may_have(). Never null; the error (kind `symbol`) says what the compiler says.
  Result<void*> find(const Declaration& declaration);

  // Whether the header defines it; a library may have it as well.
  static bool may_have(const Declaration& declaration);

 private:
  struct Entry {
    void* address;       // null when it was left out
    std::string reason;  // why
  };
  using Table = std::map<std::string, Entry, std::less<>>;

  Result<Table> make(std::string_view group);

  CCompiler& compiler_;
  std::shared_ptr<const DeclarationsFile> file_;
  std::vector<std::string> libraries_;
  std::map<std::string, Table, std::less<>> tables_;  // by group: a file, or "" for all others
};

}  // namespace elle::core
