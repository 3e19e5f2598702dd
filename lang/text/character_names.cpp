// Characters that are written by name, #\space.
#include "lang/text/character_names.h"

namespace elle::lang {

namespace {

struct Named {
  uint32_t character;
  std::string_view name;
};

constexpr Named kNamed[] = {
    {0x00, "nul"},    {0x08, "backspace"}, {0x09, "tab"},   {0x0a, "newline"},
    {0x0d, "return"}, {0x1b, "escape"},    {0x20, "space"}, {0x7f, "delete"},
};

}  // namespace

std::optional<uint32_t> character_named(std::string_view name) {
  for (const Named& named : kNamed)
    if (named.name == name) return named.character;
  return std::nullopt;
}

std::string_view character_name(uint32_t c) {
  for (const Named& named : kNamed)
    if (named.character == c) return named.name;
  return {};
}

}  // namespace elle::lang
