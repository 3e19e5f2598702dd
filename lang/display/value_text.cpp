// What stands in a display on one line.
#include "lang/display/value_text.h"

#include "lang/print/printer.h"

namespace elle::lang {

std::string item_text(const Runtime& runtime, Value value, size_t limit) {
  if (value.is(Tag::kInteger) && value.c_type() && runtime.views)
    if (std::string name = runtime.views->enum_name(value); !name.empty()) return name;
  return limit ? print_short(runtime.views, value, limit) : print_value(runtime.views, value);
}

}  // namespace elle::lang
