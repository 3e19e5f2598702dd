// The text being edited and where it stands on the terminal.
#include <doctest/doctest.h>

#include "shell/edit/text_buffer.h"
#include "shell/edit/text_layout.h"
#include "shell/pager.h"

namespace elle::shell {

TEST_CASE("typing is undone word by word, other changes one by one") {
  TextBuffer buffer;
  for (const char* key : {"a", "b", " ", "c"}) buffer.type(key);
  buffer.replace(0, 1, "X");
  CHECK(buffer.text() == "Xb c");
  CHECK(buffer.undo());
  CHECK(buffer.text() == "ab c");
  CHECK(buffer.undo());
  CHECK(buffer.text() == "ab ");
  CHECK(buffer.cursor() == 3);
  CHECK(buffer.redo());
  CHECK(buffer.text() == "ab c");
  buffer.type("d");
  CHECK(buffer.undo());
  CHECK(buffer.text() == "ab c");
  CHECK(buffer.undo());
  CHECK(buffer.undo());
  CHECK_FALSE(buffer.undo());
  CHECK(buffer.text().empty());
}

namespace {

// The rows, then the cursor's row and column.
std::string laid(std::string_view text, size_t cursor, size_t columns) {
  const TextLayout layout = lay_out(text, cursor, 2, columns);
  std::string shown;
  for (const LaidRow& row : layout.rows)
    shown += (row.begins_line ? "> " : "") + std::string(text.substr(row.begin, row.end - row.begin)) + "|";
  return shown + " " + std::to_string(layout.cursor_row) + ":" + std::to_string(layout.cursor_column);
}

}  // namespace

TEST_CASE("rows are broken to the width, and the cursor stands where the next character would") {
  CHECK(laid("", 0, 6) == "> | 0:2");
  CHECK(laid("abc", 3, 6) == "> abc| 0:5");
  CHECK(laid("abcd", 4, 6) == "> abcd|| 1:0");
  CHECK(laid("abcd", 3, 6) == "> abcd| 0:5");
  CHECK(laid("abcde", 4, 6) == "> abcd|e| 1:0");
  CHECK(laid("ab\ncd", 2, 6) == "> ab|> cd| 0:4");
  CHECK(laid("ab\ncd", 3, 6) == "> ab|> cd| 1:2");
  CHECK(laid("abcd\n", 4, 6) == "> abcd||> | 1:0");
}

TEST_CASE("a wide character is not broken in two") {
  CHECK(laid("abc日", 3, 6) == "> abc|日| 1:0");
  CHECK(laid("e\u0301日", 3, 6) == "> e\u0301日| 0:3");
}

TEST_CASE("rows of the terminal decide what is long, not lines") {
  CHECK_FALSE(is_longer_than("a\nb\n", 10, 2));
  CHECK(is_longer_than("a\nb\nc\n", 10, 2));
  CHECK(is_longer_than("0123456789abcdefghijX\n", 10, 2));
  CHECK_FALSE(is_longer_than("\x1b[1m0123456789\x1b[0m\n\n", 10, 2));
}

}  // namespace elle::shell
