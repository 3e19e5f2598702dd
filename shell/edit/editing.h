// All that one prompt edits with. The commands work on it, the view shows it.
#pragma once

#include <optional>
#include <string>

#include "lang/edit/editing.h"
#include "lang/session.h"

#include "shell/edit/history.h"
#include "shell/edit/kill_ring.h"
#include "shell/edit/menu.h"
#include "shell/edit/search.h"
#include "shell/edit/text_buffer.h"

namespace elle::shell {

// What a command asks of the one who reads the keys.
enum class Wish : uint8_t { kGoOn, kRun, kCancel, kLeave, kSuspend, kClearScreen, kDescribe };

struct Editing {
  Editing(lang::Session& with_session, History& with_history) : session(with_session), history(with_history) {}

  const std::string& text() const { return buffer.text(); }
  size_t cursor() const { return buffer.cursor(); }
  // Of the text as it is now.
  const lang::EditedText& facts() {
    if (facts_.text() != text()) facts_.change(text());
    return facts_;
  }
  // An empty text, with what was cut and what was typed earlier still at hand.
  void begin_text() {
    buffer.clear();
    history_at = history.texts().size();
    draft.clear();
    last = now = Did::kOther;
    wish = Wish::kGoOn;
  }

  lang::Session& session;
  History& history;
  TextBuffer buffer;
  KillRing kills;
  std::optional<Menu> menu;
  std::optional<Search> search;
  Wish wish = Wish::kGoOn;

  size_t history_at = 0;  // the text of the history that is shown; as many as there are: none of them
  std::string draft;      // what was typed before one went back

  // What the last command and the current one did, for those that go on with it.
  enum class Did : uint8_t { kOther, kKill, kYank, kMoveByRow, kPrefixSearch };
  Did last = Did::kOther;
  Did now = Did::kOther;
  size_t goal_column = 0;  // of moves by row
  size_t prefix = 0;       // bytes, of a search by prefix

 private:
  lang::EditedText facts_{std::string()};
};

}  // namespace elle::shell
