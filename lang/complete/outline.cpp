// Any text as a tree of forms. It is the text of somebody in the middle of typing: a bracket that closes nothing is
// left out, one that is never closed reaches to the end, and nothing is an error.
#include "lang/complete/outline.h"

#include <algorithm>

#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// What is read of a text longer than this is cut at forms that begin at the margin.
constexpr size_t kMostBefore = 8192;
constexpr size_t kMostAfter = 2048;

// A form that begins at the margin is a new one: only a docstring that is written oddly says otherwise.
size_t first_byte(std::string_view text, size_t cursor) {
  if (cursor <= kMostBefore) return 0;
  const size_t margin = text.rfind("\n(", cursor - 1);
  return margin == text.npos || cursor - margin > kMostBefore ? cursor - kMostBefore : margin + 1;
}

size_t last_byte(std::string_view text, size_t cursor) {
  if (text.size() - cursor <= kMostAfter) return text.size();
  return std::min(text.find("\n(", cursor), cursor + kMostAfter);
}

// The same number of bytes, with blanks for what is no text.
std::string cleaned(std::string_view text) {
  std::string clean(text);
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  std::string_view rest = clean;
  for (size_t bad = find_invalid_utf8(rest); bad != rest.npos; bad = find_invalid_utf8(rest)) {
    clean[clean.size() - rest.size() + bad] = ' ';
    rest = std::string_view(clean).substr(clean.size() - rest.size() + bad + 1);
  }
  return clean;
}

std::optional<TokenKind> closing(TokenKind open) {
  switch (open) {
    case TokenKind::kOpenList:
    case TokenKind::kOpenRoundVector:
    case TokenKind::kOpenBytes:
      return TokenKind::kCloseRound;
    case TokenKind::kOpenVector:
      return TokenKind::kCloseSquare;
    case TokenKind::kOpenMap:
      return TokenKind::kCloseCurly;
    default:
      return std::nullopt;
  }
}

// Whether `gap`, which is nothing but blanks and comments, ends inside a comment.
bool ends_in_comment(std::string_view gap) {
  int depth = 0;  // of block comments, which nest
  for (size_t i = 0; i < gap.size(); i++) {
    const std::string_view two = gap.substr(i, 2);
    if (two == "#|" || two == "|#") {
      depth += two == "#|" ? 1 : depth > 0 ? -1 : 0;
      i++;
    } else if (depth == 0 && (gap[i] == ';' || two == "#!")) {
      i = gap.find('\n', i);
      if (i == gap.npos) return true;
    }
  }
  return depth > 0;
}

}  // namespace

Outline::Outline(std::string_view text, size_t cursor) : whole_(text), cursor_(cursor) {
  const size_t first = first_byte(text, cursor);
  const std::string clean = cleaned(text.substr(first, last_byte(text, cursor) - first));
  std::vector<Token> tokens = tokens_of(clean);
  std::erase_if(tokens, [](const Token& token) { return is_comment(token.kind); });
  for (Token& token : tokens) {
    token.begin += static_cast<uint32_t>(first);
    token.end += static_cast<uint32_t>(first);
  }
  const auto end = static_cast<uint32_t>(first + clean.size());
  nodes_.push_back({TokenKind::kOpenList, static_cast<uint32_t>(first), end, kRoot, 0, false});
  std::vector<NodeIndex> open = {kRoot};
  for (const Token& token : tokens) take(token, open);
  for (NodeIndex node : open) nodes_[node].end = end;
  find_cursor(tokens);
}

void Outline::take(const Token& token, std::vector<NodeIndex>& open) {
  if (is_prefix(token.kind)) {
    pending_prefix_ = token.kind;
  } else if (is_closing(token.kind)) {
    close(token.kind, token.begin, token.end, open);
  } else {
    const NodeIndex node = add(token, open.back());
    if (closing(token.kind)) open.push_back(node);
  }
}

