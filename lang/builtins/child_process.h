// Runs a program to its end, without a shell.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace elle::lang {

struct ChildRequest {
  std::vector<std::string> command;  // the program, looked up in PATH, and its arguments
  std::string input;
  std::string directory;                                         // empty: the current one
  std::vector<std::pair<std::string, std::string>> environment;  // added to ours
  // Whether it is to end at once. It is given a moment to do so by itself: Ctrl-C on a terminal reaches it as well.
  std::function<bool()> cancelled;
};

struct ChildOutcome {
  int status = 0;  // as a shell counts it: 128 + the signal for a program that a signal ended
  std::string output;
  std::string error;
};

// Nothing when the program cannot be started: `code` is then the errno that says why.
std::optional<ChildOutcome> run_child(const ChildRequest& request, int& code);

}  // namespace elle::lang
