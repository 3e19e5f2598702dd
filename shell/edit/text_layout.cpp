#include "shell/edit/text_layout.h"

#include "lang/edit/editing.h"

namespace elle::shell {

namespace {

class Typesetter {
 public:
  Typesetter(std::string_view text, size_t cursor, size_t prompt, size_t columns)
      : text_(text), cursor_(cursor), prompt_(prompt), columns_(columns) {}

  TextLayout run() {
    begin_row(0, true);
    for (size_t at = 0; at < text_.size();) {
      const lang::Grapheme grapheme = lang::grapheme_at(text_, at);
      if (text_[at] == '\n')
        break_line(at);
      else
        place(at, grapheme);
      at = grapheme.end;
    }
    break_full_row(text_.size());
    if (cursor_ == text_.size()) note_cursor();
    return std::move(layout_);
  }

 private:
  void begin_row(size_t begin, bool begins_line) {
    layout_.rows.push_back({begin, begin, 0, begins_line});
    used_ = begins_line ? prompt_ : 0;
  }

  void note_cursor() {
    layout_.cursor_row = layout_.rows.size() - 1;
    layout_.cursor_column = used_;
  }

  // The cursor behind a full row stands at the beginning of the next.
  void break_full_row(size_t at) {
    if (at == cursor_ && used_ >= columns_) begin_row(at, false);
  }

  void break_line(size_t newline) {
    break_full_row(newline);
    if (newline == cursor_) note_cursor();
    begin_row(newline + 1, true);
  }

  void place(size_t at, lang::Grapheme grapheme) {
    if (used_ + grapheme.columns > columns_) begin_row(at, false);
    if (at <= cursor_ && cursor_ < grapheme.end) note_cursor();
    used_ += grapheme.columns;
    layout_.rows.back().end = grapheme.end;
    layout_.rows.back().columns += grapheme.columns;
  }

  std::string_view text_;
  size_t cursor_, prompt_, columns_;
  size_t used_ = 0;  // columns of the last row
  TextLayout layout_;
};

}  // namespace

TextLayout lay_out(std::string_view text, size_t cursor, size_t prompt, size_t columns) {
  return Typesetter(text, cursor, prompt, columns).run();
}

}  // namespace elle::shell
