// *1 *2 *3 *e: the values that the prompt showed last, and the last error. They are variables of the language, so a
// script's own definitions of these names are the script's.
#pragma once

#include "lang/runtime/runtime.h"

namespace elle::lang {

class LastValues {
 public:
  // Defines the names, as nil.
  explicit LastValues(Runtime& runtime);

  void add(Value value);
  void add_error(Value error) { error_->value = error; }

 private:
  Cell* first_;
  Cell* second_;
  Cell* third_;
  Cell* error_;
};

}  // namespace elle::lang
