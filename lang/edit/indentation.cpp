// Where the rows of a text begin, as Lisp is laid out.
#include "lang/edit/editing.h"
#include "lang/read/known_forms.h"

namespace elle::lang {

size_t EditedText::column(size_t offset) const {
  const size_t begin = row_begin(text_, offset);
  return text_columns(std::string_view(text_).substr(begin, offset - begin));
}

// The piece after `index` that is no comment; as many as there are when none is.
uint32_t EditedText::next_item(uint32_t index) const {
  do index++;
  while (index < pieces_.size() && is_comment(pieces_[index].token.kind));
  return index;
}

// A list after `'` is data. After a quasiquote it is most often the code that a macro makes.
bool EditedText::is_quoted(uint32_t index) const {
  return index > 0 && pieces_[index - 1].token.kind == TokenKind::kQuote;
}

// Whether the piece holds characters, so that a row can begin inside of it. What is never closed ends with the text.
bool EditedText::holds_rows(uint32_t index, size_t offset) const {
  switch (pieces_[index].token.kind) {
    case TokenKind::kUnclosedString:
    case TokenKind::kUnclosedComment:
      return true;
    case TokenKind::kString:
    case TokenKind::kBlockComment:
      return pieces_[index].token.end > offset;
    default:
      return false;
  }
}

std::optional<size_t> EditedText::indentation(size_t offset) const {
  constexpr size_t kBodyColumns = 2;
  const uint32_t before = last_before(offset);
  if (before != kNone && holds_rows(before, offset)) return std::nullopt;
  const uint32_t bracket = bracket_around(offset);
  if (bracket == kNone) return 0;

  const Piece& opening = pieces_[bracket];
  const uint32_t head = next_item(bracket);
  const bool has_head = head < pieces_.size() && pieces_[head].token.begin < offset;
  const bool is_call = opening.token.kind == TokenKind::kOpenList && !is_quoted(bracket) && has_head &&
                       pieces_[head].token.kind == TokenKind::kSymbol;
  if (!is_call) return column(opening.token.end);
  const FormLayout layout = known_form(text_of(head)).layout;
  const size_t body = column(opening.token.begin) + kBodyColumns;
  if (layout == FormLayout::kBody) return body;
  const uint32_t first = next_item(head);
  const bool beside_head = first < pieces_.size() && pieces_[first].token.begin < offset &&
                           pieces_[first].token.begin < row_end(text_, pieces_[head].token.begin);
  if (beside_head) return column(pieces_[first].token.begin);
  return layout == FormLayout::kAligned ? body : column(opening.token.end);
}

}  // namespace elle::lang
