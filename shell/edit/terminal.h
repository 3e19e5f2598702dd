// The terminal while keys are read one by one: its modes, its size, what wakes a prompt that waits.
#pragma once

#include <cstddef>
#include <optional>

#include "shell/edit/keys.h"

namespace elle::shell {

struct TerminalSize {
  size_t columns;
  size_t rows;
};

TerminalSize terminal_size();

// While this lives each key is read as it is pressed, Ctrl-C, Ctrl-Z and Ctrl-S among them. However the program ends,
// by `exit` or by a signal, the terminal is as it was before. There may be one at a time.
class RawTerminal {
 public:
  RawTerminal();
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

  // Stops the program and its process group, as Ctrl-Z does; returns once they go on.
  void suspend();
  // Between the two, the terminal is as it was before.
  void leave();
  void enter();
};

// Keys, one by one. Takes no byte from the terminal before it is asked for: what follows a text that is run is for
// those who read standard input then.
class KeyInput {
 public:
  enum class Event : uint8_t {
    kKey,
    kRedraw,  // the window has another size, or the program was stopped and goes on
    kEnd,     // the terminal is gone
  };
  Event next(Key& key);
  // True when there is more to read at once.
  bool more_waits() const;

 private:
  enum class Wake : uint8_t { kInput, kSignal, kTimeout };
  Wake wait(int milliseconds) const;

  KeyDecoder decoder_;
};

}  // namespace elle::shell
