// How what is being edited looks on the terminal.
#pragma once

#include <string_view>

#include "lang/text/paint.h"

#include "shell/edit/editing.h"
#include "shell/edit/frame.h"
#include "shell/edit/terminal.h"

namespace elle::shell {

class View {
 public:
  explicit View(bool colour) : paint_(colour) {}

  // The part around the cursor of a text that is taller than the terminal, and what there is to say below it.
  // `prompt` stands before the first row, another of the same width before the others.
  Frame compose(Editing& editing, std::string_view prompt, TerminalSize size);
  // All of the text and nothing else, with the cursor at its end.
  Frame compose_whole(Editing& editing, std::string_view prompt, TerminalSize size) const;

 private:
  lang::Paint paint_;
  size_t top_ = 0;  // the first row of the text that is shown
};

}  // namespace elle::shell
