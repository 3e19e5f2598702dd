// The names in what was evaluated last: likelier than others to be wanted again.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

namespace elle::lang {

class RecentNames {
 public:
  // A copy is kept, so that it is read only when somebody asks.
  void evaluated(std::string_view text);
  // Good until something is evaluated.
  const std::unordered_set<std::string_view>& names() const;

 private:
  static constexpr size_t kMostTexts = 32;
  static constexpr size_t kLongestText = 4096;

  std::deque<std::string> texts_;
  mutable std::unordered_set<std::string_view> names_;  // in them
  mutable bool current_ = true;
};

}  // namespace elle::lang
