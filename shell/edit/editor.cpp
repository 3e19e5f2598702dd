#include "shell/edit/editor.h"

#include <cstdio>
#include <utility>

#include "shell/edit/commands.h"

namespace elle::shell {

Line Editor::next(std::string_view prompt) {
  prompt_ = prompt;
  editing_.begin_text();
  out_.flush();
  std::fflush(stdout);  // what C libraries printed, too
  RawTerminal terminal;
  read_keys(terminal);
  return finish();
}

void Editor::read_keys(RawTerminal& terminal) {
  show();
  for (Key key;;) {
    switch (input_.next(key)) {
      case KeyInput::Event::kEnd:
        editing_.wish = Wish::kLeave;
        return;
      case KeyInput::Event::kRedraw:
        show();
        break;
      case KeyInput::Event::kKey:
        press(editing_, key);
        if (fulfil(terminal)) return;
        // Of keys that come faster than they can be shown, the last is shown.
        if (!input_.more_waits()) show();
    }
  }
}

bool Editor::fulfil(RawTerminal& terminal) {
  switch (editing_.wish) {
    case Wish::kGoOn:
      return false;
    case Wish::kClearScreen:
      screen_.clear();
      break;
    case Wish::kDescribe:
      describe(terminal);
      break;
    case Wish::kSuspend:
      screen_.finish(view_.compose_whole(editing_, prompt_, terminal_size()));
      terminal.suspend();
      break;
    case Wish::kRun:
    case Wish::kCancel:
    case Wish::kLeave:
      return true;
  }
  editing_.wish = Wish::kGoOn;
  return false;
}

void Editor::show() { screen_.show(view_.compose(editing_, prompt_, terminal_size())); }

void Editor::describe(RawTerminal& terminal) {
  const auto [begin, end] = lang::name_around(editing_.text(), editing_.cursor());
  if (begin == end) return;
  auto text = editing_.session.describe(editing_.text().substr(begin, end - begin));
  if (!text) return;
  if (!text->ends_with('\n')) *text += '\n';
  if (!out_.goes_to_pager(*text)) {
    out_.write(*text);
    return;
  }
  screen_.finish(view_.compose_whole(editing_, prompt_, terminal_size()));
  terminal.leave();
  out_.show_long(*text);
  terminal.enter();
}

Line Editor::finish() {
  editing_.search.reset();
  editing_.menu.reset();
  const Frame whole = view_.compose_whole(editing_, prompt_, terminal_size());
  const bool cancelled = editing_.wish == Wish::kCancel;
  screen_.finish(whole, cancelled ? "^C" : "");
  if (cancelled) return {Line::Kind::kCancelled, {}};
  if (editing_.wish == Wish::kLeave) return {Line::Kind::kEnd, {}};
  history_.add(editing_.text());
  return {Line::Kind::kText, editing_.text() + "\n"};
}

std::unique_ptr<LineSource> make_editing_source(lang::Session& session, lang::Output& out, Screen& screen) {
  return std::make_unique<Editor>(session, out, screen);
}

}  // namespace elle::shell
