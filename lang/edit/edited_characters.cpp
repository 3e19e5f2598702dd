// Characters, words and rows as a cursor steps over them.
#include <algorithm>

#include "lang/edit/editing.h"
#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

constexpr std::string_view kTab = "  ";

bool is_ascii(char byte) { return static_cast<uint8_t>(byte) < 0x80; }
bool is_control(uint32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029; }
bool is_flag_letter(uint32_t c) { return c >= 0x1f1e6 && c <= 0x1f1ff; }
// What is added to a letter (an accent, say) takes no column of its own.
bool is_word(uint32_t c) { return is_letter(c) || is_digit(c) || character_width(c) == 0; }
bool ends_name(char byte) { return std::string_view(" \n()[]{}\"'`,;").find(byte) != std::string_view::npos; }

size_t character_before(std::string_view text, size_t offset) {
  do offset--;
  while (offset > 0 && is_continuation(text[offset]));
  return offset;
}

}  // namespace

bool continues_character(char byte) { return is_continuation(byte); }

Grapheme grapheme_at(std::string_view text, size_t offset) {
  // Most of a text: nothing joins two ASCII characters but the \r\n that no edited text holds.
  if (is_ascii(text[offset]) && (offset + 1 == text.size() || is_ascii(text[offset + 1])))
    return {offset + 1, text[offset] == '\n' ? 0u : 1u};
  size_t first_end = offset;
  const uint32_t first = decode_utf8(text, first_end);
  const size_t end = grapheme_end(text, offset);
  // Two letters that make a flag are narrow each, the flag is not.
  if (is_flag_letter(first) && end > first_end) return {end, 2};
  return {end, static_cast<size_t>(std::max(character_width(first), 0))};
}

size_t grapheme_before(std::string_view text, size_t offset) {
  if (is_ascii(text[offset - 1])) return offset - 1;
  // Where graphemes begin is known from the beginning of the row on.
  size_t begin = row_begin(text, offset);
  for (size_t end = begin; end < offset; end = grapheme_at(text, end).end) begin = end;
  return begin;
}

size_t text_columns(std::string_view text) {
  size_t columns = 0;
  for (size_t offset = 0; offset < text.size();) {
    const Grapheme grapheme = grapheme_at(text, offset);
    columns += grapheme.columns;
    offset = grapheme.end;
  }
  return columns;
}

size_t word_end(std::string_view text, size_t offset) {
  bool inside = false;
  while (offset < text.size()) {
    size_t next = offset;
    const bool word = is_word(decode_utf8(text, next));
    if (inside && !word) break;
    inside = word;
    offset = next;
  }
  return offset;
}

size_t word_begin(std::string_view text, size_t offset) {
  bool inside = false;
  while (offset > 0) {
    const size_t begin = character_before(text, offset);
    size_t at = begin;
    const bool word = is_word(decode_utf8(text, at));
    if (inside && !word) break;
    inside = word;
    offset = begin;
  }
  return offset;
}

size_t name_begin(std::string_view text, size_t offset) {
  while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\n')) offset--;
  const size_t end = offset;
  while (offset > 0 && !ends_name(text[offset - 1])) offset--;
  return offset == end && offset > 0 ? offset - 1 : offset;
}

std::pair<size_t, size_t> name_around(std::string_view text, size_t offset) {
  size_t begin = offset, end = offset;
  while (begin > 0 && !ends_name(text[begin - 1])) begin--;
  while (end < text.size() && !ends_name(text[end])) end++;
  return {begin, end};
}

size_t row_begin(std::string_view text, size_t offset) {
  const size_t newline = offset == 0 ? text.npos : text.rfind('\n', offset - 1);
  return newline == text.npos ? 0 : newline + 1;
}

size_t row_end(std::string_view text, size_t offset) { return std::min(text.find('\n', offset), text.size()); }

std::string safe_text(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const size_t valid = std::min(find_invalid_utf8(bytes), bytes.size());
    char32_t previous = 0;
    each_character(bytes.substr(0, valid), [&](uint32_t c) {
      if (c == '\r' || (c == '\n' && previous != '\r'))
        text += '\n';
      else if (c == '\t')
        text += kTab;
      else if (!is_control(c))
        append_utf8(text, c);
      previous = c;
    });
    bytes.remove_prefix(std::min(valid + 1, bytes.size()));
  }
  return text;
}

}  // namespace elle::lang
