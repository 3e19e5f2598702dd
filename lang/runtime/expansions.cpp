// Which definitions used a macro, so that they can be named when it is defined anew.
#include "lang/runtime/expansions.h"

#include <fmt/format.h>

#include "lang/heap/heap.h"

namespace elle::lang {

Expansions::Definition::Definition(Expansions& expansions, Cell* cell)
    : expansions_(expansions), outer_(expansions.current_) {
  expansions.current_ = cell;
  // Compiled anew, it has nothing of what it was made of before.
  if (cell)
    for (auto& [macro, users] : expansions.users_) users.erase(cell);
}

void Expansions::used(Cell* macro) {
  // The language's own macros are never redefined, only hidden.
  if (current_ && current_ != macro && !(macro->flags & Cell::kConstant)) users_[macro].insert(current_);
}

std::vector<std::string> Expansions::take_stale() {
  std::vector<std::string> texts;
  for (Cell* macro : redefined_) {
    std::set<std::string_view> names;
    const auto users = users_.find(macro);
    if (users == users_.end()) continue;
    for (const Cell* user : users->second) names.insert(user->name->view());
    if (!names.empty())
      texts.push_back(fmt::format("stale: {} (expanded `{}` before it was redefined)", fmt::join(names, ", "),
                                  macro->name->view()));
  }
  redefined_.clear();
  return texts;
}

void Expansions::mark(Marker& marker) const {
  for (Cell* macro : redefined_) marker.mark(macro);
  for (const auto& [macro, users] : users_) {
    marker.mark(macro);
    for (Cell* user : users) marker.mark(user);
  }
}

}  // namespace elle::lang
