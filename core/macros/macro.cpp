// A definition is kept as the preprocessor takes it: the parameters' names and the tokens of the body.
#include "core/macros/macro.h"

#include <algorithm>
#include <cstddef>

namespace elle::core::macros {
namespace {

constexpr std::string_view kVariableArguments = "__VA_ARGS__";

// Takes `(a, b, rest...)` off the front of the tokens.
void take_parameters(Macro& macro, std::vector<Token>& tokens) {
  size_t i = 1;
  for (; i < tokens.size() && !tokens[i].is(")"); i++) {
    if (tokens[i].kind == TokenKind::kIdentifier) macro.parameters.push_back(tokens[i].text);
    if (!tokens[i].is("...")) continue;
    macro.variadic = true;
    if (tokens[i - 1].kind != TokenKind::kIdentifier) macro.parameters.push_back(kVariableArguments);
  }
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(std::min(i + 1, tokens.size())));
}

}  // namespace

std::string Macro::body_text() const {
  std::string text;
  for (const Token& token : body) {
    if (token.space_before && !text.empty()) text += ' ';
    text += token.text;
  }
  return text;
}

Macro& MacroTable::define(std::string_view name, std::string_view text, bool function_like) {
  Macro& macro = macros_.emplace_back();
  macro.name = name;
  macro.function_like = function_like;
  macro.body = lex(text);
  if (function_like) take_parameters(macro, macro.body);
  by_name_[name] = &macro;
  return macro;
}

}  // namespace elle::core::macros
