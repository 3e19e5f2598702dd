// What the Tab key does.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lang/session.h"

namespace elle::shell {

struct Completion {
  size_t erase = 0;                          // characters before the cursor that `insert` replaces
  std::string insert;                        // empty: there is nothing certain to add
  std::vector<std::string> choices;          // to show when there is nothing to insert
  std::map<std::string, std::string> notes;  // why some of them are of no use
};

// `before` is the line up to the cursor.
Completion complete_line(lang::Session& session, std::string_view before);

// The choices as they are shown: in columns no wider than `width`, then, a line each, those of no use with the reason.
std::string shown(const Completion& completion, size_t width);

// The choices in columns no wider than `width`, whole lines; the first ones when there are very many.
std::string in_columns(const std::vector<std::string>& choices, size_t width);

}  // namespace elle::shell
