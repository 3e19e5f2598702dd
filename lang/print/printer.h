// Values to text. What lies in C memory only `views` can tell; without them its address is shown.
#pragma once

#include <cstdint>
#include <string>

#include "lang/value/value.h"
#include "lang/value/view_access.h"

namespace elle::lang {

enum class PrintStyle : uint8_t {
  kDisplay,  // for people: strings and characters bare
  kWrite,    // reads back as the same value where it has a readable form
};

// Any depth is fine; a collection inside itself is "…".
std::string print_value(const ViewAccess* views, Value value, PrintStyle style = PrintStyle::kWrite);
// At most `limit` characters, for error texts.
std::string print_short(const ViewAccess* views, Value value, size_t limit = 60);

}  // namespace elle::lang
