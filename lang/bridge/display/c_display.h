// What the prompt shows of pointers, C memory, C functions, numbers of C enums, libraries and types.
#pragma once

#include <string>

#include "lang/display/show_options.h"
#include "lang/runtime/value_display.h"

namespace elle::lang {

struct BridgeContext;

class CValueDisplay : public ValueDisplay {
 public:
  explicit CValueDisplay(BridgeContext& bridge) : bridge_(bridge) {}
  std::string display(Value value, const ShowOptions& options) const override;

 private:
  BridgeContext& bridge_;
};

}  // namespace elle::lang
