// The line editor: a terminal's texts, several rows long where they need it.
#pragma once

#include <optional>

#include "shell/edit/editing.h"
#include "shell/edit/key_input.h"
#include "shell/edit/line_source.h"
#include "shell/edit/screen.h"
#include "shell/edit/terminal.h"
#include "shell/edit/view.h"

namespace elle::shell {

class Editor : public LineSource {
 public:
  Editor(lang::Session& session, lang::Output& out, Screen& screen)
      : editing_(session, history_), view_(out.colour()), out_(out), screen_(screen) {}

  // A whole text, as far as a text can tell.
  Line next(std::string_view prompt) override;

 private:
  void read_keys(RawTerminal& terminal);
  // What the key asked for, done. True when the text is done with, too.
  bool fulfil(RawTerminal& terminal);
  void show();
  void describe(RawTerminal& terminal);
  Line finish();

  History history_;
  Editing editing_;
  View view_;
  lang::Output& out_;
  Screen& screen_;
  std::string prompt_;
  KeyInput input_;
};

}  // namespace elle::shell
