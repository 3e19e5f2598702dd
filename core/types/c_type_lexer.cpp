#include "core/types/c_type_lexer.h"

namespace elle::core {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
bool is_word_part(char c) { return is_word_start(c) || is_digit(c); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::vector<CToken> lex_c_type(std::string_view text) {
  std::vector<CToken> tokens;
  size_t at = 0;
  while (at < text.size()) {
    const size_t start = at;
    if (is_space(text[at])) {
      at++;
      continue;
    }
    CTokenKind kind = CTokenKind::kMark;
    if (is_word_part(text[at])) {
      kind = is_digit(text[at]) ? CTokenKind::kNumber : CTokenKind::kWord;
      while (at < text.size() && is_word_part(text[at])) at++;
    } else {
      at += text.substr(at, 3) == "..." ? 3 : 1;
    }
    tokens.push_back({kind, text.substr(start, at - start), start});
  }
  tokens.push_back({CTokenKind::kEnd, {}, text.size()});
  return tokens;
}

}  // namespace elle::core
