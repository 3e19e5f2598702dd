// Numbers of a C enum by name.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/types/type_table.h"

namespace elle::lang {

// Whether an enum of these values is one of flags to be or-ed: several single bits, more than are made of them, and no
// mere counting up, which has as many constants as its greatest is high.
bool are_flags(std::span<const uint64_t> values);

// `SDL_QUIT`, or the flags in it, `SDL_WINDOW_SHOWN | SDL_WINDOW_OPENGL | 0x40`; empty when no constant fits.
std::string enum_name(core::TypeTable& types, core::TypeId enumeration, uint64_t value);
// The same with its number behind, `SDL_QUIT (256)`, or the number alone.
std::string enum_text(core::TypeTable& types, core::TypeId enumeration, uint64_t value);

}  // namespace elle::lang
