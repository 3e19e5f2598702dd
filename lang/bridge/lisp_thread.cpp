#include "lang/bridge/lisp_thread.h"

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

void LispThread::mark(Marker& marker, bool runs) {
  if (!runs) {
    context.mark_and_clear(marker);
    Runtime::mark(context.thread, marker);
  }
  copy_backs.mark(marker);
  failures.mark(marker);
  arenas.mark(marker);
}

void LispThread::drop_calls() {
  failures = PendingFailures();
  copy_backs.drop(0);
  scratch.reset({0, 0});
}

}  // namespace elle::lang
