// The special forms and macros of the language by name, for laying out and colouring a text that is still being typed.
#pragma once

#include <cstdint>
#include <string_view>

namespace elle::lang {

enum class KnownForm : uint8_t {
  kNone,     // a call, as far as a text can say
  kBody,     // what follows is a body, two columns in
  kAligned,  // what follows stands below the first argument
};

KnownForm known_form(std::string_view name);

}  // namespace elle::lang
