// A name that answers a question such as (apropos "window").
#pragma once

#include <string>
#include <string_view>

#include "lang/text/name_query.h"

namespace elle::lang {

struct NameFinding {
  std::string name{};
  std::string_view kind{};             // "function", "macro", "special form", "constant", "type", "variable"
  NameMatch match = NameMatch::kNone;  // kNone: only what is said of it answers
  std::string about{};                 // one line; or why it is of no use. See NameResolver::tell
  bool usable = true;
  // Where the resolver has it: it looks closer only at what is shown.
  uint32_t library = 0, declaration = 0;
};

}  // namespace elle::lang
