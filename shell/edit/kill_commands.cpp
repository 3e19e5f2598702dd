#include "shell/edit/commands.h"

namespace elle::shell {

namespace {

// What is cut in one go is put back in one go.
void kill(Editing& editing, size_t begin, size_t end) {
  if (begin == end) return;
  const bool backwards = end == editing.cursor();
  const auto join = editing.last != Editing::Did::kKill ? KillRing::Join::kNew
                    : backwards                         ? KillRing::Join::kPrepend
                                                        : KillRing::Join::kAppend;
  editing.kills.add(std::string_view(editing.text()).substr(begin, end - begin), join);
  editing.buffer.replace(begin, end, {});
  editing.now = Editing::Did::kKill;
}

}  // namespace

// At the end of a row, the newline.
void kill_to_row_end(Editing& editing) {
  const size_t end = lang::row_end(editing.text(), editing.cursor());
  const bool at_end = end == editing.cursor() && end < editing.text().size();
  kill(editing, editing.cursor(), at_end ? end + 1 : end);
}

void kill_to_row_begin(Editing& editing) {
  kill(editing, lang::row_begin(editing.text(), editing.cursor()), editing.cursor());
}

void kill_name_back(Editing& editing) {
  kill(editing, lang::name_begin(editing.text(), editing.cursor()), editing.cursor());
}

void kill_word_back(Editing& editing) {
  kill(editing, lang::word_begin(editing.text(), editing.cursor()), editing.cursor());
}

void kill_word(Editing& editing) { kill(editing, editing.cursor(), lang::word_end(editing.text(), editing.cursor())); }

void kill_form(Editing& editing) { kill(editing, editing.cursor(), editing.facts().form_end(editing.cursor())); }

void yank(Editing& editing) {
  const std::string* newest = editing.kills.newest();
  if (!newest) return;
  editing.buffer.replace(editing.cursor(), editing.cursor(), *newest);
  editing.now = Editing::Did::kYank;
}

void yank_older(Editing& editing) {
  if (editing.last != Editing::Did::kYank) return;
  const size_t begin = editing.cursor() - editing.kills.newest()->size();
  editing.kills.turn();
  editing.buffer.replace(begin, editing.cursor(), *editing.kills.newest());
  editing.now = Editing::Did::kYank;
}

}  // namespace elle::shell
