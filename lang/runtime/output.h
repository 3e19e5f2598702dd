// Where a session's text goes: standard output and error, or whatever a host (a language server, a test) captures.
#pragma once

#include <cstdio>
#include <string_view>

namespace elle::lang {

class Output {
 public:
  virtual ~Output() = default;
  // False when the reader is gone (a closed pipe): the script then ends quietly.
  virtual bool write(std::string_view text) = 0;
  virtual bool flush() = 0;
};

}  // namespace elle::lang
