// Looking for what was typed earlier, letter by letter: backwards through the history, or forwards again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace elle::shell {

class Search {
 public:
  // `text` and `cursor` are what the search replaces, and what it gives back when it is cancelled.
  Search(const std::vector<std::string>& texts, std::string text, size_t cursor)
      : texts_(texts), at_(texts.size()), text_before_(std::move(text)), cursor_before_(cursor) {}

  void type(std::string_view more);
  void erase_character();
  void older();
  void newer();

  const std::string& pattern() const { return pattern_; }
  bool failed() const { return failed_; }
  // What is found; before anything is, what there was.
  const std::string& text() const { return found() ? texts_[at_] : text_before_; }
  // Where `pattern` stands in it.
  size_t match() const { return found() ? match_ : cursor_before_; }
  bool found() const { return at_ < texts_.size(); }

  const std::string& text_before() const { return text_before_; }
  size_t cursor_before() const { return cursor_before_; }

 private:
  // From `at` on in steps of `step`, wrapping round past 0 being none: false when no text has the pattern.
  bool find_from(size_t at, bool backwards);

  const std::vector<std::string>& texts_;
  size_t at_;  // texts_.size(): nothing yet
  size_t match_ = 0;
  std::string pattern_;
  bool failed_ = false;
  std::string text_before_;
  size_t cursor_before_;
};

}  // namespace elle::shell
