// Another program, run to its end with a limit on its time. Its output is collected; nothing of it reaches the
// terminal.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace elle::core {

struct ChildProcess {
  std::vector<std::string> arguments;  // the first is the program, looked for in PATH unless it has a slash
  std::vector<std::pair<std::string, std::string>> environment;  // set beside what we have ourselves
  std::chrono::milliseconds timeout{60'000};                     // then it is killed
  // Called some times a second with the time it has taken so far. False: it is killed.
  std::function<bool(std::chrono::milliseconds)> goes_on;
};

struct ChildOutcome {
  int exit_status = 0;     // when it ended by itself
  int signal = 0;          // the signal that ended it, or 0
  bool timed_out = false;  // it was killed for taking too long
  std::string output;
  std::string errors;  // its standard error
};

// An error (kind `io`) only when the program could not be started.
Result<ChildOutcome> run_child(const ChildProcess& child);

// What a program prints in the C locale, whatever its exit status; "" when it could not be run, crashed, or was stopped
// after `timeout`.
std::string output_of(std::vector<std::string> command, std::chrono::milliseconds timeout);

}  // namespace elle::core
