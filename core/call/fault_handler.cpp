// A fault in C, seen from the handler. It may interrupt C at any instruction, with locks held and the stack at its end,
// so it runs on a stack of its own and touches nothing but words that were there before: globals and thread-local ones.
// It allocates nothing, takes no lock, and formats no text; what needs that is done after the landing
// (FaultGuard::complete_report).
//
// It ends in one of two ways. When the fault is C's, by a jump to the innermost activation of this thread. POSIX
// promises nothing after a jump out of a handler that interrupted a function which is not async-signal-safe, and it is
// right: the library may be half changed and hold its locks. The user is told so; the alternative is to lose the
// session. Otherwise by putting back whoever was there before and returning, so that the instruction faults again
// without us, for a debugger or a core file to see.
//
// Whose fault it is, the mark tells: it is set while C runs on this thread and at no other time.
#include "core/call/fault_handler.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include "core/call/interrupted_code.h"

namespace elle::core {

namespace {

constexpr std::array kSignals = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// What stood before our handler, and whether a fault was passed on to it since: a handler that chains back to ours
// instead of deciding would otherwise go round for ever.
struct Before {
  struct sigaction action;
  volatile sig_atomic_t was_passed_on;
};

constinit std::array<Before, kSignals.size()> before{};

// Initial-exec: the handler must find it without the allocation that other models may make on first use.
[[gnu::tls_model("initial-exec")]] constinit thread_local FaultGuard* active_guard = nullptr;

size_t index_of(int signal) {
  size_t i = 0;
  while (kSignals[i] != signal) i++;
  return i;
}

// sigaction(2): codes from 0 down are of kill(), tgkill() and the like; those above are the kernel's own.
bool was_sent(const siginfo_t& info) { return info.si_code <= 0; }

// Lets the fault happen again without us: the previous disposition is in force when the faulting instruction is taken
// up anew, or the signal sent again, so that a debugger, a core file or another handler sees the true place.
void pass_on(int signal, const siginfo_t& info) {
  Before& previous = before[index_of(signal)];
  if (previous.was_passed_on) {
    struct sigaction standard{};
    standard.sa_handler = SIG_DFL;
    sigaction(signal, &standard, nullptr);
  } else {
    previous.was_passed_on = 1;
    sigaction(signal, &previous.action, nullptr);
  }
  if (was_sent(info)) raise(signal);
}

}  // namespace

FaultGuard* FaultHandler::active() { return active_guard; }
void FaultHandler::set_active(FaultGuard* guard) { active_guard = guard; }

bool FaultHandler::is_in_place(const struct sigaction& action) {
  return (action.sa_flags & SA_SIGINFO) != 0 && action.sa_sigaction == &FaultHandler::handle;
}

struct sigaction FaultHandler::our_action() {
  struct sigaction ours{};
  ours.sa_sigaction = &FaultHandler::handle;
  // SA_NODEFER and an empty mask: the handler is left by a jump, so there must be no mask to restore.
  ours.sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO;
  sigemptyset(&ours.sa_mask);
  return ours;
}

Result<Done> FaultHandler::install() {
  locate_c_library();
  const struct sigaction ours = our_action();
  for (size_t i = 0; i < kSignals.size(); i++) {
    struct sigaction current{};
    const bool known = sigaction(kSignals[i], nullptr, &current) == 0;
    if (known && is_in_place(current)) continue;
    if (!known || sigaction(kSignals[i], &ours, nullptr) != 0) {
      return fail(ErrorKind::kIo, fmt::format("The handler for {} could not be installed: {}.", strsignal(kSignals[i]),
                                              strerror(errno)));
    }
    before[i].action = current;
    before[i].was_passed_on = 0;
  }
  return Done{};
}

void FaultHandler::handle(int signal, siginfo_t* info, void*) {
  if (!land(signal, *info)) pass_on(signal, *info);
}

// Jumps to the innermost activation when the fault is C's; returns false when it is not for us to take.
bool FaultHandler::land(int signal, const siginfo_t& info) {
  const FaultGuard* const guard = active_guard;
  // `kill -SEGV` from a shell asks the process to end, whatever it is doing.
  const bool from_outside = info.si_code == SI_USER && info.si_pid != getpid();
  if (guard == nullptr || guard->watched() == nullptr || from_outside) return false;
  // An address that cannot exist (not canonical) is a general protection fault, which tells no address: SI_KERNEL.
  leave({.signal = signal,
         .address = was_sent(info) ? nullptr : info.si_addr,
         .was_sent = was_sent(info),
         .address_known = !was_sent(info) && info.si_code != SI_KERNEL});
}

void FaultHandler::leave(const FaultReport& report) {
  FaultGuard* const guard = active_guard;
  guard->report_ = report;
  guard->report_.call = guard->watched();
  siglongjmp(guard->innermost_->landing, 1);
}

}  // namespace elle::core
