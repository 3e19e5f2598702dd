#include "shell/standard_stream.h"

#include <cerrno>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

#include "shell/edit/terminal.h"
#include "shell/interrupt.h"
#include "shell/pager.h"

namespace elle::shell {

namespace {

bool environment_has(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

}  // namespace

bool terminal_moves_cursor() { return environment_has("TERM") && std::string_view(std::getenv("TERM")) != "dumb"; }

StandardStream::StandardStream(FILE* file, StandardStream* before)
    : file_(file),
      before_(before),
      at_terminal_(isatty(fileno(file))),
      colour_(at_terminal_ && terminal_moves_cursor() && !environment_has("NO_COLOR")) {}

bool StandardStream::write(std::string_view text) {
  if (before_) before_->flush();
  if (failure_) return false;
  if (at_terminal_ && screen_ && screen_->write_above(text)) return true;
  if (!text.empty()) in_line_ = text.back() != '\n';
  const InterruptsHeld held;
  if (fwrite(text.data(), 1, text.size(), file_) < text.size()) return note_failure();
  return at_terminal_ || file_ == stderr ? flush() : true;
}

bool StandardStream::goes_to_pager(std::string_view text) const {
  if (!at_terminal_ || !pages_) return false;
  const TerminalSize size = terminal_size();
  return is_longer_than(text, size.columns, size.rows - 1);  // the next prompt needs a row, too
}

bool StandardStream::show_long(std::string_view text) {
  // Another thread must not take the terminal from who is typing.
  if (!goes_to_pager(text) || (screen_ && screen_->is_shown())) return write(text);
  if (in_line_) write("\n");
  return show_in_pager(text) || write(text);
}

size_t StandardStream::columns() const {
  winsize size = {};
  if (!at_terminal_ || ioctl(fileno(file_), TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col ? size.ws_col : 80;
}

bool StandardStream::flush() {
  if (failure_) return false;
  const InterruptsHeld held;
  return fflush(file_) == 0 || note_failure();
}

void StandardStream::prompt(std::string_view text) {
  write(text);
  flush();
  in_line_ = false;
}

bool StandardStream::note_failure() {
  failure_ = errno ? errno : EIO;
  return false;
}

}  // namespace elle::shell
