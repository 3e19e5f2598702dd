// The names of what was evaluated last, found only when somebody asks.
#include "lang/complete/recent_names.h"

#include "lang/complete/outline.h"

namespace elle::lang {

void RecentNames::evaluated(std::string_view text) {
  if (text.size() > kLongestText) return;
  texts_.emplace_back(text);
  if (texts_.size() > kMostTexts) texts_.pop_front();
  current_ = false;
}

const std::unordered_set<std::string_view>& RecentNames::names() const {
  if (current_) return names_;
  names_.clear();
  for (const std::string& text : texts_) {
    const Outline outline(text, text.size());
    outline.each([&](NodeIndex node) {
      if (outline.is_symbol(node)) names_.insert(outline.text(node));
    });
  }
  current_ = true;
  return names_;
}

}  // namespace elle::lang
