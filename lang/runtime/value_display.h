// ValueDisplay: what the prompt shows of values that have to do with C. Implemented by lang/bridge.
#pragma once

#include <string>

#include "lang/value/value.h"

namespace elle::lang {

struct ShowOptions;  // lang/display/show_options.h

class ValueDisplay {
 public:
  virtual ~ValueDisplay() = default;
  // Whole lines; empty when there is no more to say than printing does.
  virtual std::string display(Value value, const ShowOptions& options) const = 0;
};

}  // namespace elle::lang
