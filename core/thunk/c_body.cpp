// Where the last statement of a C text begins, and whether it is one that gives a value, is told from its tokens and
// brackets alone: the names in it may be macros of headers that only the compiler reads. What is taken for an
// expression and is none is the compiler's to refuse, with the line the person wrote.
#include "core/thunk/c_body.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <vector>

#include "core/macros/token.h"

namespace elle::core {

namespace {

using macros::Token;
using macros::TokenKind;
using Tokens = std::span<const Token>;

bool is_word(const Token& token) { return token.kind == TokenKind::kIdentifier; }

template <size_t n>
bool is_one_of(const Token& token, const std::array<std::string_view, n>& words) {
  return is_word(token) && std::find(words.begin(), words.end(), token.text) != words.end();
}

// A statement that starts so has no value of its own.
bool starts_control(const Token& token) {
  static constexpr std::array<std::string_view, 13> kWords = {"return", "goto",    "break",  "continue", "if",
                                                              "else",   "for",     "while",  "do",       "switch",
                                                              "case",   "default", "typedef"};
  return is_one_of(token, kWords);
}

// A statement that starts so ends with its closing brace.
bool ends_with_brace(const Token& token) {
  static constexpr std::array<std::string_view, 5> kWords = {"if", "else", "for", "while", "switch"};
  return token.is("{") || is_one_of(token, kWords);
}

// Without the lines of the preprocessor.
std::vector<Token> statement_tokens(std::string_view text) {
  std::vector<Token> tokens;
  size_t skip_to = 0;
  for (const Token& token : macros::lex(text)) {
    const auto at = static_cast<size_t>(token.text.data() - text.data());
    if (at < skip_to) continue;
    const size_t line = text.rfind('\n', at) + 1;
    if (token.is("#") && text.substr(line, at - line).find_first_not_of(" \t") == std::string_view::npos) {
      size_t end = text.find('\n', at);
      while (end != std::string_view::npos && text[end - 1] == '\\') end = text.find('\n', end + 1);
      skip_to = std::min(end, text.size());
      continue;
    }
    tokens.push_back(token);
  }
  return tokens;
}

// +1 at an opening bracket, -1 at a closing one.
int nesting(const Token& token) {
  if (token.is("(") || token.is("[") || token.is("{")) return 1;
  return token.is(")") || token.is("]") || token.is("}") ? -1 : 0;
}

// The last statement that is not empty, without its semicolon.
Tokens last_statement(Tokens tokens) {
  Tokens last;
  size_t begin = 0;
  int depth = 0;
  for (size_t i = 0; i < tokens.size(); i++) {
    depth += nesting(tokens[i]);
    if (depth > 0) continue;
    const bool block_ends = tokens[i].is("}") && ends_with_brace(tokens[begin]);
    if (!tokens[i].is(";") && !block_ends) continue;
    const size_t end = i + (block_ends ? 1 : 0);
    if (end > begin) last = tokens.subspan(begin, end - begin);
    begin = i + 1;
  }
  return begin < tokens.size() ? tokens.subspan(begin) : last;
}

// The tokens outside all brackets.
std::vector<Token> outermost(Tokens statement) {
  std::vector<Token> tokens;
  int depth = 0;
  for (const Token& token : statement) {
    const int change = nesting(token);
    if (depth == 0 && change == 0) tokens.push_back(token);
    depth += change;
  }
  return tokens;
}

// The variable that a declaration declares last; "" when the statement is none. `int r = x`, `foo *p = q` and
// `unsigned n` are declarations, `a * b` is none: two words meet, or words and stars stand before a `=`.
std::string_view declared_name(Tokens statement) {
  const std::vector<Token> tokens = outermost(statement);
  const auto is_assignment = [](const Token& token) { return token.is("="); };
  const auto first_value = std::find_if(tokens.begin(), tokens.end(), is_assignment);
  const auto words = std::count_if(tokens.begin(), first_value, is_word);
  const bool only_names =
      std::all_of(tokens.begin(), first_value, [](const Token& t) { return is_word(t) || t.is("*") || t.is(","); });
  const bool words_meet = std::adjacent_find(tokens.begin(), first_value, [](const Token& a, const Token& b) {
                            return is_word(a) && a.text != "sizeof" && is_word(b);
                          }) != first_value;
  if (words < 2 || !only_names || (!words_meet && first_value == tokens.end())) return {};
  std::string_view name;
  bool in_declarator = true;
  for (const Token& token : tokens) {
    if (token.is(",")) in_declarator = true;
    if (token.is("=")) in_declarator = false;
    if (in_declarator && is_word(token)) name = token.text;
  }
  return name;
}

bool returns(const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return is_word(t) && t.text == "return"; });
}

}  // namespace

std::string body_without_result(std::string_view text) { return fmt::format("{}\n;\n", text); }

Result<std::string> body_with_result(std::string_view text) {
  const std::vector<Token> tokens = statement_tokens(text);
  const Tokens last = last_statement(tokens);
  if (last.empty() || last[0].is("{") || starts_control(last[0])) {
    if (returns(tokens)) return body_without_result(text);
    return fail(ErrorKind::kSyntax, "The C text has no value: its last statement is none that gives one.",
                "End it with an expression or with `return …;`, or give :void as its type.");
  }
  if (const std::string_view name = declared_name(last); !name.empty())
    return fmt::format("{}\n;return {};\n", text, name);
  const auto at = static_cast<size_t>(last[0].text.data() - text.data());
  return fmt::format("{}return {}\n;\n", text.substr(0, at), text.substr(at));
}

std::set<std::string, std::less<>> words_of(std::string_view text) {
  std::set<std::string, std::less<>> words;
  for (const Token& token : macros::lex(text))
    if (is_word(token)) words.emplace(token.text);
  return words;
}

}  // namespace elle::core
