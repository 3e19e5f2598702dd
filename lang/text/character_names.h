// The characters that have a name: `#\space`. Read by the reader, written by the printer.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace elle::lang {

std::optional<uint32_t> character_named(std::string_view name);
// Empty when it has none.
std::string_view character_name(uint32_t c);

}  // namespace elle::lang
