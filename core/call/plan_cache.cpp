// A plan is compiled when a signature is first called, and then stays where it is for as long as the cache: callables,
// callbacks and frames in the middle of a call keep pointers to it.
//
// The key is the function type with the promoted types of what is passed for `...`. Types are interned, so a signature
// that two headers declare has one plan; and since arguments are promoted first (C17 6.5.2.2p7), printf("%d", …) has
// one for a short and an int. A signature that the invoker refuses is not kept: the next call fails with the same
// words.
#include "core/call/plan_cache.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace elle::core {

namespace {

// What a frame on our stack can take; C's own limit for arguments is 127 (C17 5.2.4.1).
constexpr size_t kMostArguments = 1000;
constexpr uint64_t kLargestFrame = 1 << 20;  // bytes

// Lays the arguments of one signature into a frame: each at the next multiple of 8 bytes, or of 16 where its type asks
// for more than 8. That is how the ABI lays out arguments on a stack (3.2.3, "Passing"), and it must stay so: a frame
// written for `...` is given to C as the stack part of a va_list (va_list_of_frame).
class PlanCompiler {
 public:
  PlanCompiler(TypeTable& types, TypeId function) : types_(types), function_(function) {}

  Result<std::unique_ptr<CallPlan>> compile(std::span<const TypeId> extra) {
    const FunctionType& signature = types_.function_type(function_);
    auto plan = std::make_unique<CallPlan>();
    plan->signature = function_;
    plan->fixed_count = static_cast<uint32_t>(signature.parameters.size());
    plan->variadic = signature.variadic;
    if (plan->fixed_count + extra.size() > kMostArguments) {
      return fail(ErrorKind::kArity, fmt::format("A call carries at most {} arguments.", kMostArguments));
    }
    for (TypeId parameter : signature.parameters) plan->arguments.push_back(TRY(argument(parameter)));
    for (TypeId type : extra) plan->arguments.push_back(TRY(argument(type)));
    plan->result = TRY(step(signature.result, 0));
    plan->frame_size = static_cast<uint32_t>(std::max<uint64_t>(16, round_up(frame_end_, 16)));
    plan->result_size = static_cast<uint32_t>(std::max<uint64_t>(16, round_up(plan->result.size, 16)));
    return plan;
  }

 private:
  Result<Step> argument(TypeId type) {
    const uint32_t number = ++arguments_;
    Step made = TRY(step(type, number));
    const bool is_pointer = made.kind == StepKind::kPointer;
    const uint32_t align = is_pointer ? types_.target().pointer.align : TRY(types_.align_of(type));
    frame_end_ = round_up(frame_end_, align > 8 ? 16 : 8);
    made.offset = static_cast<uint32_t>(frame_end_);
    frame_end_ += round_up(made.size, 8);
    if (frame_end_ > kLargestFrame) return refuse(number, "The arguments together are larger than a megabyte.");
    return made;
  }

  Result<Step> step(TypeId type, uint32_t number) {
    auto kind = step_kind_of(types_, type);
    if (!kind.ok()) {
      // Of a struct that is not known it is that what programs want to hear.
      auto refused = refuse(number, kind.error()->message);
      refused.error->kind = kind.error()->kind;
      refused.error->fields = kind.error()->fields;
      return refused;
    }
    Step made{.kind = kind.value(), .type = type};
    if (made.kind == StepKind::kVoid) return made;
    if (made.kind == StepKind::kPointer) {
      made.size = types_.target().pointer.size;
      return made;
    }
    const Extent extent = TRY(types_.extent_of(type));
    if (extent.size > kLargestFrame) return refuse(number, "It is larger than a megabyte.");
    made.size = static_cast<uint32_t>(extent.size);
    return made;
  }

  Failed<std::unique_ptr<Error>> refuse(uint32_t number, const std::string& why) const {
    return cannot_be_passed(types_, function_, number, why);
  }

  TypeTable& types_;
  const TypeId function_;
  uint32_t arguments_ = 0;
  uint64_t frame_end_ = 0;
};

}  // namespace

Result<const CallPlan*> PlanCache::plan(TypeId function, std::span<const TypeId> extra) {
  const TypeId signature = types_.function_of(function);
  if (signature == kNoType)
    return fail(ErrorKind::kType, fmt::format("`{}` is not a function.", types_.text(function)), {},
                {{"expected", "a function"}, {"got", types_.text(function)}});
  assert(extra.empty() || types_.function_type(signature).variadic);
  Key key{signature};
  for (TypeId type : extra) key.push_back(promoted(types_, type));
  const auto known = plans_.find(key);
  if (known != plans_.end()) return static_cast<const CallPlan*>(known->second.get());

  auto made = TRY(PlanCompiler(types_, signature).compile(std::span(key).subspan(1)));
  TRY(invoker_.prepare(types_, *made));
  const CallPlan* plan = made.get();
  plans_.emplace(std::move(key), std::move(made));
  return plan;
}

}  // namespace elle::core
