// C17 6.10.3, on a stack of tokens still to be read, next one on top. With
//
//     #define twice(x) x x
//     #define f(x) twice(x) f(x)
//
// `f(1)` pushes a marker for f and above it f's body with the argument in place. `twice` is replaced in turn; the
// second `f` is met while the marker of the first is still below, so f is active and its name is painted: it stays as
// it is, in every later expansion, too (6.10.3.4p2). When the marker comes up, f may be replaced again, and an `f` from
// further on in the text is another matter.
//
// A function-like macro may find its arguments behind the end of the body it stands in: taking them pops the markers
// that lie between, which ends those replacements. The standard leaves open whether they have ended (6.10.3.4p4); gcc
// and clang say yes, and so does this.
#include "core/macros/expander.h"

#include <algorithm>

namespace elle::core::macros {
namespace {

// Steps one expansion may take; the deepest macro of the headers measured needs a few thousand.
constexpr int kBudget = 200'000;

// Stands for an empty argument beside `##` (6.10.3.3); never leaves substitution.
constexpr Token kPlacemarker{TokenKind::kPunctuator, false, false, {}};

int parameter_index(const Macro& macro, const Token& token) {
  if (token.kind != TokenKind::kIdentifier) return -1;
  for (size_t i = 0; i < macro.parameters.size(); i++)
    if (macro.parameters[i] == token.text) return static_cast<int>(i);
  return -1;
}

bool is_paste(const std::vector<Token>& body, size_t i) { return i < body.size() && body[i].is("##"); }

// Puts an argument into a body. A `##` that comes with it is no operator there (6.10.3.3): painting it says so.
void append(std::vector<Token>& to, const std::vector<Token>& tokens, bool space_before) {
  size_t first = to.size();
  to.insert(to.end(), tokens.begin(), tokens.end());
  for (size_t i = first; i < to.size(); i++)
    if (to[i].is("##")) to[i].painted = true;
  if (to.size() > first) to[first].space_before = space_before;
}

// `_Pragma("…")` is carried out and leaves nothing (C17 6.10.9): a warning that a macro is deprecated, mostly.
void drop_pragmas(std::vector<Token>& tokens) {
  for (size_t i = 0; i + 3 < tokens.size();) {
    auto at = tokens.begin() + static_cast<std::ptrdiff_t>(i);
    bool pragma = at->text == "_Pragma" && at[1].is("(") && at[3].is(")");
    if (pragma)
      tokens.erase(at, at + 4);
    else
      i++;
  }
}

}  // namespace

std::optional<std::vector<Token>> Expander::expand(std::vector<Token> tokens) {
  budget_ = kBudget;
  active_.clear();
  Tokens output;
  if (!run(tokens, output)) return std::nullopt;
  drop_pragmas(output);
  return output;
}

// Also for arguments, which are expanded "as if they formed the rest of the preprocessing file" (6.10.3.1): on a stack
// of their own, with the same macros active.
bool Expander::run(const Tokens& input, Tokens& output) {
  Stack stack;
  for (auto token = input.rbegin(); token != input.rend(); ++token) stack.push_back({*token});
  while (!stack.empty()) {
    if (budget_-- <= 0) return false;
    if (stack.back().end_of) {
      pop_marker(stack);
      continue;
    }
    Token token = stack.back().token;
    stack.pop_back();
    bool may_expand = token.kind == TokenKind::kIdentifier && !token.painted;
    const Macro* macro = may_expand ? macros_.find(token.text) : nullptr;
    if (macro && active_.count(macro)) {
      token.painted = true;
      macro = nullptr;
    }
    if (!macro || (macro->function_like && !next_is_open_bracket(stack)))
      output.push_back(token);
    else if (!replace(*macro, token, stack))
      return false;
  }
  return true;
}

void Expander::pop_marker(Stack& stack) {
  active_.erase(stack.back().end_of);
  stack.pop_back();
}

bool Expander::next_is_open_bracket(const Stack& stack) const {
  for (auto pending = stack.rbegin(); pending != stack.rend(); ++pending)
    if (!pending->end_of) return pending->token.is("(");
  return false;
}

bool Expander::replace(const Macro& macro, const Token& name, Stack& stack) {
  Arguments arguments;
  if (macro.function_like && !take_arguments(macro, stack, arguments)) return false;
  Tokens body;
  if (!substitute(macro, arguments, body) || !paste_all(body)) return false;
  if (!body.empty()) body[0].space_before = name.space_before;
  active_.insert(&macro);
  stack.push_back({kPlacemarker, &macro});
  for (auto token = body.rbegin(); token != body.rend(); ++token) stack.push_back({*token});
  return true;
}

// REQUIRES: next_is_open_bracket().
bool Expander::take_arguments(const Macro& macro, Stack& stack, Arguments& arguments) {
  while (stack.back().end_of) pop_marker(stack);
  stack.pop_back();
  arguments.resize(1);
  for (int depth = 1; !stack.empty();) {
    if (stack.back().end_of) {
      pop_marker(stack);
      continue;
    }
    Token token = stack.back().token;
    stack.pop_back();
    if (token.is("(")) depth++;
    if (token.is(")") && --depth == 0) {
      arguments.resize(std::max(arguments.size(), macro.parameters.size()));
      return true;
    }
    bool in_rest = macro.variadic && arguments.size() == macro.parameters.size();
    if (depth == 1 && token.is(",") && !in_rest)
      arguments.emplace_back();
    else
      arguments.back().push_back(token);
  }
  return false;
}

bool Expander::substitute(const Macro& macro, const Arguments& arguments, Tokens& body) {
  const Tokens& source = macro.body;
  for (size_t i = 0; i < source.size(); i++) {
    const Token& token = source[i];
    if (macro.function_like && token.is("#") && i + 1 < source.size() && parameter_index(macro, source[i + 1]) >= 0) {
      body.push_back(stringise(arguments[static_cast<size_t>(parameter_index(macro, source[++i]))]));
      body.back().space_before = token.space_before;
      continue;
    }
    int parameter = parameter_index(macro, token);
    if (parameter < 0) {
      body.push_back(token);
      continue;
    }
    const Tokens& argument = arguments[static_cast<size_t>(parameter)];
    bool pasted_left = i > 0 && is_paste(source, i - 1), pasted = pasted_left || is_paste(source, i + 1);
    // GNU: `, ## __VA_ARGS__` drops the comma when there are no such arguments, and else pastes nothing.
    bool rest = macro.variadic && static_cast<size_t>(parameter) + 1 == macro.parameters.size();
    if (rest && pasted_left && i > 1 && source[i - 2].is(",")) {
      body.pop_back();
      if (argument.empty()) body.pop_back();
      pasted = false;
    }
    // Beside `#` and `##` an argument is taken as it was written.
    Tokens expanded;
    if (!pasted && !run(argument, expanded)) return false;
    append(body, pasted ? argument : expanded, token.space_before);
    if (pasted && argument.empty()) body.push_back(kPlacemarker);
  }
  return true;
}

bool Expander::paste_all(Tokens& body) {
  Tokens done;
  for (size_t i = 0; i < body.size(); i++) {
    if (!body[i].is("##") || body[i].painted || done.empty() || i + 1 == body.size()) {
      done.push_back(body[i]);
      continue;
    }
    std::string joined(done.back().text);
    Tokens made = lex(keep(joined.append(body[++i].text)));
    // Two tokens that make no one token: undefined in C (6.10.3.3p3), an error in every compiler.
    if (made.size() > 1) return false;
    bool space = done.back().space_before;
    done.back() = made.empty() ? kPlacemarker : made[0];
    done.back().space_before = space;
  }
  body.clear();
  for (const Token& token : done)
    if (!token.text.empty()) body.push_back(token);
  return true;
}

// 6.10.3.2: the spelling of the argument, with quotes and backslashes inside its literals escaped.
Token Expander::stringise(const Tokens& argument) {
  std::string text = "\"";
  for (const Token& token : argument) {
    if (token.space_before && text.size() > 1) text += ' ';
    bool literal = token.kind == TokenKind::kString || token.kind == TokenKind::kCharacter;
    for (char c : token.text) {
      if (literal && (c == '"' || c == '\\')) text += '\\';
      text += c;
    }
  }
  return {TokenKind::kString, false, false, keep(text + "\"")};
}

}  // namespace elle::core::macros
