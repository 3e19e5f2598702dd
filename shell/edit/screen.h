// The bottom of the terminal, where a frame is shown and changed with as little output as its rows allow: each function
// here is one write. Other threads may write meanwhile; their text goes above the frame.
#pragma once

#include <mutex>
#include <string_view>

#include "shell/edit/frame.h"

namespace elle::shell {

class Screen {
 public:
  // The first time, the frame begins in the row of the cursor when that is empty, else in the next.
  void show(Frame frame);
  // Shows the frame for the last time, with `ending` behind it; what comes next is written below.
  void finish(Frame frame, std::string_view ending = {});
  // Empties the terminal; the frame is shown at its top then.
  void clear();

  // These are for any thread.
  bool is_shown();
  // False when no frame is shown, so that the text can be written as ever.
  bool write_above(std::string_view text);

 private:
  void draw(Frame frame);
  void begin_row(size_t columns);
  void draw_row(size_t index, FrameRow row);
  void move_to(size_t row, size_t column);
  void erase();
  // The window has another size, and the terminal has broken the rows anew.
  void erase_rebroken(size_t columns);
  void send();

  static constexpr size_t kUnknown = static_cast<size_t>(-1);

  std::mutex mutex_;  // of all that follows
  bool live_ = false;
  Frame frame_{};                // the last one
  std::vector<FrameRow> shown_;  // `unfinished_` when there is one, and the rows of the frame
  size_t row_ = 0;               // of the terminal's cursor, in shown_
  size_t column_ = kUnknown;
  std::string unfinished_;  // what was written above, behind its last newline
  std::string out_;         // to be sent
};

}  // namespace elle::shell
