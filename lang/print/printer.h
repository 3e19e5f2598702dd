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

struct PrintOptions {
  PrintStyle style = PrintStyle::kWrite;
  // Elements of one collection, and nesting, shown before "…"; 0 is no limit. Cycles always end in "…".
  uint32_t max_items = 0;
  uint32_t max_depth = 0;
};

std::string print_value(const ViewAccess* views, Value value, PrintOptions options = {});
// At most `limit` characters, for error texts.
std::string print_short(const ViewAccess* views, Value value, size_t limit = 60);

}  // namespace elle::lang
