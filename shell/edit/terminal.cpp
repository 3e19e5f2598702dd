#include "shell/edit/terminal.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace elle::shell {

namespace {

constexpr int kDeadly[] = {SIGHUP, SIGQUIT, SIGTERM, SIGABRT};
constexpr int kWaking[] = {SIGWINCH, SIGCONT};

// A signal handler can reach nothing but globals; there is one terminal.
termios before_raw;
std::atomic<bool> is_raw = false;
std::atomic<int> wake_up = -1;
struct sigaction deadly_before[std::size(kDeadly)];
struct sigaction waking_before[std::size(kWaking)];

// Safe in a signal handler.
void restore_terminal() {
  if (is_raw.exchange(false)) tcsetattr(STDIN_FILENO, TCSADRAIN, &before_raw);
}

// What Screen does at the end of a text.
void leave_screen() {
  constexpr std::string_view kDoNotMarkPastes = "\x1b[?2004l\r\n";
  if (is_raw) [[maybe_unused]]
    const ssize_t written = write(STDOUT_FILENO, kDoNotMarkPastes.data(), kDoNotMarkPastes.size());
}

void end_raw() {
  leave_screen();
  restore_terminal();
}

void restore_and_die(int signal_number) {
  end_raw();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void wake(int) {
  const int saved = errno;
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(wake_up, &one, sizeof one);
  errno = saved;
}

void set_raw_modes() {
  termios raw = before_raw;
  raw.c_iflag &= ~static_cast<tcflag_t>(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
  raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  is_raw = true;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

void handle(int signal_number, void (*handler)(int), struct sigaction* before) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigaction(signal_number, &action, before);
}

// Made once, with what must hold at the end of the program.
void prepare() {
  if (wake_up >= 0) return;
  wake_up = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  std::atexit(end_raw);
}

}  // namespace

TerminalSize terminal_size() {
  winsize size = {};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  return {size.ws_col ? size.ws_col : 80u, size.ws_row ? size.ws_row : 24u};
}

RawTerminal::RawTerminal() {
  prepare();
  enter();
}

RawTerminal::~RawTerminal() { leave(); }

void RawTerminal::enter() {
  tcgetattr(STDIN_FILENO, &before_raw);
  for (size_t i = 0; i < std::size(kDeadly); i++) handle(kDeadly[i], restore_and_die, &deadly_before[i]);
  for (size_t i = 0; i < std::size(kWaking); i++) handle(kWaking[i], wake, &waking_before[i]);
  set_raw_modes();
}

void RawTerminal::leave() {
  restore_terminal();
  for (size_t i = 0; i < std::size(kDeadly); i++) sigaction(kDeadly[i], &deadly_before[i], nullptr);
  for (size_t i = 0; i < std::size(kWaking); i++) sigaction(kWaking[i], &waking_before[i], nullptr);
}

void RawTerminal::suspend() {
  leave();
  kill(0, SIGTSTP);
  enter();
}

KeyInput::Wake KeyInput::wait(int milliseconds) const {
  pollfd waits[] = {{wake_up, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
  int ready;
  while ((ready = poll(waits, 2, milliseconds)) < 0 && errno == EINTR) continue;
  if (ready == 0) return Wake::kTimeout;
  return waits[0].revents ? Wake::kSignal : Wake::kInput;
}

KeyInput::Event KeyInput::next(Key& key) {
  for (;;) {
    std::optional<Key> found;
    const Wake woken = wait(decoder_.patience_milliseconds());
    if (woken == Wake::kSignal) {
      uint64_t count;
      [[maybe_unused]] const ssize_t taken = read(wake_up, &count, sizeof count);
      return Event::kRedraw;
    }
    if (woken == Wake::kTimeout) {
      found = decoder_.give_up();
    } else {
      char byte;
      const ssize_t count = read(STDIN_FILENO, &byte, 1);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return Event::kEnd;
      found = decoder_.take(byte);
    }
    if (!found) continue;
    key = *std::move(found);
    return Event::kKey;
  }
}

bool KeyInput::more_waits() const { return wait(0) == Wake::kInput; }

}  // namespace elle::shell
