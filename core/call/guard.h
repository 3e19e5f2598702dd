// FaultGuard: C is entered here, and what goes wrong in it comes back as a report instead of ending the process.
//
// A fault (SIGSEGV, SIGBUS, SIGFPE, SIGILL, abort) inside a watched native call jumps to the innermost guarded
// activation of this thread; a fault anywhere else is a bug of ours and crashes as if this file did not exist. It costs
// a call nothing but two stores: no sigsetjmp per call, one per activation.
//
//     FaultGuard guard;                      // one for each thread of a session
//     TRY(guard.install());
//     if (!guard.guarded([&] { run_form(); })) report(guard.report());
//
// The jump runs no destructors of what lies between the fault and the activation: state there must hang from something
// the activation's owner can reset. After a fault the C library may hold locks or be half-changed; say so to the user.
#pragma once

#include <atomic>
#include <memory>
#include <setjmp.h>
#include <string>

#include "core/base/result.h"
#include "core/call/plan.h"

namespace elle::core {

// What is watched: the function entered, and whatever the caller wants to find again in the report. It must live
// until the call is over or the report was read.
struct NativeCallRecord {
  const char* name;               // "strlen"
  const void* context = nullptr;  // the caller's own
};

struct FaultReport {
  int signal = 0;                          // SIGSEGV, …
  const void* address = nullptr;           // the address touched, or the instruction of a SIGFPE or SIGILL
  bool was_sent = false;                   // raised by the library itself: raise(), abort()
  bool address_known = false;              // the processor does not tell it for addresses that cannot exist
  bool stack_overflow = false;             // the address lies at the end of this thread's stack
  bool abandoned = false;                  // no fault: the call was left on demand
  const NativeCallRecord* call = nullptr;  // what was entered
};

// "SIGSEGV at address 0x10", "SIGSEGV (stack overflow)", "abort()".
std::string fault_text(const FaultReport& report);
// The same for programs: `signal`, and the `address` that was touched, where the text has one.
ErrorFields fault_fields(const FaultReport& report);

class FaultGuard {
 public:
  FaultGuard();
  ~FaultGuard();
  FaultGuard(const FaultGuard&) = delete;
  FaultGuard& operator=(const FaultGuard&) = delete;

  // Installs the process's handlers unless they are in place, and takes the calling thread. What a library put in their
  // stead (libclang, JVMs, Go) is chained to for faults that are not ours. Fails with the OS's reason.
  Result<Done> install();
  // The guard serves the calling thread from now on, which gets an alternate signal stack, until leave_thread().
  Result<Done> take_thread();
  void leave_thread();

  // Runs `body`; true when it ran to its end, false when a fault cut it short, with report() telling which. May be
  // nested: the innermost one catches, and the one before is in force again afterwards.
  // REQUIRES: on the thread that was taken.
  template <class Body>
  bool guarded(Body&& body);

  // Of the last activation that gave false.
  const FaultReport& report() const { return report_; }

  // What runs in C on the calling thread; null when nothing does. For signal handlers.
  static const NativeCallRecord* native_call_here();
  // For a signal handler, whose third argument `context` is: leaves what runs in C on this thread as a fault there
  // would. Returns when nothing does, or when C is in the middle of what must not be left (interrupted_code.h), where
  // it is found often but never for long; `by_force` leaves it all the same.
  // REQUIRES: the handler was installed with SA_NODEFER, since it does not return.
  static void abandon_native_call(const void* context, bool by_force);

  // Copies bytes from an address nothing is known about; false when it is not readable, with report() telling where.
  // (The kernel would do it, too: process_vm_readv. But that is a system call for each read, fifty times slower.)
  bool read_memory(void* to, const void* from, size_t size);

  // C's errno as the last native call left it, and as the next one will find it.
  int saved_errno = 0;

  // What the C++ exception said that left the last call for which enter_native gave false.
  const std::string& exception_text() const { return exception_text_; }

  // --- For enter_native and callbacks. ---

  // What is being run in C, null while our own code runs. `record` is read only after a fault. What stands before and
  // after in the source happens before and after for the handler, too.
  void watch(const NativeCallRecord* record) {
    std::atomic_signal_fence(std::memory_order_seq_cst);
    watched_.store(record, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
  }
  const NativeCallRecord* watched() const { return watched_.load(std::memory_order_relaxed); }
  int* errno_location() const { return errno_location_; }
  void set_exception_text(std::string text) { exception_text_ = std::move(text); }

 private:
  friend struct FaultHandler;

  // One guarded(): where to land, and what was in force before it.
  struct Activation {
    explicit Activation(FaultGuard& guard);
    ~Activation();  // also when the thread ends below it
    Activation(const Activation&) = delete;
    Activation& operator=(const Activation&) = delete;

    sigjmp_buf landing;
    FaultGuard& guard;
    Activation* outer;
    FaultGuard* outer_guard;
    const NativeCallRecord* outer_watched;
  };

  void complete_report();

  std::atomic<const NativeCallRecord*> watched_ = nullptr;
  Activation* innermost_ = nullptr;
  FaultReport report_;
  std::string exception_text_;
  int* errno_location_ = nullptr;
  struct SignalStack;
  std::unique_ptr<SignalStack> signal_stack_;
};

template <class Body>
bool FaultGuard::guarded(Body&& body) {
  Activation activation(*this);
  // Without saving the signal mask: our handlers block nothing (SA_NODEFER), and saving costs a system call.
  const bool landed = sigsetjmp(activation.landing, 0) != 0;
  if (landed)
    complete_report();
  else
    body();
  return !landed;
}

// Enters C: the one place where that happens. False when a C++ exception came out of it (guard.exception_text()); a
// fault does not return here but in the activation. REQUIRES: inside guard.guarded(); frame and result as in plan.h.
[[nodiscard]] bool enter_native(FaultGuard& guard, const NativeCallRecord& record, const CallPlan& plan,
                                CodePointer function, std::byte* frame, std::byte* result);

}  // namespace elle::core
