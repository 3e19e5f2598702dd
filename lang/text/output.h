// Where a session's text goes: standard output and error, or whatever a host (a language server, a test) captures.
#pragma once

#include <cstddef>
#include <string_view>

namespace elle::lang {

class Output {
 public:
  virtual ~Output() = default;
  // False when the reader is gone (a closed pipe): the script then ends quietly.
  virtual bool write(std::string_view text) = 0;
  virtual bool flush() = 0;
  // Shows a text that may be longer than a person's screen, in whole lines. False as with `write`.
  virtual bool show_long(std::string_view text) { return write(text); }
  // Whether `show_long` would hand this text to a program that shows it page by page.
  virtual bool goes_to_pager(std::string_view) const { return false; }

  // What the reader can show. Nothing is assumed of a file, a pipe or another program.
  virtual bool colour() const { return false; }
  // Characters in a row; 0: there are no rows, and text is not laid out for them.
  virtual size_t columns() const { return 0; }
};

}  // namespace elle::lang
