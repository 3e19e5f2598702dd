// Small things to do with text: pieces of it, and which names look like another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

// Letters as C means them, in ASCII, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word_letter(char c) {  // of an identifier, not only its first
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// "a:b::c" at ':' is a, b, c: empty pieces are left out.
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& pieces, std::string_view separator);
std::string_view trim(std::string_view text);

// The first sentence, on one line. A full stop ends it where a space follows; not that of "i.e." and its like.
std::string first_sentence(std::string_view text);

// "a", "a or b", "a, b or c", each in backquotes.
std::string quoted_choices(const std::vector<std::string_view>& names);

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
