#include "shell/edit/view.h"

#include <algorithm>

#include "shell/edit/hint_row.h"
#include "shell/edit/line_source.h"
#include "shell/edit/row_text.h"
#include "shell/edit/text_layout.h"

namespace elle::shell {

namespace {

using lang::Paint;
using lang::Role;
using lang::Stretch;

// What is narrower cannot show a prompt and a text beside it.
constexpr size_t kLeastColumns = 16;
constexpr size_t kMostMenuRows = 12;

// The text as it is to be seen: a search shows what it found.
struct Shown {
  std::string_view text;
  size_t cursor;
  std::vector<Stretch> stretches;  // of the syntax
  std::vector<Stretch> above;      // these hide those: a pair of brackets, what is searched
};

class RowPainter {
 public:
  RowPainter(const Shown& shown, const Paint& paint) : shown_(shown), paint_(paint) {}

  std::string paint(size_t begin, size_t end) const {
    std::string row;
    while (begin < end) {
      const Stretch piece = piece_at(begin, end);
      row += paint_(piece.role, shown_.text.substr(piece.begin, piece.end - piece.begin));
      begin = piece.end;
    }
    return row;
  }

 private:
  // The longest piece from `begin` on in one role.
  Stretch piece_at(size_t begin, size_t end) const {
    Stretch piece{begin, end, Role::kPlain};
    const auto next = std::partition_point(shown_.stretches.begin(), shown_.stretches.end(),
                                           [&](const Stretch& stretch) { return stretch.end <= begin; });
    if (next != shown_.stretches.end()) limit(piece, *next);
    for (const Stretch& stretch : shown_.above)
      if (stretch.end > begin) limit(piece, stretch);
    return piece;
  }

  static void limit(Stretch& piece, const Stretch& by) {
    if (by.begin > piece.begin) {
      piece.end = std::min(piece.end, by.begin);
    } else {
      piece.end = std::min(piece.end, by.end);
      piece.role = by.role;
    }
  }

  const Shown& shown_;
  const Paint& paint_;
};

Shown shown_text(Editing& editing) { return {editing.text(), editing.cursor(), editing.facts().stretches(), {}}; }

Shown shown_while_editing(Editing& editing) {
  Shown shown = shown_text(editing);
  if (const auto pair = editing.facts().brackets_at(editing.cursor())) shown.above = {pair->first, pair->second};
  return shown;
}

Shown shown_while_searching(const Search& search) {
  const size_t match = search.match();
  Shown shown{search.text(), match, lang::EditedText(search.text()).stretches(), {}};
  if (search.found()) shown.above.push_back({match, match + search.pattern().size(), Role::kSelected});
  return shown;
}

FrameRow search_row(const Search& search, size_t columns, const Paint& paint) {
  const std::string label = search.failed() ? "not found: " : "search: ";
  const std::string pattern = cut(search.pattern(), columns - label.size() - 1);
  return {paint(Role::kDim, label) + pattern, label.size() + lang::text_columns(pattern)};
}

std::vector<FrameRow> rows_below(Editing& editing, TerminalSize size, const Paint& paint) {
  if (editing.search) return {search_row(*editing.search, size.columns, paint)};
  if (editing.menu) return editing.menu->rows(size.columns, std::clamp<size_t>(size.rows / 2, 2, kMostMenuRows), paint);
  if (const auto hint = editing.session.hint(editing.text(), editing.cursor()))
    return {hint_row(*hint, size.columns, paint)};
  return {};
}

FrameRow text_row(const LaidRow& row, std::string_view prompt, const RowPainter& painter, const Paint& paint) {
  FrameRow result{painter.paint(row.begin, row.end), row.columns};
  if (!row.begins_line) return result;
  // The space behind a prompt is no part of it.
  const std::string_view word = prompt.substr(0, prompt.size() - 1);
  result.text = paint(Role::kPrompt, word) + " " + result.text;
  result.columns += prompt.size();
  return result;
}

TerminalSize usable(TerminalSize size) { return {std::max(size.columns, kLeastColumns), size.rows}; }

Frame compose_rows(const Shown& shown, const TextLayout& layout, size_t top, size_t count, std::string_view prompt,
                   size_t columns, const Paint& paint) {
  const RowPainter painter(shown, paint);
  Frame frame{columns, {}, layout.cursor_row - top, layout.cursor_column};
  for (size_t i = top; i < top + count; i++)
    frame.rows.push_back(text_row(layout.rows[i], i == 0 ? prompt : kContinuation, painter, paint));
  return frame;
}

}  // namespace

Frame View::compose(Editing& editing, std::string_view prompt, TerminalSize size) {
  size = usable(size);
  const Shown shown = editing.search ? shown_while_searching(*editing.search) : shown_while_editing(editing);
  const TextLayout layout = lay_out(shown.text, shown.cursor, prompt.size(), size.columns);
  std::vector<FrameRow> below = rows_below(editing, size, paint_);
  const size_t room = size.rows > below.size() + 2 ? size.rows - below.size() - 1 : 1;
  const size_t count = std::min(room, layout.rows.size());
  top_ = std::clamp(top_, layout.cursor_row + 1 > count ? layout.cursor_row + 1 - count : 0, layout.cursor_row);
  top_ = std::min(top_, layout.rows.size() - count);
  Frame frame = compose_rows(shown, layout, top_, count, prompt, size.columns, paint_);
  frame.rows.insert(frame.rows.end(), below.begin(), below.end());
  return frame;
}

Frame View::compose_whole(Editing& editing, std::string_view prompt, TerminalSize size) const {
  size = usable(size);
  Shown shown = shown_text(editing);
  const TextLayout layout = lay_out(shown.text, shown.text.size(), prompt.size(), size.columns);
  return compose_rows(shown, layout, 0, layout.rows.size(), prompt, size.columns, paint_);
}

}  // namespace elle::shell
