// One thread's side of catching faults: the stack its handlers run on, its activations, and the report of what
// happened.
//
// Activations nest as guarded() does: each knows the one before it and restores what was in force, also when a jump
// lands in it, because its destructor runs in guarded() itself. `innermost_` thus always names a frame that is still
// there, which is what makes the jump legal (C17 7.13.2.1p2).
#include "core/call/guard.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>

#include "core/call/fault_handler.h"
#include "core/call/interrupted_code.h"

namespace elle::core {

// Where handlers run: after a stack overflow there is no other place. Room for the widest vector registers the kernel
// may save (AMX), and for a handler we pass a fault on to.
struct FaultGuard::SignalStack {
  static constexpr size_t kSize = 128 * 1024;  // bytes; only what is used is ever backed by memory

  SignalStack() : memory(mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {}
  // A thread that still uses it has stopped for ever.
  ~SignalStack() {
    if (memory != MAP_FAILED) munmap(memory, kSize);
  }
  SignalStack(const SignalStack&) = delete;
  SignalStack& operator=(const SignalStack&) = delete;

  bool use() {
    if (memory == MAP_FAILED) return false;
    stack_t ours{};
    ours.ss_sp = memory;
    ours.ss_size = kSize;
    is_used = sigaltstack(&ours, &previous) == 0;
    return is_used;
  }

  void leave() {
    stack_t current{};
    // A library may have set up one of its own since; that one stays.
    const bool is_ours = is_used && sigaltstack(nullptr, &current) == 0 && current.ss_sp == memory;
    if (is_ours) sigaltstack(&previous, nullptr);
    is_used = false;
  }

  void* memory;
  stack_t previous{};
  bool is_used = false;
};

FaultGuard::FaultGuard() = default;
FaultGuard::~FaultGuard() = default;

Result<Done> FaultGuard::install() {
  TRY(take_thread());
  return FaultHandler::install();
}

Result<Done> FaultGuard::take_thread() {
  errno_location_ = &errno;
  if (!signal_stack_) signal_stack_ = std::make_unique<SignalStack>();
  if (signal_stack_->use()) return Done{};
  return fail(ErrorKind::kIo, fmt::format("No stack for signal handlers could be set up: {}.", strerror(errno)));
}

void FaultGuard::leave_thread() {
  if (signal_stack_) signal_stack_->leave();
}

const NativeCallRecord* FaultGuard::native_call_here() {
  const FaultGuard* const guard = FaultHandler::active();
  return guard ? guard->watched() : nullptr;
}

void FaultGuard::abandon_native_call(const void* context, bool by_force) {
  if (native_call_here() && (by_force || can_be_left(context))) FaultHandler::leave({.abandoned = true});
}

FaultGuard::Activation::Activation(FaultGuard& of)
    : guard(of), outer(of.innermost_), outer_guard(FaultHandler::active()), outer_watched(of.watched()) {
  guard.innermost_ = this;
  FaultHandler::set_active(&guard);
  guard.watch(nullptr);
}

FaultGuard::Activation::~Activation() {
  guard.watch(outer_watched);
  FaultHandler::set_active(outer_guard);
  guard.innermost_ = outer;
}

namespace {

// Whether the address is where this thread's stack ends: a guard page, or what the kernel keeps free below it.
bool is_past_stack_end(const void* address) {
  constexpr uintptr_t kBelow = 1 << 20;
  constexpr uintptr_t kAbove = 64 << 10;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return false;
  void* low = nullptr;
  size_t size = 0;
  pthread_attr_getstack(&attributes, &low, &size);
  pthread_attr_destroy(&attributes);
  const auto end = reinterpret_cast<uintptr_t>(low);
  const auto touched = reinterpret_cast<uintptr_t>(address);
  return touched >= end - kBelow && touched < end + kAbove;
}

}  // namespace

// After the landing, because the bounds of a stack are read from a file (pthread_getattr_np), which no handler may do.
void FaultGuard::complete_report() {
  report_.stack_overflow = report_.signal == SIGSEGV && report_.address_known && is_past_stack_end(report_.address);
}

bool FaultGuard::read_memory(void* to, const void* from, size_t size) {
  static constexpr NativeCallRecord kReading{.name = "reading memory"};
  if (size == 0) return true;  // memcpy wants addresses all the same
  return guarded([&] {
    watch(&kReading);
    memcpy(to, from, size);
    watch(nullptr);
  });
}

namespace {

const char* signal_name(int signal) {
  switch (signal) {
    case SIGABRT:
      return "SIGABRT";
    case SIGFPE:
      return "SIGFPE";
    case SIGILL:
      return "SIGILL";
    case SIGBUS:
      return "SIGBUS";
    default:
      return "SIGSEGV";
  }
}

}  // namespace

ErrorFields fault_fields(const FaultReport& report) {
  ErrorFields fields{{"signal", signal_name(report.signal)}};
  const bool of_memory = report.signal == SIGSEGV || report.signal == SIGBUS;
  if (of_memory && report.address_known && !report.was_sent && !report.stack_overflow)
    fields.push_back({"address", uint64_t{reinterpret_cast<uintptr_t>(report.address)}});
  return fields;
}

std::string fault_text(const FaultReport& report) {
  if (report.stack_overflow) return "SIGSEGV (stack overflow)";
  switch (report.signal) {
    case SIGABRT:
      return "abort()";
    case SIGFPE:
      return "SIGFPE (an arithmetic error such as division by zero)";
    case SIGILL:
      return "SIGILL (an illegal instruction)";
    default:
      break;
  }
  const char* const name = signal_name(report.signal);
  if (report.was_sent) return fmt::format("{} sent by the library itself", name);
  if (!report.address_known) return fmt::format("{} at an address that cannot exist", name);
  return fmt::format("{} at address {}", name, fmt::ptr(report.address));
}

}  // namespace elle::core
