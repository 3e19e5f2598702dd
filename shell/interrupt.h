// Ctrl-C at the prompt of a session.
#pragma once

#include <csignal>

#include "lang/session.h"

namespace elle::shell {

// While this lives, SIGINT stops what the session evaluates.
class Interrupts {
 public:
  // `enabled` false: SIGINT ends the program, as it does with a script.
  Interrupts(lang::Session& session, bool enabled);
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

 private:
  bool enabled_;
  struct sigaction before_ = {};
};

// Waits for what a person types, or for their Ctrl-C. While this lives SIGINT is not delivered but looked for: a
// handler could run just before the wait begins, which would then be for a line that nobody wants to type.
class InputWait {
 public:
  InputWait();
  ~InputWait();
  InputWait(const InputWait&) = delete;
  InputWait& operator=(const InputWait&) = delete;

  // True when there is something to read on standard input, or its end; false when SIGINT came first.
  bool wait();

 private:
  sigset_t before_;
  int interrupts_;  // a descriptor that can be read when SIGINT has come
};

}  // namespace elle::shell
