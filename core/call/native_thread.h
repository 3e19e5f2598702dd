// NativeThread: what one thread needs to enter C and to be called back: its place at the machine, and its fault guard.
#pragma once

#include "core/call/guard.h"
#include "core/call/hand_over.h"

namespace elle::core {

class NativeThread : public Seat {
 public:
  FaultGuard guard;

 protected:
  // Without a signal stack a fault in C ends the process, as it would in C; nothing else depends on it.
  void attach() override { [[maybe_unused]] const auto taken = guard.take_thread(); }
  void detach() override { guard.leave_thread(); }
};

}  // namespace elle::core
