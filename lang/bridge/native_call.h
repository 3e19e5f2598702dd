// What stands behind a C function value: its address, and how it is called.
#pragma once

#include <string>
#include <vector>

#include "core/call/guard.h"
#include "core/call/plan.h"

namespace elle::lang {

class Bridge;
class MacroCall;  // lang/bridge/macro_calls.h

class NativeCall {
 public:
  Bridge* bridge = nullptr;
  std::string name;
  core::NativeFunction address = nullptr;
  const core::CallPlan* plan = nullptr;      // of a call with the fixed arguments
  std::vector<std::string> parameter_names;  // as the header has them; may be shorter than the parameters
  core::NativeCallRecord record{};           // marks the call while C runs
  bool typed_result = false;                 // a whole number that is more than its bits: a boolean, or of an enum
  MacroCall* macro = nullptr;                // of a function-like macro, which has no address and no plan
};

}  // namespace elle::lang
