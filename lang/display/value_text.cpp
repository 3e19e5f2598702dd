// What stands in a display on one line.
#include "lang/display/value_text.h"

#include "lang/print/printer.h"

namespace elle::lang {

std::string item_text(const Runtime& runtime, Value value, size_t limit) {
  if (value.is(Tag::kInteger) && value.c_type() && runtime.views)
    if (std::string name = runtime.views->enum_name(value); !name.empty()) return name;
  return limit ? print_short(runtime.views, value, limit) : print_value(runtime.views, value);
}

std::string grouped(uint64_t number) {
  std::string text = std::to_string(number);
  for (size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace elle::lang
