#include "shell/edit/search.h"

#include "lang/edit/editing.h"

namespace elle::shell {

bool Search::find_from(size_t at, bool backwards) {
  // What is shown already is no new find.
  const std::string shown = text();
  for (; at < texts_.size(); backwards ? at-- : at++) {
    const size_t match = texts_[at].rfind(pattern_);
    if (match == std::string::npos || (at != at_ && texts_[at] == shown)) continue;
    at_ = at;
    match_ = match;
    failed_ = false;
    return true;
  }
  failed_ = true;
  return false;
}

void Search::type(std::string_view more) {
  pattern_ += more;
  find_from(found() ? at_ : texts_.size() - 1, true);
}

void Search::erase_character() {
  if (pattern_.empty()) return;
  pattern_.resize(lang::grapheme_before(pattern_, pattern_.size()));
  at_ = texts_.size();
  failed_ = false;
  if (!pattern_.empty()) find_from(texts_.size() - 1, true);
}

void Search::older() {
  if (!pattern_.empty()) find_from((found() ? at_ : texts_.size()) - 1, true);
}

void Search::newer() {
  if (!pattern_.empty() && found()) find_from(at_ + 1, false);
}

}  // namespace elle::shell
