// Ctrl-C at the prompt of a session.
//
// The first one asks: the session stops at its next safepoint, a C function that waits is woken, and callbacks answer
// with zeroes. When that has not helped for a second, what keeps the prompt waiting is named; the next Ctrl-C leaves a
// C function where it stands.
#pragma once

#include <csignal>
#include <ctime>

#include "lang/session.h"

namespace elle::shell {

// While this lives, SIGINT stops what the session evaluates. It serves the thread that made it.
class Interrupts {
 public:
  // `enabled` false: SIGINT ends the program, as it does with a script.
  Interrupts(lang::Session& session, bool enabled);
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  // Around each evaluation: how often it was asked to stop is nothing to the next one.
  class Evaluation {
   public:
    Evaluation() { forget(); }
    ~Evaluation() { forget(); }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

   private:
    static void forget();
  };

 private:
  bool enabled_;
  struct sigaction before_ = {};
  timer_t timer_ = {};
};

// While this lives an enabled SIGINT waits, so that what is written is written whole, to a slow terminal as well.
class InterruptsHeld {
 public:
  InterruptsHeld();
  ~InterruptsHeld();
  InterruptsHeld(const InterruptsHeld&) = delete;
  InterruptsHeld& operator=(const InterruptsHeld&) = delete;

 private:
  bool held_;
  sigset_t before_;
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
