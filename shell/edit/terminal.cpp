#include "shell/edit/terminal.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace elle::shell {

namespace {

constexpr int kDeadly[] = {SIGHUP, SIGQUIT, SIGTERM, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr int kWaking[] = {SIGWINCH, SIGCONT, SIGINT};
// What is added to the counter of the descriptor that wakes the prompt.
constexpr uint64_t kRedraw = 1;
constexpr uint64_t kInterrupt = uint64_t{1} << 32;

// A signal handler can reach nothing but globals; there is one terminal.
termios before_raw;
std::atomic<bool> is_raw = false;
std::atomic<int> waker = -1;
struct sigaction deadly_before[std::size(kDeadly)];
struct sigaction waking_before[std::size(kWaking)];

void restore_modes() {
  if (is_raw.exchange(false)) tcsetattr(STDIN_FILENO, TCSANOW, &before_raw);
}

// In the middle of a text. Safe in a signal handler.
void give_terminal_back() {
  constexpr std::string_view kEnd = "\x1b[?2004l\r\n";  // what Screen does at the end of a text
  if (!is_raw) return;
  [[maybe_unused]] const ssize_t written = write(STDOUT_FILENO, kEnd.data(), kEnd.size());
  restore_modes();
}

// What was to happen without us happens when this returns.
void die(int signal_number) {
  give_terminal_back();
  size_t i = 0;
  while (kDeadly[i] != signal_number) i++;
  sigaction(signal_number, &deadly_before[i], nullptr);
  raise(signal_number);
}

void wake(int signal_number) {
  const int error_number = errno;
  const uint64_t count = signal_number == SIGINT ? kInterrupt : kRedraw;
  [[maybe_unused]] const ssize_t written = write(waker, &count, sizeof count);
  errno = error_number;
}

void handle(int signal_number, void (*handler)(int), struct sigaction* before) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigaction(signal_number, &action, before);
}

}  // namespace

TerminalSize terminal_size() {
  winsize size = {};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  return {size.ws_col ? size.ws_col : 80u, size.ws_row ? size.ws_row : 24u};
}

void guard_terminal() {
  waker = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  std::atexit(give_terminal_back);
  for (size_t i = 0; i < std::size(kDeadly); i++) handle(kDeadly[i], die, &deadly_before[i]);
}

void RawTerminal::enter() {
  tcgetattr(STDIN_FILENO, &before_raw);
  for (size_t i = 0; i < std::size(kWaking); i++) handle(kWaking[i], wake, &waking_before[i]);
  termios raw = before_raw;
  raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
  raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  is_raw = true;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void RawTerminal::leave() {
  restore_modes();
  for (size_t i = 0; i < std::size(kWaking); i++) sigaction(kWaking[i], &waking_before[i], nullptr);
}

void RawTerminal::suspend() {
  leave();
  kill(0, SIGTSTP);
  enter();
}

int RawTerminal::wake_up() { return waker; }

bool RawTerminal::take_wake_up() {
  uint64_t count = 0;
  [[maybe_unused]] const ssize_t taken = read(waker, &count, sizeof count);
  return count >= kInterrupt;
}

}  // namespace elle::shell
