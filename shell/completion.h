// What the Tab key does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/session.h"

namespace elle::shell {

struct Completion {
  size_t erase = 0;                      // characters before the cursor that `insert` replaces
  std::string insert;                    // empty: there is nothing certain to add
  std::vector<lang::Candidate> choices;  // to show when there is nothing to insert
};

// `before` is the line up to the cursor.
Completion complete_line(lang::Session& session, std::string_view before);

// The choices as they are shown: in columns no wider than `width`, then, a line each, those about which there is more
// to say.
std::string shown(const Completion& completion, size_t width);

// The choices in columns no wider than `width`, whole lines; the first ones when there are very many.
std::string in_columns(const std::vector<std::string>& choices, size_t width);

}  // namespace elle::shell
