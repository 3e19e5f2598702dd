#include <algorithm>

#include "lang/edit/editing.h"

#include "shell/edit/commands.h"

namespace elle::shell {

namespace {

using lang::Candidate;
using lang::Completions;

bool inside_character(std::string_view text, size_t offset) {
  return offset < text.size() && lang::continues_character(text[offset]);
}

// What all candidates start with; never a part of a character.
std::string common_start(const std::vector<Candidate>& candidates) {
  std::string start = candidates[0].text;
  for (const auto& [text, about, usable] : candidates) {
    const auto differs = std::mismatch(start.begin(), start.end(), text.begin(), text.end()).first;
    size_t length = static_cast<size_t>(differs - start.begin());
    while (inside_character(start, length)) length--;
    start.resize(length);
  }
  return start;
}

// `gtkWindow`, `gtk_window` and `gtk-window` are the same name.
std::string without_spelling(std::string_view name) {
  std::string letters;
  for (char byte : name)
    if (byte != '-' && byte != '_') letters += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  return letters;
}

// Initials match names that have something else in common, which is no more of what was typed.
bool goes_on(std::string_view typed, std::string_view start) {
  return start.size() > typed.size() && without_spelling(start).starts_with(without_spelling(typed));
}

// Names of files can hold anything.
Completions complete(Editing& editing) {
  Completions found = editing.session.complete(editing.text(), editing.cursor());
  for (Candidate& candidate : found.candidates) {
    candidate.text = lang::safe_text(candidate.text);
    candidate.about = lang::safe_text(candidate.about);
    std::replace(candidate.about.begin(), candidate.about.end(), '\n', ' ');
  }
  return found;
}

void complete_name(Editing& editing) {
  Completions found = complete(editing);
  if (found.candidates.empty()) return;
  const std::string typed = editing.text().substr(found.begin, found.end - found.begin);
  const std::string start = common_start(found.candidates);
  if (found.candidates.size() == 1) return editing.buffer.replace(found.begin, found.end, start);
  const std::string text = editing.text();
  const size_t cursor = editing.cursor();
  if (goes_on(typed, start)) {
    editing.buffer.replace(found.begin, found.end, start);
    found.end = found.begin + start.size();
  }
  editing.menu.emplace(std::move(found), text, cursor);
}

}  // namespace

void tab(Editing& editing) {
  const size_t row = lang::row_begin(editing.text(), editing.cursor());
  const bool at_start = editing.text().find_first_not_of(' ', row) >= editing.cursor();
  if (!at_start) return complete_name(editing);
  if (const auto indentation = editing.facts().indentation(row)) indent_row(editing, *indentation);
}

void menu_next(Editing& editing) { editing.menu->next(); }
void menu_previous(Editing& editing) { editing.menu->previous(); }
void menu_up(Editing& editing) { editing.menu->up(); }
void menu_down(Editing& editing) { editing.menu->down(); }

void menu_take(Editing& editing) {
  const Menu menu = *std::exchange(editing.menu, std::nullopt);
  editing.buffer.replace(menu.found().begin, menu.found().end, menu.selected().text);
}

void menu_cancel(Editing& editing) {
  const Menu menu = *std::exchange(editing.menu, std::nullopt);
  if (menu.text_before() != editing.text()) editing.buffer.set(menu.text_before());
  editing.buffer.move(menu.cursor_before());
}

void menu_narrow(Editing& editing) {
  Completions found = complete(editing);
  const bool other_place = found.begin != editing.menu->found().begin;
  const bool typed_out =
      found.candidates.size() == 1 &&
      found.candidates[0].text == std::string_view(editing.text()).substr(found.begin, found.end - found.begin);
  if (found.candidates.empty() || other_place || typed_out)
    editing.menu.reset();
  else
    editing.menu->renew(std::move(found));
}

}  // namespace elle::shell
