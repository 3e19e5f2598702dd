// A place in a row of tokens, for parsers.
#pragma once

#include <vector>

#include "core/macros/token.h"

namespace elle::core::macros {

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
