// One spelling for all spellings: `SDL_CreateWindow`, `sdl-create-window` and `SDL-CREATEWINDOW` fold to
// `sdlcreatewindow`. The declarations file is indexed by folded names, so one probe finds exact and other spellings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace elle::core {

// ASCII lower case, without `_` and `-`. A name of nothing else (`_`, `__`) is kept as it is.
std::string folded_name(std::string_view name);

// The hash of folded_name(name), computed without building it. Part of the file format: changing it changes files.
uint32_t folded_hash(std::string_view name);

// Whether both fold to the same name.
bool same_folded(std::string_view a, std::string_view b);

}  // namespace elle::core
