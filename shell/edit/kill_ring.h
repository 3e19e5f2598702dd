// What was cut, to be put back: the newest first, the others by turning the ring.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace elle::shell {

class KillRing {
 public:
  enum class Join : uint8_t { kNew, kAppend, kPrepend };

  void add(std::string_view text, Join join) {
    if (join == Join::kNew || ring_.empty()) {
      ring_.emplace_back(text);
      if (ring_.size() > kKept) ring_.erase(ring_.begin());
    } else {
      ring_.back().insert(join == Join::kAppend ? ring_.back().size() : 0, text);
    }
  }
  // Null when nothing was cut.
  const std::string* newest() const { return ring_.empty() ? nullptr : &ring_.back(); }
  // Makes the one before the newest the newest.
  void turn() {
    if (!ring_.empty()) std::rotate(ring_.begin(), ring_.end() - 1, ring_.end());
  }

 private:
  static constexpr size_t kKept = 60;
  std::vector<std::string> ring_;  // the newest last
};

}  // namespace elle::shell
