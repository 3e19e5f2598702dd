// The session's part in handing Lisp over between threads: who is who, and who goes on.
#include "lang/bridge/bridge.h"

namespace elle::lang {

// C lies below, and the machine is somebody else's: what failed is told on the session's own thread.
std::unique_ptr<core::Seat> Bridge::make_seat() {
  try {
    return std::make_unique<LispThread>(Context::make());
  } catch (const std::bad_alloc&) {
    thread_was_refused_ = true;
    vm_.attention().ask(Attention::kFailureCame);
    return nullptr;
  }
}

void Bridge::switch_threads(core::Seat& from, core::Seat& to) {
  context_.thread = &static_cast<LispThread&>(to);
  vm_.switch_context(static_cast<LispThread&>(from).context, context_.thread->context);
  const bool is_own = context_.thread == &context_.own_thread;
  if (is_own && context_.own_thread.failures.pending()) vm_.attention().ask(Attention::kFailureCame);
}

void Bridge::begin_work() {
  context_.own_thread.come_back();
  delivery_.session_works = true;
}

void Bridge::end_work() {
  delivery_.session_works = false;
  context_.own_thread.leave();
}

void Bridge::close() {
  if (context_.own_thread.away()) begin_work();
  hand_over_->close(context_.own_thread);
}

void Bridge::interrupt_others() {
  bool any = false;
  hand_over_->each_seat([&](const core::Seat& seat) { any |= &seat != &context_.own_thread && seat.depth() > 0; });
  if (any) vm_.interrupt();
}

Result<core::Done> Bridge::raise_failure_of_others() {
  // Others leave it to the session's own thread, which is told again when it goes on.
  if (context_.thread != &context_.own_thread) return core::Done{};
  if (thread_was_refused_.exchange(false))
    return runtime_.fail(
        ErrorKind::kMemory,
        "A thread of a library called back, but there is no memory for its Lisp stack: it was answered "
        "with zeroes.",
        kNextStepWithoutMemory);
  const std::optional<Failed> failed = delivery_.take();
  if (failed) return *failed;
  return core::Done{};
}

}  // namespace elle::lang
