// The terminal while keys are read one by one: its modes, its size, what wakes a prompt that waits.
#pragma once

#include <cstddef>

namespace elle::shell {

struct TerminalSize {
  size_t columns;
  size_t rows;
};

TerminalSize terminal_size();

// From here on the terminal is put back to its own modes however the program ends: by `exit`, by a signal, by a fault.
// To be called before anything else handles faults, so that those it does not catch come here.
void guard_terminal();

// While this lives each key is read as it is pressed, Ctrl-C, Ctrl-Z and Ctrl-S among them. There may be one at a time.
class RawTerminal {
 public:
  RawTerminal() { enter(); }
  ~RawTerminal() { leave(); }
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  // Stops the program and its process group, as Ctrl-Z does; returns once they go on.
  void suspend();
  // Between the two, the terminal is as it was before.
  void leave();
  void enter();

  // A descriptor that can be read once the prompt is to be shown anew (the window changed, or the program goes on), or
  // somebody sent the program what Ctrl-C sends. The second function says whether it was the latter.
  static int wake_up();
  static bool take_wake_up();
};

}  // namespace elle::shell
