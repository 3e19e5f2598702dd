#include "shell/edit/commands.h"

namespace elle::shell {

namespace {

// The end of the row in which the cursor goes to the same column as long as one moves by rows.
void move_to_row(Editing& editing, size_t begin) {
  const std::string& text = editing.text();
  if (editing.last != Editing::Did::kMoveByRow) {
    const size_t row = lang::row_begin(text, editing.cursor());
    editing.goal_column = lang::text_columns(std::string_view(text).substr(row, editing.cursor() - row));
  }
  editing.now = Editing::Did::kMoveByRow;
  size_t at = begin;
  for (size_t columns = 0; at < lang::row_end(text, begin); at = lang::grapheme_at(text, at).end) {
    columns += lang::grapheme_at(text, at).columns;
    if (columns > editing.goal_column) break;
  }
  editing.buffer.move(at);
}

}  // namespace

void to_row_begin(Editing& editing) { editing.buffer.move(lang::row_begin(editing.text(), editing.cursor())); }
void to_row_end(Editing& editing) { editing.buffer.move(lang::row_end(editing.text(), editing.cursor())); }
void to_text_begin(Editing& editing) { editing.buffer.move(0); }
void to_text_end(Editing& editing) { editing.buffer.move(editing.text().size()); }

void back_character(Editing& editing) {
  if (editing.cursor() > 0) editing.buffer.move(lang::grapheme_before(editing.text(), editing.cursor()));
}

void forward_character(Editing& editing) {
  if (editing.cursor() < editing.text().size())
    editing.buffer.move(lang::grapheme_at(editing.text(), editing.cursor()).end);
}

void back_word(Editing& editing) { editing.buffer.move(lang::word_begin(editing.text(), editing.cursor())); }
void forward_word(Editing& editing) { editing.buffer.move(lang::word_end(editing.text(), editing.cursor())); }
void back_form(Editing& editing) { editing.buffer.move(editing.facts().form_begin(editing.cursor())); }
void forward_form(Editing& editing) { editing.buffer.move(editing.facts().form_end(editing.cursor())); }
void up_form(Editing& editing) { editing.buffer.move(editing.facts().enclosing(editing.cursor())); }

void up(Editing& editing) {
  const size_t row = lang::row_begin(editing.text(), editing.cursor());
  if (row == 0) return older_text(editing);
  move_to_row(editing, lang::row_begin(editing.text(), row - 1));
}

void down(Editing& editing) {
  const size_t end = lang::row_end(editing.text(), editing.cursor());
  if (end == editing.text().size()) return newer_text(editing);
  move_to_row(editing, end + 1);
}

}  // namespace elle::shell
