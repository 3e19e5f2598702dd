#include "shell/interrupt.h"

#include <atomic>
#include <cerrno>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace elle::shell {

namespace {

// A signal handler can reach nothing but globals; there is one terminal, so one session to interrupt.
std::atomic<lang::Session*> interruptible = nullptr;

void interrupt_session(int) {
  if (lang::Session* session = interruptible.load()) session->interrupt();
}

}  // namespace

Interrupts::Interrupts(lang::Session& session, bool enabled) : enabled_(enabled) {
  if (!enabled_) return;
  interruptible = &session;
  struct sigaction action = {};
  action.sa_handler = interrupt_session;  // without SA_RESTART: a C function that waits is woken
  sigaction(SIGINT, &action, &before_);
}

Interrupts::~Interrupts() {
  if (!enabled_) return;
  sigaction(SIGINT, &before_, nullptr);
  interruptible = nullptr;
}

InputWait::InputWait() {
  sigset_t held;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  sigprocmask(SIG_BLOCK, &held, &before_);
  interrupts_ = signalfd(-1, &held, SFD_CLOEXEC);
}

InputWait::~InputWait() {
  close(interrupts_);
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool InputWait::wait() {
  pollfd waits[] = {{interrupts_, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
  // Other signals, such as a new window size, only wake it up.
  while (poll(waits, 2, -1) < 0 && errno == EINTR) continue;
  if (!(waits[0].revents & POLLIN)) return true;
  signalfd_siginfo which;
  [[maybe_unused]] const ssize_t taken = read(interrupts_, &which, sizeof which);
  return false;
}

}  // namespace elle::shell
