// Where the characters of a text stand on a terminal: its rows broken to the terminal's width.
#pragma once

#include <string_view>
#include <vector>

namespace elle::shell {

struct LaidRow {
  size_t begin;  // bytes of the text
  size_t end;
  size_t columns;    // without a prompt
  bool begins_line;  // a prompt stands before it
};

struct TextLayout {
  std::vector<LaidRow> rows;
  size_t cursor_row = 0;
  size_t cursor_column = 0;
};

// `prompt` is the columns that each row of the text leaves free at its beginning.
TextLayout lay_out(std::string_view text, size_t cursor, size_t prompt, size_t columns);

}  // namespace elle::shell
