// The names that are bound around the cursor, read from the text: parameters, `let`, `for`, `loop`, `match`, `catch`,
// and what the bodies around it define.
#pragma once

#include "lang/complete/outline.h"

namespace elle::lang {

struct Local {
  std::string_view name;
  std::optional<NodeIndex> value = {};  // the form it is bound to, where that is its value
  std::string usage = {};               // "(area width)" of a function whose definition is in the text
};

// The innermost first; a name may come again further out.
std::vector<Local> locals_around(const Outline& outline, ArgumentPlace at);

// What `name` means at a place in the text; nothing when it is not local there.
std::optional<Local> find_local(const Outline& outline, ArgumentPlace at, std::string_view name);

}  // namespace elle::lang
