#include "lang/read/escape.h"

#include <algorithm>
#include <charconv>

#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

struct Simple {
  char letter;
  char meant;
};

constexpr Simple kSimple[] = {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'0', '\0'}, {'"', '"'}, {'\\', '\\'}};

size_t hexadecimal_prefix(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789abcdefABCDEF"), text.size());
}

// \xHH, always two digits.
Escape parse_byte_escape(std::string_view text) {
  const size_t digits = std::min<size_t>(hexadecimal_prefix(text.substr(2)), 2);
  if (digits < 2) return {std::nullopt, 2 + digits};
  return {parse_code_point(text.substr(2, 2)), 4};
}

// \u{1F600}
Escape parse_braced_escape(std::string_view text) {
  if (!text.substr(2).starts_with('{')) return {std::nullopt, 2};
  const size_t digits = hexadecimal_prefix(text.substr(3));
  if (!text.substr(3 + digits).starts_with('}')) return {std::nullopt, 3 + digits};
  return {parse_code_point(text.substr(3, digits)), 3 + digits + 1};
}

}  // namespace

Escape parse_escape(std::string_view text) {
  const char letter = text[1];
  for (const Simple& simple : kSimple)
    if (simple.letter == letter) return {static_cast<uint32_t>(simple.meant), 2};
  if (letter == 'x') return parse_byte_escape(text);
  if (letter == 'u') return parse_braced_escape(text);
  size_t length = 1;
  decode_utf8(text, length);
  return {std::nullopt, length};
}

std::optional<uint32_t> parse_code_point(std::string_view digits) {
  uint32_t c = 0;
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || !is_code_point(c)) return std::nullopt;
  return c;
}

}  // namespace elle::lang
