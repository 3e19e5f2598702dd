// What a call takes from its thread, C++ gives back in destructors, which a fault jumps past. Whatever has such a
// destructor must stand in `guarded` as well, and what outlives a thread that was ended, in drop_calls.
#include "lang/bridge/thread/lisp_thread.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

void LispThread::attach() {
  NativeThread::attach();
  stack_limit_ = native_stack_limit();
}

// Whoever is still in C sleeps when it comes back, so nothing of this is used again.
void LispThread::retire() {
  context = Context();
  scratch = Scratch();
}

bool LispThread::guarded(void (*body)(void*), void* body_context) {
  const Scratch::Position before = scratch.position();
  const size_t holds = held.count();
  const size_t suspended = failures.suspended_count();
  const uint32_t under_way = callbacks;
  if (guard.guarded([=] { body(body_context); })) return true;
  // The fault jumped past the way back from C.
  if (away()) come_back();
  failures.drop_suspended(suspended);
  callbacks = under_way;
  scratch.reset(before);
  held.drop(holds);
  return false;
}

void LispThread::mark(Marker& marker, bool runs) {
  if (!runs) {
    context.mark_and_clear(marker);
    Runtime::mark(context.thread, marker);
  }
  held.mark(marker);
  failures.mark(marker);
  arenas.mark(marker);
}

void LispThread::drop_calls() {
  failures = PendingFailures();
  held.drop(0);
  scratch.reset({0, 0});
  callbacks = 0;
}

}  // namespace elle::lang
