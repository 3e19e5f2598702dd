// To C a wide character is an integer. The name of its type tells it, looked for along the typedefs: an `int *` must
// never be taken for a text.
#include "lang/bridge/convert/wide_text.h"

#include <algorithm>

#include "lang/bridge/thread/foreign_memory.h"

namespace elle::lang {

std::optional<Encoding> wide_encoding(const core::TypeTable& types, core::TypeId character) {
  for (core::TypeId type = character; type; type = types[type].target) {
    const core::Type& node = types[type];
    if (node.kind == core::TypeKind::kWideChar || node.kind == core::TypeKind::kChar32) return Encoding::kUtf32;
    if (node.kind == core::TypeKind::kChar16) return Encoding::kUtf16;
    if (node.kind == core::TypeKind::kTypedef) {
      const std::string_view name = types.typedef_name(type);
      if (name == "wchar_t" || name == "char32_t") return Encoding::kUtf32;
      if (name == "char16_t") return Encoding::kUtf16;
    } else if (node.kind != core::TypeKind::kQualified) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

size_t foreign_wide_length(LispThread& thread, const char* text, Encoding wide, size_t limit) {
  const size_t unit = unit_size(wide);
  return touching(thread, Touch::kReading, [=] {
    size_t length = 0;
    while (limit - length >= unit && std::any_of(text + length, text + length + unit, [](char c) { return c != 0; }))
      length += unit;
    return length;
  });
}

}  // namespace elle::lang
