#include "shell/standard_stream.h"

#include <cerrno>
#include <unistd.h>

namespace elle::shell {

StandardStream::StandardStream(FILE* file, StandardStream* before)
    : file_(file), before_(before), at_once_(isatty(fileno(file)) || file == stderr) {}

bool StandardStream::write(std::string_view text) {
  if (before_) before_->flush();
  if (failure_) return false;
  if (!text.empty()) in_line_ = text.back() != '\n';
  if (fwrite(text.data(), 1, text.size(), file_) < text.size()) return note_failure();
  return at_once_ ? flush() : true;
}

bool StandardStream::flush() {
  if (failure_) return false;
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
