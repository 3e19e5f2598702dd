// *1 *2 *3 *e.
#include "lang/display/last_values.h"

namespace elle::lang {

namespace {

// A cell of the prelude, which is never collected.
Cell* variable(Runtime& runtime, std::string_view name, std::string_view docstring) {
  Cell* cell = runtime.prelude->cell(runtime.heap, runtime.symbols.intern(name));
  cell->value = nil();
  cell->docstring = runtime.string(docstring);
  return cell;
}

}  // namespace

LastValues::LastValues(Runtime& runtime)
    : first_(variable(runtime, "*1", "The last value at the prompt.")),
      second_(variable(runtime, "*2", "The value at the prompt before the last.")),
      third_(variable(runtime, "*3", "The third last value at the prompt.")),
      error_(variable(runtime, "*e", "The last error at the prompt; error-message and the like take it apart.")) {}

void LastValues::add(Value value) {
  third_->value = second_->value;
  second_->value = first_->value;
  first_->value = value;
}

}  // namespace elle::lang
