// UTF-8, byte by byte.
#include "lang/text/utf8.h"

#include <cstring>

namespace elle::lang {

namespace {

// The length that a first byte announces; 0 when no character starts like that.
size_t announced_length(uint8_t first) {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;  // a continuation, or an overlong form
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

// The length of the valid character at `offset`, 0 when there is none.
size_t valid_length(std::string_view text, size_t offset) {
  const size_t length = announced_length(static_cast<uint8_t>(text[offset]));
  if (length == 0 || length > text.size() - offset) return 0;
  for (size_t i = 1; i < length; i++)
    if (!is_continuation(text[offset + i])) return 0;
  if (length < 3) return length;
  size_t at = offset;
  const uint32_t c = decode_utf8(text, at);
  return is_code_point(c) && c >= (length == 3 ? 0x800u : 0x10000u) ? length : 0;
}

bool is_ascii_word(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

}  // namespace

void append_utf8(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
  } else {
    if (c < 0x10000) {
      out += static_cast<char>(0xe0 | c >> 12);
    } else {
      out += static_cast<char>(0xf0 | c >> 18);
      out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    }
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
  }
  out += static_cast<char>(0x80 | (c & 0x3f));
}

uint32_t decode_utf8(std::string_view text, size_t& offset) {
  const auto first = static_cast<uint8_t>(text[offset++]);
  if (first < 0x80) return first;
  const int more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
  uint32_t c = first & (0x3f >> more);
  for (int i = 0; i < more; i++) c = c << 6 | (static_cast<uint8_t>(text[offset++]) & 0x3f);
  return c;
}

size_t find_invalid_utf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (text.size() - i >= sizeof(uint64_t) && is_ascii_word(text.data() + i)) {
      i += sizeof(uint64_t);
      continue;
    }
    const size_t length = valid_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

size_t count_characters(std::string_view text) {
  size_t count = 0;
  for (char byte : text) count += !is_continuation(byte);
  return count;
}

size_t offset_of_character(std::string_view text, size_t index) {
  size_t offset = 0;
  while (index > 0 && offset < text.size()) {
    offset++;
    while (offset < text.size() && is_continuation(text[offset])) offset++;
    index--;
  }
  return offset;
}

std::string character_text(uint32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

}  // namespace elle::lang
