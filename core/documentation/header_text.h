// A header's own words: the text of one declaration, found by its place, and the comments that do not stand above it.
//
// The text is read as C without expanding anything: comments, literals and directives are told from code, and brackets
// are counted. That costs about a millisecond for the largest headers and is done when somebody asks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace elle::core {

struct TextRange {
  size_t begin = 0, end = 0;  // bytes
};

// The whole declaration, directive or function with its body that stands at this place (both from 1); nothing when
// there is none.
std::optional<TextRange> declaration_at(std::string_view text, uint32_t line, uint32_t column);

// The comment that follows a declaration on its last line; empty when there is none.
std::string_view comment_beside(std::string_view text, TextRange declaration);

// The comment that follows a declaration on a line of its own and is followed by an empty line: so zlib.h describes its
// functions. With its markers; empty when there is none.
std::string_view comment_below(std::string_view text, TextRange declaration);

// The comment that begins with a declaration of `name`: so zlib.h describes what is a macro in truth.
std::string_view comment_that_declares(std::string_view text, std::string_view name);

}  // namespace elle::core
