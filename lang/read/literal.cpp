// The text of one token to the value it means, or to what is wrong with it and how it is written right.
#include "lang/read/literal.h"

#include <algorithm>
#include <charconv>

#include "lang/number/number.h"
#include "lang/text/character_names.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// --- Escapes ---

struct Escape {
  std::optional<uint32_t> character;  // nothing: it is not an escape
  size_t length;                      // bytes it takes, or would take
};

// 1 to 6 hexadecimal digits that name a character.
std::optional<uint32_t> parse_code_point(std::string_view digits) {
  uint32_t c = 0;
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || !is_code_point(c)) return std::nullopt;
  return c;
}

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

// REQUIRES: `text` starts with a backslash that is not its last byte.
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

// --- Tokens ---

using Wrong = core::Failed<SyntaxProblem>;

struct Source {
  Runtime& runtime;
  std::string_view text;
  uint32_t begin;

  // A problem with the whole token, or with [from, to) of it.
  Wrong wrong(std::string message, std::string next_step = {}) const {
    return wrong_part(0, text.size(), std::move(message), std::move(next_step));
  }
  Wrong wrong_part(size_t from, size_t to, std::string message, std::string next_step) const {
    const Span span{begin + static_cast<uint32_t>(from), begin + static_cast<uint32_t>(to)};
    return Wrong(SyntaxProblem{span, std::move(message), std::move(next_step)});
  }
};

Literal read_number(const Source& source) {
  if (const auto number = parse_number(source.runtime.heap, source.text)) return *number;
  return source.wrong(fmt::format("`{}` starts like a number but is none.", source.text),
                      "Numbers are written 42, -7, 0xff, 0b1010, 0o17, 1_000_000, 1.5e3; a name cannot start so.");
}

// What follows `#\`.
std::optional<uint32_t> character_meant(std::string_view name) {
  size_t offset = 0;
  const uint32_t first = decode_utf8(name, offset);
  if (offset == name.size()) return first;
  if (const auto named = character_named(name)) return named;
  if (first == 'x') return parse_code_point(name.substr(1));
  if (name.starts_with("u{") && name.ends_with("}")) return parse_code_point(name.substr(2, name.size() - 3));
  return std::nullopt;
}

Literal read_character(const Source& source) {
  if (const auto meant = character_meant(source.text.substr(2))) return character(*meant);
  return source.wrong(
      fmt::format("`{}` is not a character.", source.text),
      "Characters are written #\\a, #\\space, #\\newline, #\\tab, #\\return, #\\nul, #\\x41, #\\u{1F600}.");
}

Literal read_string(const Source& source) {
  const std::string_view body = source.text.substr(1, source.text.size() - 2);
  if (body.find('\\') == body.npos) return source.runtime.string(body);
  std::string meant;
  for (size_t at = 0; at < body.size();) {
    if (body[at] != '\\') {
      meant += body[at++];
      continue;
    }
    const Escape escape = parse_escape(body.substr(at));
    if (!escape.character)
      return source.wrong_part(at + 1, at + 1 + escape.length,
                               fmt::format("`{}` is not an escape.", body.substr(at, escape.length)),
                               "Escapes are \\n \\t \\r \\0 \\\" \\\\ \\xHH and \\u{…}.");
    append_utf8(meant, *escape.character);
    at += escape.length;
  }
  return source.runtime.string(meant);
}

Literal read_symbol(const Source& source) {
  if (source.text == ".") return source.wrong("A lone `.` means nothing.", "Elle has no dotted pairs.");
  return source.runtime.symbol(source.text);
}

Literal read_keyword(const Source& source) {
  if (source.text == ":") return source.wrong("A lone `:` means nothing.", "A keyword is written :name.");
  return source.runtime.keyword(source.text.substr(1));
}

Literal reject_unknown(const Source& source) {
  if (source.text.starts_with("#!")) return source.wrong("`#!` starts a comment only at the very start of a text.");
  if (source.text == "#\\") return source.wrong("`#\\` needs a character after it.");
  if (source.text == "\\") return source.wrong("A lone `\\` means nothing.", "A character is written #\\a.");
  if (source.text.starts_with("#"))
    return source.wrong(fmt::format("`{}` means nothing.", source.text),
                        "With `#` start #t, #f, #\\a, #(vector), #u8(bytes), #;skipped and #| comment |#.");
  return source.wrong(fmt::format("The control character U+{:04X} means nothing here.",
                                  static_cast<unsigned>(static_cast<uint8_t>(source.text[0]))));
}

}  // namespace

Literal read_literal(Runtime& runtime, TokenKind kind, std::string_view text, uint32_t begin) {
  const Source source{runtime, text, begin};
  switch (kind) {
    case TokenKind::kTrue:
    case TokenKind::kTrueWord:
      return boolean(true);
    case TokenKind::kFalse:
    case TokenKind::kFalseWord:
      return boolean(false);
    case TokenKind::kNumber:
      return read_number(source);
    case TokenKind::kCharacter:
      return read_character(source);
    case TokenKind::kString:
      return read_string(source);
    case TokenKind::kSymbol:
      return read_symbol(source);
    case TokenKind::kKeyword:
      return read_keyword(source);
    case TokenKind::kUnknown:
      return reject_unknown(source);
    default:
      return nil();
  }
}

}  // namespace elle::lang
