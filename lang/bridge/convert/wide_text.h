// Texts of characters wider than a byte: wchar_t and char32_t are UTF-32, char16_t is UTF-16.
#pragma once

#include <optional>

#include "core/types/type_table.h"

#include "lang/text/encoding.h"

namespace elle::lang {

class LispThread;

// Of a character type by its name: in C they are typedefs of integers. Nothing for any other type.
std::optional<Encoding> wide_encoding(const core::TypeTable& types, core::TypeId character);

// Bytes of one unit: 2 or 4.
inline size_t unit_size(Encoding wide) { return wide == Encoding::kUtf16 ? 2 : 4; }

// The bytes of the text there, which may be anybody's memory, before the unit that is 0; at most `limit`.
size_t foreign_wide_length(LispThread& thread, const char* text, Encoding wide, size_t limit);

}  // namespace elle::lang
