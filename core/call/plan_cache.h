// PlanCache: the plans of a session, one per signature, and per list of types passed for `...`.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <vector>

#include "core/call/invoker.h"
#include "core/call/plan.h"

namespace elle::core {

class PlanCache {
 public:
  // Both are borrowed and must outlive the cache.
  PlanCache(TypeTable& types, Invoker& invoker) : types_(types), invoker_(invoker) {}

  // `function` is a function type or a pointer to one. Of a variadic function this is the plan of a call with the fixed
  // arguments alone. The plan lives as long as the cache, at the same address.
  Result<const CallPlan*> plan(TypeId function);

  // With `extra` passed for `...`; default argument promotions are applied here, so that the steps tell what to write.
  // REQUIRES: the function is variadic, or `extra` is empty.
  Result<const CallPlan*> plan(TypeId function, std::span<const TypeId> extra);

 private:
  using Key = std::vector<TypeId>;  // the function type, then the promoted types of the extra arguments

  TypeTable& types_;
  Invoker& invoker_;
  std::map<Key, std::unique_ptr<CallPlan>> plans_;
  std::vector<const CallPlan*> by_function_;  // of plans without extra arguments, by TypeId: the common, fast case
};

}  // namespace elle::core
