// The escapes of string literals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace elle::lang {

struct Escape {
  std::optional<uint32_t> character;  // nothing: it is not an escape
  size_t length;                      // bytes it takes, or would take
};

// REQUIRES: `text` starts with a backslash that is not its last byte.
Escape parse_escape(std::string_view text);

// 1 to 6 hexadecimal digits that name a character.
std::optional<uint32_t> parse_code_point(std::string_view digits);

}  // namespace elle::lang
