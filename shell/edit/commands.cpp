#include "shell/edit/commands.h"

#include <span>
#include <utility>

namespace elle::shell {

namespace {

constexpr KeyCommand kEditing[] = {
    {"Enter", enter, "runs a whole text, else begins a row"},
    {"M-Enter", new_row, "begins a row"},
    {"Tab", tab, "completes the name, or indents the row"},
    {"C-a Home", to_row_begin, "to the beginning of the row"},
    {"C-e End", to_row_end, "to the end of the row"},
    {"M-< C-Home", to_text_begin, "to the beginning of the text"},
    {"M-> C-End", to_text_end, "to the end of the text"},
    {"C-b Left", back_character, "back by a character"},
    {"C-f Right", forward_character, "forward by a character"},
    {"M-b C-Left M-Left", back_word, "back by a word"},
    {"M-f C-Right M-Right", forward_word, "forward by a word"},
    {"C-M-b", back_form, "back by a form"},
    {"C-M-f", forward_form, "forward by a form"},
    {"C-M-u", up_form, "to the bracket around the cursor"},
    {"C-p Up", up, "up a row, then to older texts"},
    {"C-n Down", down, "down a row, then to newer texts"},
    {"M-p", older_with_prefix, "to an older text that begins alike"},
    {"M-n", newer_with_prefix, "to a newer one"},
    {"C-r", search_history, "searches older texts"},
    {"Backspace", delete_back, "deletes the character before the cursor"},
    {"Delete", delete_forward, "deletes the character at the cursor"},
    {"C-d", delete_forward_or_leave, "the same; leaves Elle when there is no text"},
    {"C-k", kill_to_row_end, "cuts to the end of the row"},
    {"C-u", kill_to_row_begin, "cuts to the beginning of the row"},
    {"C-w", kill_name_back, "cuts the name before the cursor"},
    {"M-Backspace", kill_word_back, "cuts the word before the cursor"},
    {"M-d", kill_word, "cuts the word after the cursor"},
    {"C-M-k", kill_form, "cuts the form after the cursor"},
    {"C-y", yank, "puts back what was cut"},
    {"M-y", yank_older, "after that: what was cut before it instead"},
    {"C-t", transpose, "exchanges the two characters around the cursor"},
    {"C-_ C-x+C-u", undo, "undoes the last change"},
    {"M-_", redo, "redoes it"},
    {"C-l", [](Editing& editing) { editing.wish = Wish::kClearScreen; }, "clears the screen"},
    {"F1 M-h", [](Editing& editing) { editing.wish = Wish::kDescribe; }, "explains the name at the cursor"},
    {"C-c", [](Editing& editing) { editing.wish = Wish::kCancel; }, "gives the text up; stops what runs"},
    {"C-z", [](Editing& editing) { editing.wish = Wish::kSuspend; }, "suspends Elle"},
};

constexpr KeyCommand kMenu[] = {
    {"Tab Right C-f", menu_next, "to the next one"},
    {"S-Tab Left C-b", menu_previous, "to the one before"},
    {"Down C-n", menu_down, "to the one below"},
    {"Up C-p", menu_up, "to the one above"},
    {"Enter", menu_take, "takes it"},
    {"Escape C-g", menu_cancel, "takes none"},
};

constexpr KeyCommand kSearch[] = {
    {"C-r Up", search_older, "to an older one"},
    {"C-s Down", search_newer, "to a newer one"},
    {"Backspace", search_erase, "takes a character off what is searched"},
    {"Enter", search_take, "takes the text that was found"},
    {"Escape C-g C-c", search_cancel, "gives the search up"},
};

bool names(std::string_view keys, std::string_view name) {
  for (size_t begin = 0; begin <= keys.size();) {
    const size_t end = std::min(keys.find(' ', begin), keys.size());
    if (keys.substr(begin, end - begin) == name) return true;
    begin = end + 1;
  }
  return false;
}

const KeyCommand* find(std::span<const KeyCommand> table, std::string_view name) {
  for (const KeyCommand& command : table)
    if (names(command.keys, name)) return &command;
  return nullptr;
}

bool run(std::span<const KeyCommand> table, Editing& editing, const Key& key) {
  const KeyCommand* command = find(table, key.name);
  if (command) command->run(editing);
  return command != nullptr;
}

// False when the key is none of the search's: it takes what was found, and does what it does.
bool press_in_search(Editing& editing, const Key& key) {
  if (run(kSearch, editing, key)) return true;
  if (key.name == "text") {
    editing.search->type(key.text);
    return true;
  }
  search_take(editing);
  return false;
}

void press_in_text(Editing& editing, const Key& key) {
  editing.last = std::exchange(editing.now, Editing::Did::kOther);
  if (key.name == "text")
    editing.buffer.type(key.text);
  else if (key.name == "paste")
    editing.buffer.replace(editing.cursor(), editing.cursor(), key.text);
  else
    run(kEditing, editing, key);
}

// "C-M-f" as people say it: Ctrl-Alt-F.
std::string spoken(std::string_view key) {
  if (const size_t plus = key.find('+'); plus != key.npos)
    return spoken(key.substr(0, plus)) + " " + spoken(key.substr(plus + 1));
  std::string words;
  for (const auto& [prefix, word] : {std::pair{"C-", "Ctrl-"}, {"M-", "Alt-"}, {"S-", "Shift-"}})
    if (key.size() > 2 && key.starts_with(prefix)) {
      words += word;
      key.remove_prefix(2);
    }
  words += key;
  if (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z') words.back() = static_cast<char>(key[0] - 'a' + 'A');
  return words;
}

std::string spoken_all(std::string_view keys) {
  std::string words;
  for (size_t begin = 0; begin < keys.size();) {
    const size_t end = std::min(keys.find(' ', begin), keys.size());
    words += (words.empty() ? "" : ", ") + spoken(keys.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string table_help(std::string_view heading, std::span<const KeyCommand> table) {
  constexpr size_t kAboutColumn = 34;
  std::string text = std::string(heading) + "\n\n";
  for (const KeyCommand& command : table) {
    std::string row = "    " + spoken_all(command.keys);
    row.resize(std::max(row.size() + 1, kAboutColumn), ' ');
    text += row + std::string(command.about) + "\n";
  }
  return text;
}

}  // namespace

void press(Editing& editing, const Key& key) {
  if (editing.search && press_in_search(editing, key)) return;
  if (editing.menu && run(kMenu, editing, key)) return;
  const bool narrows = editing.menu && (key.name == "text" || key.name == "Backspace");
  if (!narrows) editing.menu.reset();
  press_in_text(editing, key);
  if (narrows) menu_narrow(editing);
}

std::string keys_help() {
  return table_help("At the prompt:", kEditing) + "\n" + table_help("In the menu that Tab opens:", kMenu) + "\n" +
         table_help("While searching older texts:", kSearch);
}

}  // namespace elle::shell
