// LispThread: what one thread of a session has of its own. The session's own thread has one, and so has each thread of
// a library, from its first callback on. BridgeContext::thread is the one that runs; all others are away, in C or
// waiting.
#pragma once

#include "core/call/native_thread.h"

#include "lang/bridge/thread/arenas.h"
#include "lang/bridge/thread/held_values.h"
#include "lang/bridge/thread/pending_failures.h"
#include "lang/bridge/thread/scratch.h"
#include "lang/vm/context.h"

namespace elle::lang {

class LispThread : public core::NativeThread, public Turn {
 public:
  // `own` is the machine's to begin with, when the machine runs on it already.
  explicit LispThread(Context own) : context(std::move(own)) { context.thread.turn = this; }

  Context context;  // kept here while another thread runs
  Scratch scratch;
  HeldValues held;
  PendingFailures failures;
  Arenas arenas;
  // Of the native call that runs, for the report of a fault.
  const Value* arguments_in_c = nullptr;
  // How many callbacks are under way: C waits below each, and may still read what it was given.
  uint32_t callbacks = 0;

  // Turn.
  void give_up() override { leave(); }
  void take_back() override { come_back(); }
  void let_others_run() override { yield(); }

  // How deep the C stack may grow.
  uintptr_t stack_limit() const { return stack_limit_; }

  // Runs `body(context)`; false when a fault in C cut it short, which guard.report() tells of. What hangs from the
  // thread is then as it was before: the fault jumped past all that would have put it back.
  bool guarded(void (*body)(void*), void* context);

  void mark(Marker& marker, bool runs);
  // What a thread that was ended in the middle of a callback left behind.
  void drop_calls();

 protected:
  void attach() override;
  void retire() override;

 private:
  uintptr_t stack_limit_ = 0;
};

}  // namespace elle::lang
