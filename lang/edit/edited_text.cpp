// What EditedText knows of brackets, colours and steps over forms; where rows begin is in indentation.cpp.
#include <algorithm>

#include "lang/edit/editing.h"
#include "lang/read/known_forms.h"

namespace elle::lang {

void EditedText::change(std::string text) {
  text_ = std::move(text);
  const std::vector<Token> tokens = reader_.read(text_);
  pieces_.clear();
  pieces_.reserve(tokens.size());
  for (const Token& token : tokens) pieces_.push_back({token});
  match_brackets();
}

void EditedText::match_brackets() {
  std::vector<uint32_t> open;
  for (uint32_t i = 0; i < pieces_.size(); i++) {
    pieces_[i].outer = open.empty() ? kNone : open.back();
    if (is_opening(pieces_[i].token.kind)) open.push_back(i);
    if (is_closing(pieces_[i].token.kind)) close(i, open);
  }
  left_open_ = !open.empty();
}

void EditedText::close(uint32_t closing, std::vector<uint32_t>& open) {
  const auto meant = std::find_if(open.rbegin(), open.rend(), [&](uint32_t opening) {
    return closes(pieces_[closing].token.kind, pieces_[opening].token.kind);
  });
  pieces_[closing].wrong = meant == open.rend() || meant != open.rbegin();
  if (meant == open.rend()) return;
  const uint32_t opening = *meant;
  pieces_[closing].mate = opening;
  pieces_[closing].outer = pieces_[opening].outer;
  pieces_[opening].mate = closing;
  open.erase(meant.base() - 1, open.end());
}

std::string_view EditedText::text_of(uint32_t index) const {
  const Token& token = pieces_[index].token;
  return std::string_view(text_).substr(token.begin, token.end - token.begin);
}

bool EditedText::is_head(uint32_t index) const {
  return index > 0 && pieces_[index - 1].token.kind == TokenKind::kOpenList;
}

Role EditedText::role(uint32_t index) const {
  const Piece& piece = pieces_[index];
  switch (piece.token.kind) {
    case TokenKind::kComment:
    case TokenKind::kBlockComment:
    case TokenKind::kUnclosedComment:
    case TokenKind::kShebang:
    case TokenKind::kSkip:
      return Role::kComment;
    case TokenKind::kString:
    case TokenKind::kUnclosedString:
    case TokenKind::kCharacter:
      return Role::kString;
    case TokenKind::kNumber:
    case TokenKind::kNil:
    case TokenKind::kTrue:
    case TokenKind::kTrueWord:
    case TokenKind::kFalse:
    case TokenKind::kFalseWord:
      return Role::kNumber;
    case TokenKind::kKeyword:
      return Role::kKeyword;
    case TokenKind::kSymbol:
      return is_head(index) && known_form(text_of(index)).layout != FormLayout::kCall ? Role::kSpecialForm
                                                                                      : Role::kPlain;
    case TokenKind::kUnknown:
      return Role::kError;
    default:
      return piece.wrong ? Role::kError : Role::kPlain;
  }
}

std::vector<Stretch> EditedText::stretches() const {
  std::vector<Stretch> result;
  for (uint32_t i = 0; i < pieces_.size(); i++) {
    const Token& token = pieces_[i].token;
    Stretch stretch{token.begin, token.end, role(i)};
    // What `#;` leaves out is no more than a comment.
    if (token.kind == TokenKind::kSkip) stretch.end = std::max(stretch.end, form_end(stretch.begin));
    while (i + 1 < pieces_.size() && pieces_[i + 1].token.begin < stretch.end) i++;
    if (stretch.role != Role::kPlain) result.push_back(stretch);
  }
  return result;
}

std::optional<std::pair<Stretch, Stretch>> EditedText::brackets_at(size_t cursor) const {
  const auto pair = [&](uint32_t index) -> std::optional<std::pair<Stretch, Stretch>> {
    const Piece& piece = pieces_[index];
    if (piece.mate == kNone || piece.wrong || pieces_[piece.mate].wrong) return std::nullopt;
    const Token& mate = pieces_[piece.mate].token;
    return std::pair(Stretch{piece.token.begin, piece.token.end, Role::kBracket},
                     Stretch{mate.begin, mate.end, Role::kBracket});
  };
  const uint32_t at = first_reaching_past(cursor);
  if (at < pieces_.size() && pieces_[at].token.begin <= cursor)
    if (const auto found = pair(at)) return found;
  const uint32_t before = last_before(cursor);
  if (before != kNone && pieces_[before].token.end == cursor) return pair(before);
  return std::nullopt;
}

bool EditedText::unfinished() const {
  if (left_open_) return true;
  // A string or a comment that is never closed takes all that follows, so it is the last piece.
  uint32_t last = static_cast<uint32_t>(pieces_.size());
  while (last > 0 && is_comment(pieces_[last - 1].token.kind)) last--;
  if (last == 0) return false;
  const TokenKind kind = pieces_[last - 1].token.kind;
  return is_prefix(kind) || kind == TokenKind::kUnclosedString || kind == TokenKind::kUnclosedComment;
}

// The last piece that begins before `offset`.
uint32_t EditedText::last_before(size_t offset) const {
  const auto found = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& piece) { return piece.token.begin < offset; });
  return found == pieces_.begin() ? kNone : static_cast<uint32_t>(found - pieces_.begin() - 1);
}

// The first piece that ends behind `offset`; as many as there are when none does.
uint32_t EditedText::first_reaching_past(size_t offset) const {
  const auto found = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& piece) { return piece.token.end <= offset; });
  return static_cast<uint32_t>(found - pieces_.begin());
}

uint32_t EditedText::bracket_around(size_t offset) const {
  const uint32_t before = last_before(offset);
  if (before == kNone) return kNone;
  return is_opening(pieces_[before].token.kind) ? before : pieces_[before].outer;
}

size_t EditedText::enclosing(size_t offset) const {
  const uint32_t bracket = bracket_around(offset);
  return bracket == kNone ? 0 : pieces_[bracket].token.begin;
}

size_t EditedText::form_end(size_t offset) const {
  uint32_t at = first_reaching_past(offset);
  while (at < pieces_.size() && (is_comment(pieces_[at].token.kind) || is_prefix(pieces_[at].token.kind))) at++;
  if (at == pieces_.size()) return text_.size();
  const Piece& piece = pieces_[at];
  if (is_closing(piece.token.kind)) return offset;
  if (!is_opening(piece.token.kind)) return piece.token.end;
  return piece.mate == kNone ? text_.size() : pieces_[piece.mate].token.end;
}

size_t EditedText::form_begin(size_t offset) const {
  uint32_t at = last_before(offset);
  while (at != kNone && at > 0 && is_comment(pieces_[at].token.kind)) at--;
  if (at == kNone) return 0;
  if (is_opening(pieces_[at].token.kind)) return offset;
  if (is_closing(pieces_[at].token.kind) && pieces_[at].mate != kNone) at = pieces_[at].mate;
  while (at > 0 && is_prefix(pieces_[at - 1].token.kind)) at--;
  return pieces_[at].token.begin;
}

}  // namespace elle::lang