void Outline::close(TokenKind kind, uint32_t begin, uint32_t end, std::vector<NodeIndex>& open) {
  pending_prefix_.reset();
  size_t match = open.size();
  while (match > 1 && closing(nodes_[open[match - 1]].kind) != kind) match--;
  if (match <= 1) return;  // it closes nothing
  for (size_t i = match; i < open.size(); i++) nodes_[open[i]].end = begin;
  nodes_[open[match - 1]].end = end;
  nodes_[open[match - 1]].closed = true;
  open.resize(match - 1);
}

NodeIndex Outline::add(const Token& token, NodeIndex parent) {
  const auto node = static_cast<NodeIndex>(nodes_.size());
  auto& siblings = nodes_[parent].children;
  const auto place = static_cast<uint32_t>(siblings.size());
  if (pending_prefix_ != TokenKind::kSkip) siblings.push_back(node);
  nodes_.push_back({token.kind, token.begin, token.end, parent, place, !closing(token.kind), pending_prefix_});
  pending_prefix_.reset();
  return node;
}

void Outline::find_cursor(const std::vector<Token>& tokens) {
  for (NodeIndex node = 1; node < nodes_.size() && nodes_[node].begin < cursor_; node++) {
    const OutlineNode& candidate = nodes_[node];
    const bool text = candidate.kind == TokenKind::kString;  // its end is past the closing quote
    if (!closing(candidate.kind)) {
      if (cursor_ < candidate.end || (cursor_ == candidate.end && !text)) at_ = node;
    } else if (cursor_ < candidate.end || (cursor_ == candidate.end && !candidate.closed)) {
      around_ = node;
    }
  }
  if (at_) quoted_ = nodes_[*at_].prefix == TokenKind::kQuote;
  if (at_) in_comment_ = nodes_[*at_].kind == TokenKind::kUnclosedComment;
  size_t before = nodes_[kRoot].begin;
  for (const Token& token : tokens) {
    if (token.begin >= cursor_) break;
    before = token.end;
    if (!at_ && token.end == cursor_) quoted_ = token.kind == TokenKind::kQuote;
  }
  if (before < cursor_) in_comment_ = ends_in_comment(whole_.substr(before, cursor_ - before));
}

std::string_view Outline::text(NodeIndex node) const {
  return whole_.substr(nodes_[node].begin, nodes_[node].end - nodes_[node].begin);
}

bool Outline::is_bracketed(NodeIndex node) const {
  return nodes_[node].kind == TokenKind::kOpenVector || nodes_[node].kind == TokenKind::kOpenList;
}

std::string_view Outline::head(NodeIndex node) const {
  if (node == kRoot || !is_list(node) || nodes_[node].prefix == TokenKind::kQuote || nodes_[node].children.empty())
    return {};
  const NodeIndex first = nodes_[node].children[0];
  return is_symbol(first) ? text(first) : std::string_view();
}

ArgumentPlace innermost_place(const Outline& outline) {
  const NodeIndex form = outline.around_cursor();
  size_t place = 0;
  for (NodeIndex child : outline[form].children)
    if (outline[child].end <= outline.cursor() && child != outline.at_cursor()) place++;
  return {form, place};
}

ArgumentPlace place_around(const Outline& outline, ArgumentPlace inner) {
  return {outline[inner.form].parent, outline[inner.form].place};
}

bool is_quoted(const Outline& outline, NodeIndex form) {
  for (; form != Outline::kRoot; form = outline[form].parent)
    if (outline[form].prefix == TokenKind::kQuote) return true;
  return false;
}

std::string_view keyword_before(const Outline& outline, ArgumentPlace at) {
  if (at.place < 2 || outline.child_count(at.form) < at.place) return {};
  const NodeIndex before = outline.child(at.form, at.place - 1);
  return outline[before].kind == TokenKind::kKeyword ? outline.text(before).substr(1) : std::string_view();
}

}  // namespace elle::lang
