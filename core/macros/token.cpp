// The longest token that fits is taken (C17 6.4p4). Numbers are taken as pp-numbers, `0x1p-3` and `1.2.3` alike:
// whether they are numbers of C is for literal.h to say, after `##` has had its chance.
#include "core/macros/token.h"

#include <algorithm>
#include <array>

namespace elle::core::macros {
namespace {

constexpr std::array<std::string_view, 23> kLongPunctuators = {
    "...", "<<=", ">>=", "##", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
    "->",  "++",  "--",  "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  // Bytes past ASCII are letters: they can only be parts of UTF-8 identifiers.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || static_cast<uint8_t>(c) >= 0x80;
}
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    for (;;) {
      bool space = skip_space();
      if (at_ >= text_.size()) return tokens;
      size_t start = at_;
      TokenKind kind = skip_token();
      tokens.push_back({kind, space, false, text_.substr(start, at_ - start)});
    }
  }

 private:
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool follows(std::string_view part) const { return text_.substr(at_, part.size()) == part; }
  void skip_past(std::string_view end) {
    at_ = std::min(text_.find(end, at_ + 2), text_.size() - end.size()) + end.size();
  }

  bool skip_space() {
    size_t start = at_;
    while (at_ < text_.size()) {
      if (is_space(peek()))
        at_++;
      else if (peek() == '\\' && (peek(1) == '\n' || peek(1) == '\r'))
        at_ += 2;
      else if (follows("/*"))
        skip_past("*/");
      else if (follows("//"))
        at_ = std::min(text_.find('\n', at_), text_.size());
      else
        break;
    }
    return at_ > start;
  }

  TokenKind skip_token() {
    char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return skip_number();
    if (is_letter(c)) return skip_word();
    if (c == '"' || c == '\'') return skip_quoted();
    for (std::string_view punctuator : kLongPunctuators)
      if (follows(punctuator)) {
        at_ += punctuator.size();
        return TokenKind::kPunctuator;
      }
    at_++;
    return TokenKind::kPunctuator;
  }

  // 6.4.8: a sign belongs to the number after an exponent's letter, whatever the number is.
  TokenKind skip_number() {
    for (; at_ < text_.size(); at_++) {
      char c = peek(), before = text_[at_ - (at_ > 0)];
      bool exponent = before == 'e' || before == 'E' || before == 'p' || before == 'P';
      if (!is_digit(c) && !is_letter(c) && c != '.' && !((c == '+' || c == '-') && exponent)) break;
    }
    return TokenKind::kNumber;
  }

  TokenKind skip_word() {
    size_t start = at_;
    while (is_letter(peek()) || is_digit(peek())) at_++;
    std::string_view word = text_.substr(start, at_ - start);
    bool prefix = word == "L" || word == "u" || word == "U" || word == "u8";
    if (prefix && (peek() == '"' || peek() == '\'')) return skip_quoted();
    return TokenKind::kIdentifier;
  }

  TokenKind skip_quoted() {
    char quote = text_[at_++];
    while (at_ < text_.size() && peek() != quote) at_ += peek() == '\\' ? 2 : 1;
    at_ = std::min(at_ + 1, text_.size());
    return quote == '"' ? TokenKind::kString : TokenKind::kCharacter;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

std::vector<Token> lex(std::string_view text) { return Lexer(text).run(); }

}  // namespace elle::core::macros
