// Preprocessing tokens (C17 6.4) as macro bodies consist of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace elle::core::macros {

enum class TokenKind : uint8_t { kIdentifier, kNumber, kString, kCharacter, kPunctuator };

struct Token {
  TokenKind kind;
  bool space_before = false;  // what `#` makes one space of
  bool painted = false;       // a macro's name met inside its own expansion: never expanded again (6.10.3.4)
  std::string_view text;      // borrowed from what was lexed

  bool is(std::string_view punctuator) const { return kind == TokenKind::kPunctuator && text == punctuator; }
};

// Comments and continued lines are white space; a letter of no token is a punctuator of its own. Never fails: an open
// quote ends with the text.
std::vector<Token> lex(std::string_view text);

// A place in a row of tokens, for parsers.
struct Cursor {
  explicit Cursor(const std::vector<Token>& t) : tokens(t) {}

  const std::vector<Token>& tokens;
  size_t at = 0;

  bool done() const { return at >= tokens.size(); }
  // REQUIRES: !done().
  const Token& peek() const { return tokens[at]; }
  bool is(std::string_view punctuator) const { return !done() && peek().is(punctuator); }
  bool is_word(std::string_view word) const {
    return !done() && peek().kind == TokenKind::kIdentifier && peek().text == word;
  }
  bool take(std::string_view punctuator) {
    if (!is(punctuator)) return false;
    at++;
    return true;
  }
  bool take_word(std::string_view word) {
    if (!is_word(word)) return false;
    at++;
    return true;
  }
  // From an opening bracket past the one that closes it; false when none does. REQUIRES: at an opening bracket.
  bool skip_brackets() {
    int depth = 0;
    while (!done()) {
      if (is("(") || is("[") || is("{")) depth++;
      if (is(")") || is("]") || is("}")) depth--;
      at++;
      if (depth == 0) return true;
    }
    return false;
  }
};

}  // namespace elle::core::macros
