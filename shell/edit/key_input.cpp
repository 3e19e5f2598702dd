#include "shell/edit/key_input.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

#include "shell/edit/terminal.h"

namespace elle::shell {

KeyInput::Wake KeyInput::wait(int milliseconds) const {
  pollfd waits[] = {{RawTerminal::wake_up(), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
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
      if (!RawTerminal::take_wake_up()) return Event::kRedraw;
      key = {"C-c", {}};
      return Event::kKey;
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
