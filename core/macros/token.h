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

}  // namespace elle::core::macros
