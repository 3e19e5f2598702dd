// The keys of the prompt and what they do: tables that feed the editor and what is told about it.
#pragma once

#include <string>
#include <string_view>

#include "shell/edit/editing.h"
#include "shell/edit/keys.h"

namespace elle::shell {

struct KeyCommand {
  std::string_view keys;  // their names, with spaces between them
  void (*run)(Editing&);
  std::string_view about;  // for people
};

void press(Editing& editing, const Key& key);

// The tables as the documents show them (Markdown, whole lines); a test compares.
std::string keys_help();

// motion_commands.cpp
void to_row_begin(Editing&);
void to_row_end(Editing&);
void to_text_begin(Editing&);
void to_text_end(Editing&);
void back_character(Editing&);
void forward_character(Editing&);
void back_word(Editing&);
void forward_word(Editing&);
void back_form(Editing&);
void forward_form(Editing&);
void up_form(Editing&);
void up(Editing&);
void down(Editing&);

// change_commands.cpp
void enter(Editing&);
void new_row(Editing&);
void indent_row(Editing&, size_t indentation);
void delete_back(Editing&);
void delete_forward_or_leave(Editing&);
void delete_forward(Editing&);
void transpose(Editing&);
void undo(Editing&);
void redo(Editing&);

// kill_commands.cpp
void kill_to_row_end(Editing&);
void kill_to_row_begin(Editing&);
void kill_name_back(Editing&);
void kill_word_back(Editing&);
void kill_word(Editing&);
void kill_form(Editing&);
void yank(Editing&);
void yank_older(Editing&);

// history_commands.cpp
void older_text(Editing&);
void newer_text(Editing&);
void older_with_prefix(Editing&);
void newer_with_prefix(Editing&);
void search_history(Editing&);
void search_older(Editing&);
void search_newer(Editing&);
void search_erase(Editing&);
void search_take(Editing&);
void search_cancel(Editing&);

// menu_commands.cpp
void tab(Editing&);
void menu_next(Editing&);
void menu_previous(Editing&);
void menu_up(Editing&);
void menu_down(Editing&);
void menu_take(Editing&);
void menu_cancel(Editing&);
// After the text has changed: what is offered now, or nothing.
void menu_narrow(Editing&);

}  // namespace elle::shell
