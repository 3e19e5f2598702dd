// Small things to do with text: pieces of it, and which names look like another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

// "a:b::c" at ':' is a, b, c: empty pieces are left out.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& pieces, std::string_view separator);
std::string_view trim(std::string_view text);

// The first sentence, on one line. A full stop ends it where a space follows; not that of "i.e." and its like.
std::string first_sentence(std::string_view text);

// "a", "a or b", "a, b or c", each in backquotes.
std::string quoted_choices(const std::vector<std::string_view>& names);

// How many single letters must be added, removed, changed or swapped with their neighbour to make `a` of `b`; letters
// that differ in case only count nothing. `limit + 1` when it is more than `limit`.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit);

// Collects the `count` names closest to one that was not found, best first. A name is near when no more than about a
// third of its letters differ, or when it holds the wanted one whole.
class NearestNames {
 public:
  NearestNames(std::string_view wanted, size_t count) : wanted_(wanted), count_(count) {}

  void offer(std::string_view name);
  // Borrowed from what was offered.
  std::vector<std::string_view> take() const;

 private:
  struct Candidate {
    size_t distance;
    std::string_view name;
  };

  std::string_view wanted_;
  size_t count_;
  std::vector<Candidate> best_;
};

}  // namespace elle::core
