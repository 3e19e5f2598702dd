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

  // `function` is a function type or a pointer to one; `extra` is passed for `...`, with the default argument
  // promotions applied here, so that the steps tell what to write. The plan lives as long as the cache, at the same
  // address. REQUIRES: the function is variadic, or `extra` is empty.
  Result<const CallPlan*> plan(TypeId function, std::span<const TypeId> extra = {});

 private:
  using Key = std::vector<TypeId>;  // the function type, then the promoted types of the extra arguments

  TypeTable& types_;
  Invoker& invoker_;
  std::map<Key, std::unique_ptr<CallPlan>> plans_;
};

}  // namespace elle::core
