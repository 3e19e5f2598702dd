// The one place where a C function is entered. A fault jumps past all that stands here, so nothing may have a
// destructor that somebody relies on.
#include <cxxabi.h>
#include <exception>

#include "core/call/guard.h"

namespace elle::core {

// CALL PATH 3/4: from here on it is C. Two stores have the call watched; all else that could go wrong has been paid for
// elsewhere: faults by the activation, exceptions by the unwinder's tables.
//
// Unchecked for null: a thread that is cancelled is unwound with no exception object for the reference to refer to.
__attribute__((no_sanitize("null"))) bool enter_native(FaultGuard& guard, const NativeCallRecord& record,
                                                       const CallPlan& plan, CodePointer function, std::byte* frame,
                                                       std::byte* result) {
  int* const error_number = guard.errno_location();
  *error_number = guard.saved_errno;
  guard.watch(&record);
  bool returned = true;
  try {
    plan.invoke(plan, function, frame, result);
  } catch (const abi::__forced_unwind&) {
    // pthread_exit and cancellation unwind the whole thread and must not be stopped.
    guard.watch(nullptr);
    throw;
  } catch (const std::exception& thrown) {
    guard.watch(nullptr);
    guard.set_exception_text(thrown.what());
    returned = false;
  } catch (...) {
    guard.watch(nullptr);
    guard.set_exception_text("a C++ exception that is no std::exception");
    returned = false;
  }
  guard.watch(nullptr);
  guard.saved_errno = *error_number;
  return returned;
}

}  // namespace elle::core
