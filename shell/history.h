// The lines typed at the prompt, kept in a file from one session to the next: one line of the file for each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace elle::shell {

class History {
 public:
  // $XDG_STATE_HOME/elle/history, else ~/.local/state/elle/history. Where there is no such place nothing is kept.
  History();

  // Oldest first.
  std::vector<std::string> load();
  // Appends at once, so that a crash loses nothing.
  void append(std::string_view line);

 private:
  void rewrite(const std::vector<std::string>& lines);

  std::string path_;  // empty: nothing is kept
};

}  // namespace elle::shell
