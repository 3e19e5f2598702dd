// Numbers of a C enum by name.
#pragma once

#include <cstdint>
#include <string>

#include "core/types/type_table.h"

namespace elle::lang {

// `SDL_QUIT`, or the flags in it, `SDL_WINDOW_SHOWN | SDL_WINDOW_OPENGL | 0x40`; empty when no constant fits.
std::string enum_name(core::TypeTable& types, core::TypeId enumeration, uint64_t value);
// The same with its number behind, `SDL_QUIT (256)`, or the number alone.
std::string enum_text(core::TypeTable& types, core::TypeId enumeration, uint64_t value);

}  // namespace elle::lang
