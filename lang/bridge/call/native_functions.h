// NativeFunctions: the C functions of a session as Lisp values, and the plans of their calls.
#pragma once

#include <deque>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/call/plan.h"

#include "lang/bridge/call/native_call.h"
#include "lang/heap/heap.h"

namespace elle::lang {

class NativeFunctions {
 public:
  explicit NativeFunctions(BridgeContext& bridge) : bridge_(bridge) {}

  // A callable for the C function at `address`. `parameter_names` may be shorter than the parameters.
  Value make(std::string name, void* address, const core::CallPlan* plan, std::vector<std::string> parameter_names);
  // A callable that is entered by `enter`; `target` must live as long as the session.
  Value make_value(NativeEntry enter, NativeTarget& target, std::string_view name);
  // The function at `address`, called as one of this function type. Asked again, the same value.
  Result<Value> at(const std::string& name, void* address, core::TypeId function);

  void mark(Marker& marker) const {
    for (const auto& [key, function] : at_) marker.mark(function);
  }

 private:
  BridgeContext& bridge_;
  // Never moved or taken away: function values, and what is watched while C runs, point into them. A function that is
  // mentioned again, as a macro does at each use, is the same call.
  std::deque<NativeCall> calls_;
  std::map<std::tuple<void*, const core::CallPlan*, std::string>, NativeCall*> known_;
  std::map<std::pair<void*, core::TypeId>, Value> at_;
};

// How a function of this type is called; of a variadic one with further arguments of the types `extra`.
Result<const core::CallPlan*> plan_of(BridgeContext& bridge, core::TypeId function,
                                      std::span<const core::TypeId> extra = {});

}  // namespace elle::lang
