// C functions as values: each call is described once and kept for the session.
#include "lang/bridge/call/native_functions.h"

#include "core/call/plan_cache.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

Value NativeFunctions::make(std::string name, void* address, const core::CallPlan* plan,
                            std::vector<std::string> parameter_names) {
  NativeCall*& known = known_[{address, plan, name}];
  if (known && known->parameter_names == parameter_names) return make_value(call_native, *known, known->name);
  NativeCall& call = calls_.emplace_back();
  known = &call;
  call.bridge = &bridge_;
  call.name = std::move(name);
  call.address = reinterpret_cast<core::CodePointer>(address);
  call.plan = plan;
  call.parameter_names = std::move(parameter_names);
  call.record = {.name = call.name.c_str(), .context = &call};
  call.typed_result = plan->result.kind != core::StepKind::kPointer &&
                      (bridge_.types.kind_of(plan->result.type) == core::TypeKind::kEnum ||
                       names_boolean(bridge_.types, plan->result.type));
  call.least = plan->fixed_count;
  call.most = plan->variadic ? SIZE_MAX : plan->fixed_count;
  return make_value(call_native, call, call.name);
}

Value NativeFunctions::make_value(NativeEntry enter, NativeTarget& target, std::string_view name) {
  auto* function = bridge_.runtime.heap.make<NativeFunction>(Tag::kNativeFunction);
  function->enter = enter;
  function->target = &target;
  function->name = bridge_.runtime.symbols.intern(name);
  return object_value(Tag::kNativeFunction, function);
}

Result<Value> NativeFunctions::at(const std::string& name, void* address, core::TypeId function) {
  auto known = at_.find({address, function});
  if (known != at_.end()) return known->second;
  Value value = make(name, address, TRY(plan_of(bridge_, function)), {});
  at_[{address, function}] = value;
  return value;
}

Result<const core::CallPlan*> plan_of(BridgeContext& bridge, core::TypeId function,
                                      std::span<const core::TypeId> extra) {
  return bridge.runtime.lift(bridge.plans.plan(function, extra));
}

}  // namespace elle::lang
