// Failures of other threads' callbacks, on their way to the session's own thread.
#include "lang/bridge/thread/delivery.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/vm/call_stack.h"

namespace elle::lang {

void Delivery::deliver(Failure failure, const std::string& callback) {
  if (failure.thrown->kind == Tag::kError) {
    auto* error = static_cast<ErrorObject*>(failure.thrown);
    if (error->trace.is_nil()) error->trace = bridge_.runtime.opaque(std::make_unique<CallStack>());
    CallStack::of(*error)->note = fmt::format("  in the callback {}, on another thread\n", callback);
  }
  // Ctrl-C while the session does nothing is meant for this callback alone.
  if (!session_works && Runtime::is_interrupt(failure)) return show(failure);
  PendingFailures& pending = bridge_.own_thread.failures;
  const bool is_first = !pending.pending();
  pending.fail(bridge_.runtime, failure);
  if (!session_works && is_first && bridge_.runtime.catchable(failure)) show(failure);
}

std::optional<Failed> Delivery::take() {
  if (!bridge_.own_thread.failures.pending()) return std::nullopt;
  return bridge_.own_thread.failures.take();
}

}  // namespace elle::lang
