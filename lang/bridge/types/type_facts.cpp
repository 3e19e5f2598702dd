// Facts are kept by type for good, so only what can never change is kept: what has no size yet is looked at anew each
// time, since the next header may complete it.
#include "lang/bridge/types/type_facts.h"

#include "lang/bridge/types/constness.h"
#include "lang/bridge/types/types.h"

namespace elle::lang {

using core::TypeKind;

const TypeFacts& TypeFactsCache::work_out(core::TypeId type) {
  TypeFacts facts;
  facts.kind = types_.kind_of(type);
  facts.resolved = types_.resolve(type);
  facts.element = types_.element_of(type);
  const bool aggregate = facts.kind == TypeKind::kRecord || facts.kind == TypeKind::kArray ||
                         facts.kind == TypeKind::kVector || facts.kind == TypeKind::kFunction;
  auto step = core::step_kind_of(types_, type);
  facts.scalar = !aggregate && step.ok();
  if (facts.scalar) facts.step = step.value();
  facts.boolean = facts.scalar && facts.kind != TypeKind::kPointer && names_boolean(types_, type);
  facts.string = is_string_result(types_, type);
  facts.constant = is_const(types_, type);
  if (auto extent = types_.extent_of(type); extent.ok()) {
    facts.sized = true;
    facts.size = extent.value().size;
    facts.align = extent.value().align;
  } else if (facts.kind != TypeKind::kVoid && facts.kind != TypeKind::kFunction) {
    return incomplete_ = facts;
  }
  if (type >= facts_.size()) facts_.resize(types_.size());
  facts_[type] = std::make_unique<TypeFacts>(facts);
  return *facts_[type];
}

}  // namespace elle::lang
