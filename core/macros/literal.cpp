// Numbers in brackets are paragraphs of C17. Conversion is the C library's (strtod and its like round correctly); what
// C adds is the type.
#include "core/macros/literal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "core/macros/arithmetic.h"

namespace elle::core::macros {
namespace {

bool is_letter(char c, char small) { return (c | 0x20) == small; }
bool begins_with(std::string_view text, char small) {
  return text.size() > 2 && text[0] == '0' && is_letter(text[1], small);
}

bool is_floating(std::string_view text) {
  bool hex = begins_with(text, 'x');
  if (begins_with(text, 'b')) return false;
  return text.find_first_of(hex ? ".pP" : ".eE") != std::string_view::npos;
}

// strtof, strtod and strtold each round once, to the type asked for.
std::optional<Value> floating_value(Scope& scope, std::string_view text) {
  std::string copy(text);
  char* end = nullptr;
  long double real = std::strtold(copy.c_str(), &end);
  std::string_view suffix = end;
  if (suffix.empty()) return make_floating(scope, ScalarKind::kDouble, std::strtod(copy.c_str(), nullptr));
  if (suffix.size() > 1) return std::nullopt;
  if (is_letter(suffix[0], 'l')) return make_floating(scope, ScalarKind::kLongDouble, real);
  if (is_letter(suffix[0], 'f')) return make_floating(scope, ScalarKind::kFloat, std::strtof(copy.c_str(), nullptr));
  return std::nullopt;
}

struct IntegerSuffix {
  bool is_unsigned = false;
  int longs = 0;
};

std::optional<IntegerSuffix> integer_suffix(std::string_view text) {
  IntegerSuffix suffix;
  for (char c : text) {
    if (is_letter(c, 'u') && !suffix.is_unsigned)
      suffix.is_unsigned = true;
    else if (is_letter(c, 'l') && suffix.longs < 2)
      suffix.longs++;
    else
      return std::nullopt;
  }
  return suffix;
}

// 6.4.4.1: the first type of the list that holds the value; only decimal constants never turn unsigned by themselves.
ScalarKind integer_kind(uint64_t value, IntegerSuffix suffix, bool decimal) {
  using enum format::TypeKind;
  static constexpr ScalarKind kKinds[3][2] = {
      {kInt, kUnsignedInt}, {kLong, kUnsignedLong}, {kLongLong, kUnsignedLongLong}};
  for (int longs = suffix.longs; longs < 3; longs++) {
    unsigned bits = longs == 0 ? 32 : 64;
    bool fits_signed = value >> (bits - 1) == 0, fits = bits == 64 || value >> bits == 0;
    if (!suffix.is_unsigned && fits_signed) return kKinds[longs][0];
    if ((suffix.is_unsigned || !decimal) && fits) return kKinds[longs][1];
  }
  return kUnsignedLongLong;  // a decimal past every signed type: compilers warn and take this one
}

// The letter after a backslash, for escapes that are one.
std::optional<char> simple_escape(char c) {
  constexpr std::string_view kFrom = "nrtabfve\\\"'?", kTo = "\n\r\t\a\b\f\v\033\\\"'?";
  size_t i = kFrom.find(c);
  if (i == std::string_view::npos) return std::nullopt;
  return kTo[i];
}

void append_utf8(std::string& bytes, uint32_t code) {
  auto put = [&](uint32_t byte) { bytes += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xc0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xe0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3f));
  } else {
    put(0xf0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3f));
    put(0x80 | (code >> 6 & 0x3f));
  }
  put(0x80 | (code & 0x3f));
}

// Reads up to `most` digits of `base` off the front.
std::optional<uint32_t> take_digits(std::string_view& text, int base, size_t most) {
  uint32_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + std::min(most, text.size()), value, base);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return value;
}

// One escape, its backslash already taken.
bool take_escape(std::string_view& text, std::string& bytes) {
  if (text.empty()) return false;
  char c = text[0];
  if (c >= '0' && c <= '7') {
    auto value = take_digits(text, 8, 3);
    bytes += static_cast<char>(*value);
    return true;
  }
  text.remove_prefix(1);
  if (c == 'x' || c == 'u' || c == 'U') {
    auto value = take_digits(text, 16, c == 'u' ? 4 : 8);
    if (!value) return false;
    if (c == 'x')
      bytes += static_cast<char>(*value);
    else
      append_utf8(bytes, *value);
    return true;
  }
  auto simple = simple_escape(c);
  if (simple) bytes += *simple;
  return simple.has_value();
}

// What stands between the quotes of `text`, escapes taken; the prefix goes to `prefix`.
std::optional<std::string> quoted_bytes(std::string_view text, std::string_view& prefix) {
  size_t open = text.find_first_of("\"'");
  if (open == std::string_view::npos || text.size() < open + 2) return std::nullopt;
  prefix = text.substr(0, open);
  text = text.substr(open + 1, text.size() - open - 2);
  std::string bytes;
  while (!text.empty()) {
    char c = text[0];
    text.remove_prefix(1);
    if (c != '\\')
      bytes += c;
    else if (!take_escape(text, bytes))
      return std::nullopt;
  }
  return bytes;
}

}  // namespace

std::optional<Value> number_value(Scope& scope, std::string_view text) {
  if (is_floating(text)) return floating_value(scope, text);
  int base = 10;
  std::string_view digits = text;
  if (begins_with(text, 'x') || begins_with(text, 'b')) {
    base = is_letter(text[1], 'x') ? 16 : 2;
    digits.remove_prefix(2);
  } else if (text[0] == '0') {
    base = 8;
  }
  uint64_t value = 0;
  const char* last = digits.data() + digits.size();
  auto [end, error] = std::from_chars(digits.data(), last, value, base);
  if (error != std::errc()) return std::nullopt;
  auto suffix = integer_suffix({end, static_cast<size_t>(last - end)});
  if (!suffix) return std::nullopt;
  return make_integer(scope, integer_kind(value, *suffix, base == 10), value);
}

std::optional<Value> character_value(Scope& scope, std::string_view text) {
  std::string_view prefix;
  auto bytes = quoted_bytes(text, prefix);
  if (!bytes || bytes->empty() || bytes->size() > 4) return std::nullopt;
  if (!prefix.empty()) {
    if (bytes->size() > 1) return std::nullopt;  // a wide character past ASCII: left to the C compiler
    ScalarKind kind = prefix == "L" ? ScalarKind::kInt : ScalarKind::kUnsignedInt;
    if (prefix == "u") kind = ScalarKind::kUnsignedShort;
    if (prefix == "u8") kind = ScalarKind::kUnsignedChar;
    return make_integer(scope, kind, static_cast<uint8_t>((*bytes)[0]));
  }
  // One character is a `char` turned int; of several, each moves those before it up (6.4.4.4, as every compiler does).
  uint32_t value = static_cast<uint32_t>(static_cast<int32_t>(static_cast<signed char>((*bytes)[0])));
  for (char c : bytes->substr(1)) value = value << 8 | static_cast<uint8_t>(c);
  return make_integer(scope, ScalarKind::kInt, value);
}

std::optional<std::string> string_bytes(std::string_view text) {
  std::string_view prefix;
  auto bytes = quoted_bytes(text, prefix);
  if (!prefix.empty() && prefix != "u8") return std::nullopt;
  return bytes;
}

}  // namespace elle::core::macros
