// The words of a C type name. Part of c_type_parser; not for use elsewhere.
#pragma once

#include <string_view>
#include <vector>

namespace elle::core {

enum class CTokenKind : unsigned char { kWord, kNumber, kMark, kEnd };

struct CToken {
  CTokenKind kind;
  std::string_view text;  // of a kMark: one of ( ) [ ] * , or `...`, or a character that has no place in a type
  size_t position;        // of the first character, from 0

  bool is(std::string_view wanted) const { return kind != CTokenKind::kEnd && text == wanted; }
};

// Always ends with one kEnd. `text` is borrowed.
std::vector<CToken> lex_c_type(std::string_view text);

}  // namespace elle::core
