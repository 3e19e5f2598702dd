// What headers would declare if other macros were defined: names in the parts that `#if` left out, each with what it
// waits for. Found by reading the headers' text again, when somebody asks for a name that is not there: no load pays.
//
//     #if defined(_GNU_SOURCE) || _POSIX_C_SOURCE > 200809L
//     extern char *secure_getenv (const char *name);
//     #endif
//
// gives `secure_getenv`, with _GNU_SOURCE as what to define: of two sides of `||` the first is enough.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/declarations_file.h"

namespace elle::core {

struct LeftOut {
  std::string name;
  std::string file;
  uint32_t line = 0;
  std::string condition;            // the directive that left it out: "#ifdef BAR", "the #else of #if FOO > 3"
  std::vector<std::string> wanted;  // macros to define so that it is there; empty when that is not enough
  bool cplusplus = false;           // it is for C++ alone

  // "declared at foo.h:40 when BAR is defined"
  std::string reason() const;
};

// In the order of the files; none of a name that the file has. Headers that are gone are passed over.
std::vector<LeftOut> find_left_out(const DeclarationsFile& file);

}  // namespace elle::core
