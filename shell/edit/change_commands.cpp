#include "shell/edit/commands.h"

namespace elle::shell {

void enter(Editing& editing) {
  if (editing.facts().unfinished()) return new_row(editing);
  editing.wish = Wish::kRun;
}

void new_row(Editing& editing) {
  const std::string& text = editing.text();
  size_t begin = editing.cursor(), end = begin;
  const auto indentation = editing.facts().indentation(begin);
  if (indentation) {  // the spaces around the cursor are no part of a string
    while (begin > 0 && text[begin - 1] == ' ') begin--;
    while (end < text.size() && text[end] == ' ') end++;
  }
  editing.buffer.replace(begin, end, "\n" + std::string(indentation.value_or(0), ' '));
}

// The cursor stays where it is among what is not a space.
void indent_row(Editing& editing, size_t indentation) {
  const size_t begin = lang::row_begin(editing.text(), editing.cursor());
  const size_t end = std::min(editing.text().find_first_not_of(' ', begin), editing.text().size());
  editing.buffer.replace(begin, end, std::string(indentation, ' '));
}

void delete_back(Editing& editing) {
  if (editing.cursor() == 0) return;
  editing.buffer.replace(lang::grapheme_before(editing.text(), editing.cursor()), editing.cursor(), {});
}

void delete_forward(Editing& editing) {
  const size_t cursor = editing.cursor();
  if (cursor < editing.text().size()) editing.buffer.replace(cursor, lang::grapheme_at(editing.text(), cursor).end, {});
}

void delete_forward_or_leave(Editing& editing) {
  if (editing.text().empty())
    editing.wish = Wish::kLeave;
  else
    delete_forward(editing);
}

void transpose(Editing& editing) {
  const std::string& text = editing.text();
  const size_t cursor = editing.cursor();
  const size_t row = lang::row_begin(text, cursor);
  if (cursor == row) return;
  // At the end of a row it is the last two.
  const size_t middle = cursor == lang::row_end(text, cursor) ? lang::grapheme_before(text, cursor) : cursor;
  if (middle == row) return;
  const size_t begin = lang::grapheme_before(text, middle);
  const size_t end = lang::grapheme_at(text, middle).end;
  editing.buffer.replace(begin, end, text.substr(middle, end - middle) + text.substr(begin, middle - begin));
}

void undo(Editing& editing) { editing.buffer.undo(); }
void redo(Editing& editing) { editing.buffer.redo(); }

}  // namespace elle::shell
