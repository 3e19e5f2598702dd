#include "shell/pager.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "lang/edit/editing.h"

namespace elle::shell {

namespace {

// Colours as they are, back at once when all fits, what was shown stays on the screen.
constexpr const char* kUsual = "command -v less >/dev/null && exec less -RFX";

const char* command() {
  const char* wanted = std::getenv("PAGER");
  return wanted && *wanted ? wanted : kUsual;
}

// While this lives, Ctrl-C is for the pager alone.
class WithoutInterrupts {
 public:
  WithoutInterrupts() {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &before_);
  }
  ~WithoutInterrupts() { sigaction(SIGINT, &before_, nullptr); }
  WithoutInterrupts(const WithoutInterrupts&) = delete;
  WithoutInterrupts& operator=(const WithoutInterrupts&) = delete;

 private:
  struct sigaction before_;
};

// The program that reads `input`; -1 when it could not be started.
pid_t start(int input) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const std::string text = command();
  const char* words[] = {"sh", "-c", text.c_str(), nullptr};
  pid_t child = -1;
  if (posix_spawn(&child, "/bin/sh", &files, &attributes, const_cast<char**>(words), environ) != 0) child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return child;
}

// A pager that is left before the end of the text closes its input.
void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;
    text.remove_prefix(static_cast<size_t>(count));
  }
}

// Who ended the pager by a signal has seen enough.
bool has_shown(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFSIGNALED(status) || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

std::string without_escapes(std::string_view line) {
  std::string plain;
  for (size_t at = 0; at < line.size(); at++) {
    if (line[at] == '\x1b')
      at = std::min(line.find('m', at), line.size());  // colours are all there is
    else
      plain += line[at];
  }
  return plain;
}

}  // namespace

bool is_longer_than(std::string_view text, size_t columns, size_t rows) {
  size_t used = 0;
  while (!text.empty() && used <= rows) {
    const size_t end = std::min(text.find('\n'), text.size());
    const size_t width = lang::text_columns(lang::safe_text(without_escapes(text.substr(0, end))));
    used += width == 0 ? 1 : (width + columns - 1) / columns;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return used > rows;
}

bool show_in_pager(std::string_view text) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  const WithoutInterrupts without_interrupts;
  const pid_t child = start(ends[0]);
  close(ends[0]);
  if (child > 0) write_all(ends[1], text);
  close(ends[1]);
  return child > 0 && has_shown(child);
}

}  // namespace elle::shell
