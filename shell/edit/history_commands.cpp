#include "shell/edit/commands.h"

namespace elle::shell {

namespace {

// `at` may be one past the last: what was typed before one went back.
void show_text(Editing& editing, size_t at) {
  if (editing.history_at == editing.history.texts().size()) editing.draft = editing.text();
  editing.history_at = at;
  const std::string& text = at < editing.history.texts().size() ? editing.history.texts()[at] : editing.draft;
  editing.buffer.set(text);
}

// The cursor stays behind the prefix, so that the search can go on.
void show_with_prefix(Editing& editing, size_t at, size_t prefix) {
  show_text(editing, at);
  editing.buffer.move(prefix);
  editing.prefix = prefix;
  editing.now = Editing::Did::kPrefixSearch;
}

void end_search(Editing& editing, std::string_view text, size_t cursor) {
  const std::string shown(text);
  editing.search.reset();
  if (shown != editing.text()) editing.buffer.set(shown);
  editing.buffer.move(cursor);
}

}  // namespace

void older_text(Editing& editing) {
  if (editing.history_at > 0) show_text(editing, editing.history_at - 1);
}

void newer_text(Editing& editing) {
  if (editing.history_at < editing.history.texts().size()) show_text(editing, editing.history_at + 1);
}

void older_with_prefix(Editing& editing) {
  const auto& texts = editing.history.texts();
  const size_t length = editing.last == Editing::Did::kPrefixSearch ? editing.prefix : editing.cursor();
  const std::string prefix = editing.text().substr(0, length);
  for (size_t at = editing.history_at; at-- > 0;)
    if (texts[at].starts_with(prefix) && texts[at] != editing.text()) return show_with_prefix(editing, at, length);
  editing.now = editing.last;
}

void newer_with_prefix(Editing& editing) {
  const auto& texts = editing.history.texts();
  const size_t length = editing.last == Editing::Did::kPrefixSearch ? editing.prefix : editing.cursor();
  const std::string prefix = editing.text().substr(0, length);
  for (size_t at = editing.history_at + 1; at < texts.size(); at++)
    if (texts[at].starts_with(prefix) && texts[at] != editing.text()) return show_with_prefix(editing, at, length);
  if (editing.history_at < texts.size() && editing.draft.starts_with(prefix))
    show_with_prefix(editing, texts.size(), length);
}

void search_history(Editing& editing) {
  editing.search.emplace(editing.history.texts(), editing.text(), editing.cursor());
}

void search_older(Editing& editing) { editing.search->older(); }
void search_newer(Editing& editing) { editing.search->newer(); }
void search_erase(Editing& editing) { editing.search->erase_character(); }

void search_take(Editing& editing) {
  const Search found = *editing.search;
  if (!found.found()) return search_cancel(editing);
  end_search(editing, found.text(), found.text().size());
}

void search_cancel(Editing& editing) {
  const Search given_up = *editing.search;
  end_search(editing, given_up.text_before(), given_up.cursor_before());
}

}  // namespace elle::shell
