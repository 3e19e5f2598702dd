// Standard output and standard error as a session writes to them. They go through C's stdio, so that what a C library
// prints with printf comes out in its place.
#pragma once

#include <atomic>
#include <cstdio>

#include "lang/session.h"

#include "shell/edit/screen.h"

namespace elle::shell {

// False of a terminal that can only be written to line by line: an editor's shell window, say (TERM=dumb).
bool terminal_moves_cursor();

class StandardStream : public lang::Output {
 public:
  // `before` is flushed before anything is written here: what was printed first is seen first.
  explicit StandardStream(FILE* file, StandardStream* before = nullptr);

  bool write(std::string_view text) override;
  bool flush() override;
  // On a terminal, a text that is longer than the screen goes through a pager once that is asked for.
  bool show_long(std::string_view text) override;
  bool goes_to_pager(std::string_view text) const override;
  bool colour() const override { return colour_; }
  size_t columns() const override;
  // While `screen` shows a frame, what is written to the terminal goes above it. Null: there is none.
  void write_above(Screen* screen) { screen_ = screen; }
  void use_pager() { pages_ = terminal_moves_cursor(); }
  // Asks a person for a line; it is they who end the line.
  void prompt(std::string_view text);

  // The errno of the first write that failed, 0 when all went well. EPIPE: the reader is gone.
  int failure() const { return failure_; }
  // True when the last text did not end its line.
  bool in_line() const { return in_line_; }

 private:
  bool note_failure();

  FILE* file_;
  StandardStream* before_;
  bool at_terminal_;
  bool colour_;
  bool pages_ = false;
  Screen* screen_ = nullptr;
  // A callback on another thread may write while the prompt is shown.
  std::atomic<bool> in_line_ = false;
  std::atomic<int> failure_ = 0;
};

struct Streams {
  StandardStream& out;
  StandardStream& error;
};

// While this lives, what is written goes above what `screen` shows.
class ShownBeside {
 public:
  ShownBeside(Streams streams, Screen& screen) : streams_(streams) { set(&screen); }
  ~ShownBeside() { set(nullptr); }
  ShownBeside(const ShownBeside&) = delete;
  ShownBeside& operator=(const ShownBeside&) = delete;

 private:
  void set(Screen* screen) {
    streams_.out.write_above(screen);
    streams_.error.write_above(screen);
  }

  Streams streams_;
};

}  // namespace elle::shell
