// One pass over the text up to the declaration that is asked for. Braces are counted and brackets noted; what a `{`
// opens is told by what stood before it: a linkage block, whose contents are declarations themselves, a body, after
// which the declaration ends without a semicolon, or members and initial values, after which it goes on.
#include "core/documentation/header_text.h"

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "core/base/text.h"

namespace elle::core {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// The offset of a place; the text's size when it is outside.
size_t offset_of(std::string_view text, uint32_t line, uint32_t column) {
  size_t at = 0;
  for (uint32_t i = 1; i < line; i++) {
    at = text.find('\n', at);
    if (at == text.npos) return text.size();
    at++;
  }
  return std::min(at + (column > 0 ? column - 1 : 0), text.size());
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The range of what `target` is part of.
  std::optional<TextRange> find(size_t target) {
    while (at_ < text_.size()) {
      if (at_ > target && begin_ == kNone) return std::nullopt;
      const std::optional<TextRange> ended = step();
      if (ended && ended->begin <= target && target < ended->end) return ended;
    }
    return std::nullopt;
  }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  // Takes the next piece of text; returns what it ends.
  std::optional<TextRange> step() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("/*") || rest.starts_with("//")) {
      if (starts_line()) forget_lone_macro();
      skip_comment();
      return std::nullopt;
    }
    if (rest[0] == '#' && starts_line()) return directive();
    if (rest[0] == '\n' && rest.size() > 1 && rest.substr(1, rest.find_first_not_of(" \t\r", 1) - 1).empty() &&
        rest[1] == '\n')
      forget_lone_macro();
    if (std::isspace(static_cast<unsigned char>(rest[0]))) return at_++, std::nullopt;
    if (begin_ == kNone) begin_ = at_;
    if (rest[0] == '"' || rest[0] == '\'') return skip_literal(rest[0]), std::nullopt;
    return take(rest[0]);
  }

  std::optional<TextRange> take(char c) {
    const size_t at = at_++;
    const char before = std::exchange(last_, c);
    switch (c) {
      case '(':
        had_brackets_ = true;
        return std::nullopt;
      case '{':
        if (depth_ == 0 && opens_linkage(at)) return start_again(), std::nullopt;
        if (depth_++ == 0) is_body_ = opens_body(at, before);
        return std::nullopt;
      case '}':
        if (depth_ == 0) return start_again(), std::nullopt;
        if (--depth_ == 0 && is_body_) return ended();
        return std::nullopt;
      case ';':
        return depth_ == 0 ? ended() : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  std::optional<TextRange> ended() {
    const TextRange range{begin_, at_};
    start_again();
    return range;
  }

  void start_again() {
    begin_ = kNone;
    had_brackets_ = is_body_ = false;
    last_ = 0;
  }

  // `extern "C" {` holds declarations and is none.
  bool opens_linkage(size_t brace) const {
    const std::string_view words = text_.substr(begin_, brace - begin_);
    return words.starts_with("extern") && words.find('"') != words.npos && !had_brackets_;
  }

  // Whether a brace opens a function's body rather than members or initial values.
  bool opens_body(size_t brace, char before) const {
    const std::string_view words = text_.substr(begin_, brace - begin_);
    if (!had_brackets_ || before == '=' || words.starts_with("typedef")) return false;
    const bool tag = words.starts_with("struct") || words.starts_with("union") || words.starts_with("enum");
    return !tag || (before == ')' && words.find("__attribute__") == words.npos);
  }

  // G_BEGIN_DECLS and its like stand alone; they are no part of what follows.
  void forget_lone_macro() {
    if (begin_ == kNone || depth_ > 0) return;
    const std::string_view words = trim(text_.substr(begin_, at_ - begin_));
    if (std::all_of(words.begin(), words.end(), [](char c) {
          return (is_word_letter(c) && !std::islower(static_cast<unsigned char>(c))) || c == '(' || c == ')';
        }))
      start_again();
  }

  bool starts_line() const {
    size_t i = at_;
    while (i > 0 && is_blank(text_[i - 1])) i--;
    return i == 0 || text_[i - 1] == '\n';
  }

  void skip_comment() {
    const bool block = text_[at_ + 1] == '*';
    const size_t end = text_.find(block ? "*/" : "\n", at_ + 2);
    at_ = end == text_.npos ? text_.size() : end + (block ? 2 : 0);
  }

  void skip_literal(char quote) {
    for (at_++; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; at_++)
      if (text_[at_] == '\\') at_++;
    at_ = std::min(at_ + 1, text_.size());
  }

  // A directive goes on behind a backslash, and behind a comment of several lines.
  TextRange directive() {
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (text_.substr(at_).starts_with("/*"))
        skip_comment();
      else
        at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 2 : 1;
    }
    at_ = std::min(at_, text_.size());
    return {begin, at_};
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t begin_ = kNone;  // of the declaration that is being read
  unsigned depth_ = 0;    // of braces in it
  bool had_brackets_ = false;
  bool is_body_ = false;  // its braces hold statements
  char last_ = 0;         // the last character that was no space
};

}  // namespace

std::optional<TextRange> declaration_at(std::string_view text, uint32_t line, uint32_t column) {
  return Scanner(text).find(offset_of(text, line, column));
}

std::string_view comment_beside(std::string_view text, TextRange declaration) {
  std::string_view rest = text.substr(declaration.end);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (rest.starts_with("//")) return rest.substr(0, rest.find('\n'));
  const size_t end = rest.find("*/");
  return rest.starts_with("/*") && end != rest.npos ? rest.substr(0, end + 2) : std::string_view();
}

std::string_view comment_below(std::string_view text, TextRange declaration) {
  std::string_view rest = text.substr(declaration.end);
  const size_t line_end = rest.find('\n');
  if (line_end == rest.npos || !trim(rest.substr(0, line_end)).empty()) return {};
  rest.remove_prefix(line_end + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  const size_t end = rest.find("*/");
  if (!rest.starts_with("/*") || end == rest.npos) return {};
  const std::string_view comment = rest.substr(0, end + 2);
  const std::string_view behind = rest.substr(end + 2);
  const size_t next = std::min(behind.find_first_not_of(" \t\r\n"), behind.size());
  return next == behind.size() || std::count(behind.begin(), behind.begin() + static_cast<long>(next), '\n') > 1
             ? comment
             : std::string_view();
}

std::string_view comment_that_declares(std::string_view text, std::string_view name) {
  for (size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const std::string_view behind = text.substr(at + name.size());
    if (at == 0 || is_word_letter(text[at - 1]) || behind.empty() || is_word_letter(behind[0])) continue;
    // "/*", a line end, and on the next line a type before the name and brackets behind it.
    const size_t line = text.rfind('\n', at);
    const size_t bracket = behind.find_first_not_of("OF \t");
    if (line == text.npos || line < 2 || bracket == behind.npos || behind[bracket] != '(') continue;
    if (!trim(text.substr(0, line)).ends_with("/*")) continue;
    const size_t open = text.rfind("/*", line), close = text.find("*/", at);
    return close == text.npos ? std::string_view() : text.substr(open, close + 2 - open);
  }
  return {};
}

}  // namespace elle::core
