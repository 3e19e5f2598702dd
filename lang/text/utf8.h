// UTF-8, RFC 3629: no surrogates, nothing past U+10FFFF, no overlong forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace elle::lang {

inline constexpr uint32_t kMaxCodePoint = 0x10ffff;

// True for what a string or a character may hold.
inline bool is_code_point(uint32_t c) { return c < 0xd800 || (c > 0xdfff && c <= kMaxCodePoint); }

// Whether a byte goes on with a character that one before it began.
inline bool is_continuation(char byte) { return (static_cast<uint8_t>(byte) & 0xc0) == 0x80; }

// REQUIRES: is_code_point(c).
void append_utf8(std::string& out, uint32_t c);

// The character at `offset`, which moves past it. REQUIRES: valid text, offset < text.size().
uint32_t decode_utf8(std::string_view text, size_t& offset);

// The offset of the first byte that is not part of a valid character; npos when there is none.
size_t find_invalid_utf8(std::string_view text);

// The rest is for valid text.

size_t count_characters(std::string_view text);
// The byte offset of the character with this index, at most text.size().
size_t offset_of_character(std::string_view text, size_t index);
std::string character_text(uint32_t c);

// Calls visit(code point) for each character.
template <class Visit>
void each_character(std::string_view text, Visit visit) {
  for (size_t offset = 0; offset < text.size();) visit(decode_utf8(text, offset));
}

}  // namespace elle::lang
