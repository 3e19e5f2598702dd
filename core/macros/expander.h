// Macro replacement (C17 6.10.3): from a macro's name to the tokens it stands for.
//
// The tokens still to be read lie on a stack, next one on top. Replacing a macro pushes its body with an end marker
// beneath; until the marker comes up the macro is *active* and its own name is painted, which is what keeps
// `#define stdin stdin` finite. Arguments are expanded whole before they are put in, unless `#` or `##` is beside them.
//
// Text is never copied but where a token is made that stands nowhere (`##`, `#`): tokens are views of the headers, and
// an expansion of a few thousand tokens allocates a few vectors. A budget bounds the work, since a header can define
// macros that double at every level.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/macros/macro.h"

namespace elle::core::macros {

class Expander {
 public:
  explicit Expander(const MacroSource& macros) : macros_(macros) {}

  // nullopt when an argument list has no end, `##` makes no token, or the expansion grows past any sense. The tokens
  // borrow from the source and from the expander.
  std::optional<std::vector<Token>> expand(std::vector<Token> tokens);
  // Whether an expanded token is still the name of a macro: of one with parameters, which were not given.
  bool names_function_like(const Token& token) const {
    const Macro* macro = token.kind == TokenKind::kIdentifier ? macros_.find(token.text) : nullptr;
    return macro && macro->function_like;
  }

 private:
  using Tokens = std::vector<Token>;
  using Arguments = std::vector<Tokens>;

  // A token to be read, or the marker under a macro's body.
  struct Pending {
    Token token;
    const Macro* end_of = nullptr;
  };
  using Stack = std::vector<Pending>;

  bool run(const Tokens& input, Tokens& output);
  bool replace(const Macro& macro, const Token& name, Stack& stack);
  bool next_is_open_bracket(const Stack& stack) const;
  bool take_arguments(const Macro& macro, Stack& stack, Arguments& arguments);
  bool substitute(const Macro& macro, const Arguments& arguments, Tokens& body);
  bool paste_all(Tokens& body);
  void pop_marker(Stack& stack);
  Token stringise(const Tokens& argument);
  std::string_view keep(std::string text) { return made_.emplace_back(std::move(text)); }

  const MacroSource& macros_;
  std::set<const Macro*> active_;
  std::deque<std::string> made_;  // text of tokens that stand in no header
  int budget_ = 0;
};

}  // namespace elle::core::macros
