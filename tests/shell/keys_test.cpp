// What terminals send, as keys.
#include "shell/edit/keys.h"

#include <doctest/doctest.h>
#include <vector>

namespace elle::shell {

namespace {

// The names of the keys, what is typed or pasted by its text, with spaces between them; a pause at the end.
std::string keys_of(std::string_view bytes) {
  KeyDecoder decoder;
  std::string names;
  const auto add = [&](const std::optional<Key>& key) {
    if (key) names += (names.empty() ? "" : " ") + (key->text.empty() ? key->name : "'" + key->text + "'");
  };
  for (char byte : bytes) add(decoder.take(byte));
  if (decoder.patience_milliseconds() >= 0) add(decoder.give_up());
  return names;
}

}  // namespace

TEST_CASE("keys of xterm, tmux and the Linux console have one name each") {
  CHECK(keys_of("\x1b[A\x1bOA") == "Up Up");
  CHECK(keys_of("\x1b[H\x1bOH\x1b[1~\x1b[7~") == "Home Home Home Home");
  CHECK(keys_of("\x1bOP\x1b[11~\x1b[[A") == "F1 F1 F1");
  CHECK(keys_of("\x1b[1;5D\x1b[1;3C\x1b[3;5~\x1b[Z") == "C-Left M-Right C-Delete S-Tab");
  CHECK(keys_of("\r\n\t\b\x7f\x01\x1f") == "Enter Enter Tab Backspace Backspace C-a C-_");
}

TEST_CASE("Alt is an escape before the key") {
  CHECK(keys_of("\x1b\x66\x1b\x06\x1b\r\x1b\x7f\x1b_") == "M-f C-M-f M-Enter M-Backspace M-_");
}

TEST_CASE("an escape is a key by itself after a pause, or before the next one") {
  CHECK(keys_of("\x1b") == "Escape");
  CHECK(keys_of("\x1b\x1b[A") == "Escape Up");
  CHECK(keys_of("\x1b[") == "M-[");
}

TEST_CASE("Ctrl-X makes one key with the next") {
  CHECK(keys_of("\x18\x15"
                "a") == "C-x+C-u 'a'");
}

TEST_CASE("characters are whole or ignored") {
  CHECK(keys_of("aé日") == "'a' 'é' '日'");
  CHECK(keys_of("\xff\xc3"
                "b\xe2\x82"
                "c\xed\xa0\x80"
                "d") == "'b' 'c' 'd'");
}

TEST_CASE("what no key sends is swallowed whole") {
  CHECK(keys_of("\x1b[200;1;2;3xa") == "'a'");
  CHECK(keys_of("\x1b[?1;2ca") == "'a'");
}

TEST_CASE("a paste is one key, fit to be edited") {
  CHECK(keys_of("\x1b[200~a\tb\r\nc\x1b[Ad\x1b[201~e") == "'a  b\nc[Ad' 'e'");
}

}  // namespace elle::shell
