// A text for people, put together line by line for what will show it: words are wrapped to the screen, and roles become
// colours. Without a screen (a file, a pipe, a string) lines end where the text does or at 100 columns, without colour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/text/output.h"
#include "lang/text/paint.h"

namespace elle::lang {

// What shows a text.
struct Screen {
  bool colour = false;
  size_t columns = 0;  // 0: none, see Output::columns()

  static Screen of(const Output& output) { return {output.colour(), output.columns()}; }
};

class Page {
 public:
  explicit Page(const Screen& screen) : screen_(screen), paint_(screen.colour) {}

  const Paint& paint() const { return paint_; }
  bool has_screen() const { return screen_.columns > 0; }
  // Columns that words are wrapped to.
  size_t width() const;

  // One line, as it is.
  void line(std::string_view text) { (text_ += text) += '\n'; }
  // An empty line, unless there is one or nothing stands above.
  void gap();
  void heading(std::string_view text) { line(paint_(Role::kHeading, text)); }
  // Words wrapped to the width, all lines `indent` columns in. `mark` stands before the first, in the indentation.
  void words(std::string_view text, size_t indent = 0, std::string_view mark = {});

  // A table of two columns, the left one in this role; it may be painted already. Beside what is wider than
  // `widest_left` there is no room: its words stand below it.
  struct Row {
    std::string left, right;
  };
  void table(const std::vector<Row>& rows, Role role, size_t indent, size_t widest_left = 28);

  std::string take() { return std::move(text_); }

 private:
  Screen screen_;
  Paint paint_;
  std::string text_;
};

}  // namespace elle::lang
