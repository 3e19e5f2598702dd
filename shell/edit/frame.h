// What the prompt wants to be seen: rows of the terminal, one below the other, and the cursor among them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace elle::shell {

struct FrameRow {
  std::string text;  // with the escape sequences of its colours, all of them ended
  size_t columns;    // that it takes
  bool operator==(const FrameRow&) const = default;
};

struct Frame {
  size_t columns;              // that the terminal has
  std::vector<FrameRow> rows;  // at least one, and fewer than the terminal has
  size_t cursor_row = 0;
  size_t cursor_column = 0;
};

}  // namespace elle::shell
