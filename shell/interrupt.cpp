#include "shell/interrupt.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace elle::shell {

namespace {

// How long what runs may take to stop by itself.
constexpr timespec kPatience = {1, 0};
// A loop in C that calls back is in Lisp at times, and what is to be left can not be left at any time, so one looks
// often: until a C function is found at work, and until it can be left; then it is left wherever it is.
constexpr timespec kBetweenLooks = {0, 1'000'000};
constexpr int kLooksForC = 50;
constexpr int kLooksToLeave = 2'000;

enum class Stage : uint8_t {
  kNotAsked,
  kAsked,
  kPatienceOver,  // it was said what keeps running
  kLeaving,       // a C function, as soon as it can be left
};

// A signal handler can reach nothing but globals. There is one terminal, so one session to interrupt; all but `session`
// is used by the thread that evaluates alone.
struct Asked {
  std::atomic<lang::Session*> session;
  pthread_t thread;
  timer_t timer;
  std::atomic<Stage> stage;
  int looks;
};
constinit Asked asked{};

void look_again_after(timespec time) {
  const itimerspec once = {{0, 0}, time};
  timer_settime(asked.timer, 0, &once, nullptr);
}

void say(std::initializer_list<const char*> parts) {
  for (const char* part : parts) {
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, part, strlen(part));
  }
}

void say_what_runs(const char* native_function) {
  if (native_function)
    say({"\nStill in C: `", native_function, "`. Ctrl-C again leaves it where it stands.\n"});
  else
    say({"\nElle is at work on something that it cannot stop halfway; it stops when that is done.\n"});
}

// Does not return once the call in C could be left.
void leave_native(lang::Session& session, const void* context) {
  const bool by_force = asked.looks++ >= kLooksToLeave;
  if (by_force && !session.native_function()) {
    asked.stage = Stage::kPatienceOver;
    return say_what_runs(nullptr);
  }
  asked.stage = Stage::kNotAsked;
  session.abandon_native(context, by_force);
  asked.stage = Stage::kLeaving;
  look_again_after(kBetweenLooks);
}

void ask(lang::Session& session) {
  session.interrupt();
  if (asked.stage != Stage::kNotAsked) return;
  asked.stage = Stage::kAsked;
  asked.looks = 0;
  look_again_after(kPatience);
}

// Ctrl-C.
void ask_to_stop(lang::Session& session, const void* context) {
  if (asked.stage != Stage::kPatienceOver) return ask(session);
  asked.looks = 0;
  leave_native(session, context);
}

// The timer.
void look(lang::Session& session, const void* context) {
  if (asked.stage == Stage::kLeaving) return leave_native(session, context);
  if (asked.stage != Stage::kAsked) return;
  const char* const native_function = session.native_function();
  if (!native_function && asked.looks++ < kLooksForC) return look_again_after(kBetweenLooks);
  say_what_runs(native_function);
  asked.stage = Stage::kPatienceOver;
}

void handle(int signal, siginfo_t* info, void* context) {
  lang::Session* const session = asked.session;
  if (!session) return;
  if (!pthread_equal(pthread_self(), asked.thread)) {
    pthread_kill(asked.thread, signal);
    return;
  }
  const int error_number = errno;
  if (info->si_code == SI_TIMER)
    look(*session, context);
  else
    ask_to_stop(*session, context);
  errno = error_number;
}

}  // namespace

Interrupts::Interrupts(lang::Session& session, bool enabled) : enabled_(enabled) {
  if (!enabled_) return;
  asked.thread = pthread_self();
  sigevent event = {};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGINT;
  timer_create(CLOCK_MONOTONIC, &event, &timer_);
  asked.timer = timer_;
  asked.session = &session;
  struct sigaction action = {};
  action.sa_sigaction = handle;
  // Without SA_RESTART: a C function that waits is woken. With SA_NODEFER: the handler may be left by a jump.
  action.sa_flags = SA_SIGINFO | SA_NODEFER;
  sigaction(SIGINT, &action, &before_);
}

Interrupts::~Interrupts() {
  if (!enabled_) return;
  sigaction(SIGINT, &before_, nullptr);
  asked.session = nullptr;
  timer_delete(timer_);
}

void Interrupts::Evaluation::forget() {
  if (!asked.session) return;
  asked.stage = Stage::kNotAsked;
  look_again_after({0, 0});
}

// Nothing is to be held back where SIGINT ends the program, and a script's every write would pay for it.
InterruptsHeld::InterruptsHeld() : held_(asked.session != nullptr) {
  sigset_t held;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  if (held_) pthread_sigmask(SIG_BLOCK, &held, &before_);
}

InterruptsHeld::~InterruptsHeld() {
  if (held_) pthread_sigmask(SIG_SETMASK, &before_, nullptr);
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
