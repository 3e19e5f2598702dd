// CallFailures: what is said of calls that C did not come back from as it should.
#pragma once

#include <string>

#include "core/call/guard.h"

#include "lang/value/result.h"

namespace elle::lang {

struct BridgeContext;
struct NativeCall;

class CallFailures {
 public:
  explicit CallFailures(BridgeContext& bridge) : bridge_(bridge) {}

  // The fault that cut short what this thread ran, as an error.
  Failed fault();
  // The C++ exception that left `call`.
  Failed exception(const NativeCall& call);

  // True after a fault inside a C function, or when one was left in the middle: its library may be damaged.
  bool tainted() const { return tainted_; }

 private:
  Failed abandoned(const core::FaultReport& report);
  std::string arguments_text(const NativeCall& call) const;

  BridgeContext& bridge_;
  bool tainted_ = false;
};

}  // namespace elle::lang
