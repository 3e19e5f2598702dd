// The texts typed at the prompt, kept in a file from one session to the next. Several prompts may use it at once.
//
// The file has a line for each row of a text; a row that continues the text above it begins with a tab, which no row of
// a text contains.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace elle::shell {

class History {
 public:
  // $XDG_STATE_HOME/elle/history, else ~/.local/state/elle/history. Where there is no such place nothing is kept.
  History();

  // Whether there is a place for it, and nothing was ever typed.
  static bool is_new();

  // Oldest first: those of earlier sessions, then of this one.
  const std::vector<std::string>& texts() const { return texts_; }
  // Written at once, so that a crash loses nothing. Nothing happens to a text that was the last already, or is blank.
  void add(std::string_view text);

 private:
  static std::string place();
  void load();
  void append_to_file(std::string_view text);
  void shorten_file();

  std::string path_;  // empty: nothing is kept
  std::vector<std::string> texts_;
};

}  // namespace elle::shell
