// What a terminal sends, as keys. Sequences are those of xterm (ctlseqs), which tmux, ssh and the Linux console share
// but for the few that stand in the table of keys.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace elle::shell {

// `name` is "text" for what is typed, "paste" for what is pasted, else the key's: "Enter", "Tab", "Up", with what is
// held down before it in this order: "C-" (Ctrl), "M-" (Alt), "S-" (Shift). Letters are small: "C-M-f". Ctrl-X makes
// one key with the next: "C-x+C-u".
struct Key {
  std::string name;
  std::string text;  // of "text" and "paste": fit to be edited
};

class KeyDecoder {
 public:
  // Nothing while the key is not whole, and for what is no key.
  std::optional<Key> take(char byte);
  // No more came for a while: what came is a key by itself, such as Escape.
  std::optional<Key> give_up();
  // How long to wait for more before `give_up`; -1: for as long as it takes.
  int patience_milliseconds() const;

 private:
  std::optional<Key> take_byte(char byte);
  std::optional<Key> take_pasted(char byte);
  std::optional<Key> take_character();
  std::optional<Key> take_escape();

  std::string pending_;
  bool pasting_ = false;
  bool after_control_x_ = false;
};

}  // namespace elle::shell
