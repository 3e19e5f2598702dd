// What stands behind a C function value: its address, and how it is called. The door down, call_native, is declared
// here, so that whoever holds a function value can tell a C function from a macro.
#pragma once

#include <string>
#include <vector>

#include "core/call/guard.h"
#include "core/call/plan.h"

#include "lang/value/native_function.h"

namespace elle::lang {

struct BridgeContext;

struct NativeCall : NativeTarget {
  BridgeContext* bridge = nullptr;
  std::string name;
  core::CodePointer address = nullptr;
  const core::CallPlan* plan = nullptr;      // of a call with the fixed arguments
  std::vector<std::string> parameter_names;  // as the header has them; may be shorter than the parameters
  core::NativeCallRecord record{};           // what is watched while C runs
  bool typed_result = false;                 // a whole number that is more than its bits: a boolean, or of an enum
};

// Checks the arguments, calls the C function behind `function` and returns its result.
Result<Value> call_native(VM& vm, const NativeFunction& function, Args args);

// The C function behind a function value; null for a macro, which has neither address nor plan.
inline const NativeCall* c_function(const NativeFunction& function) {
  return function.enter == call_native ? static_cast<const NativeCall*>(function.target) : nullptr;
}

}  // namespace elle::lang
