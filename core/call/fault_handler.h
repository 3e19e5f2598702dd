// The process's side of FaultGuard: signal dispositions belong to the process, so this is the one place in core with
// state that no session owns. It is written when handlers are installed and read by the handler. Private to core/call.
#pragma once

#include <signal.h>

#include "core/base/result.h"
#include "core/call/guard.h"

namespace elle::core {

struct FaultHandler {
  // Installs the handlers unless they are in place; what was there before is chained to for faults that are not ours.
  static Result<Done> install();

  // The guard whose activation is the innermost of this thread; null when there is none.
  static FaultGuard* active();
  static void set_active(FaultGuard* guard);

  // Jumps to the innermost activation of this thread, with what ended the call in C.
  // REQUIRES: a call in C is watched.
  [[noreturn]] static void leave(const FaultReport& report);

 private:
  static void handle(int signal, siginfo_t* info, void* context);
  static bool land(int signal, const siginfo_t& info);
  static bool is_in_place(const struct sigaction& action);
  static struct sigaction our_action();
};

}  // namespace elle::core
