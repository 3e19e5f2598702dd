// Keys, as they are pressed.
#pragma once

#include "shell/edit/keys.h"

namespace elle::shell {

// Takes no byte from the terminal before it is asked for: what follows a text that is run is for those who read
// standard input then. REQUIRES: a RawTerminal while keys are read.
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
