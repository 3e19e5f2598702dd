// The session's part in handing Lisp over between threads: who is who, and where failures go.
#include "lang/bridge/bridge.h"

namespace elle::lang {

std::unique_ptr<core::Seat> Bridge::make_seat() { return std::make_unique<LispThread>(*this, Context::make()); }

void Bridge::switch_threads(core::Seat& from, core::Seat& to) {
  thread = &static_cast<LispThread&>(to);
  vm.switch_context(static_cast<LispThread&>(from).context, thread->context);
  if (thread == &own_thread && own_thread.failures.pending()) vm.failure_came();
}

void Bridge::begin_work() {
  own_thread.come_back();
  works_ = true;
}

void Bridge::end_work() {
  works_ = false;
  own_thread.leave();
}

void Bridge::close() {
  if (own_thread.away()) begin_work();
  hand_over->close(own_thread);
}

void Bridge::interrupt_others() {
  bool any = false;
  hand_over->each_seat([&](const core::Seat& seat) { any |= &seat != &own_thread && seat.depth() > 0; });
  if (any) vm.interrupt();
}

void Bridge::deliver(Failure failure, const std::string& callback) {
  if (failure.thrown->kind == Tag::kError) {
    auto* error = static_cast<ErrorObject*>(failure.thrown);
    if (error->trace.is_nil()) error->trace = runtime.opaque(std::make_unique<CallStack>());
    CallStack::of(*error)->note = fmt::format("  in the callback {}, on another thread\n", callback);
  }
  // Ctrl-C while the session does nothing is meant for this callback alone.
  if (!works_ && Runtime::is_interrupt(failure)) return show_failure(failure);
  const bool is_first = !own_thread.failures.pending();
  own_thread.failures.fail(runtime, failure);
  if (!works_ && is_first && runtime.catchable(failure)) show_failure(failure);
}

Result<core::Done> Bridge::raise_failure_of_others() {
  // Others leave it to the session's own thread, which is told again when it goes on.
  if (thread != &own_thread || !thread->failures.pending()) return core::Done{};
  return thread->failures.take();
}

std::optional<Failed> Bridge::take_delivered() {
  if (!own_thread.failures.pending()) return std::nullopt;
  return own_thread.failures.take();
}

}  // namespace elle::lang
