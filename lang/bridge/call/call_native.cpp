// CALL PATH 2/4: the door down. Values become bytes in the frame that the plan describes, core enters C (3/4), and the
// result becomes a value.
#include <cstring>

#include "core/call/callback.h"
#include "core/types/type_table.h"

#include "lang/bridge/call/argument_failure.h"
#include "lang/bridge/call/call_failures.h"
#include "lang/bridge/call/native_call.h"
#include "lang/bridge/call/native_functions.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/variadic.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/thread/scratch.h"
#include "lang/bridge/types/types.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::CallPlan;
using core::Step;
using core::StepKind;
using core::TypeId;

namespace {

// The common cases, without a look at the type; false leaves the rest to write_argument.
inline bool write_quickly(const Step& step, Value value, std::byte* slot) {
  int64_t number;
  switch (step.kind) {
    case StepKind::kI32:
      if (!value.is(Tag::kInteger) || value.integer != static_cast<int32_t>(value.integer)) return false;
      number = value.integer;
      break;
    case StepKind::kU32:
      if (!value.is(Tag::kInteger) || value.natural != static_cast<uint32_t>(value.natural)) return false;
      number = value.integer;
      break;
    case StepKind::kI64:
      if (!value.is(Tag::kInteger)) return false;
      number = value.integer;
      break;
    case StepKind::kU64:
      if (!value.is(Tag::kInteger) || value.integer < 0) return false;
      number = value.integer;
      break;
    case StepKind::kF64:
      if (!value.is(Tag::kDouble)) return false;
      std::memcpy(slot, &value.real, sizeof(double));
      return true;
    case StepKind::kPointer:
      if (value.is_nil())
        number = 0;
      else if (value.is(Tag::kPointer) && value.c_type() == step.type)
        number = value.integer;
      else
        return false;
      break;
    default:
      return false;
  }
  std::memcpy(slot, &number, sizeof number);
  return true;
}

// Extends what was written to the low bytes of a slot to all eight: callees compiled by clang trust them.
void extend(const Step& step, std::byte* slot) {
  int64_t number = 0;
  std::memcpy(&number, slot, step.size);
  switch (step.kind) {
    case StepKind::kI8:
      number = static_cast<int8_t>(number);
      break;
    case StepKind::kI16:
      number = static_cast<int16_t>(number);
      break;
    case StepKind::kI32:
      number = static_cast<int32_t>(number);
      break;
    default:
      break;
  }
  std::memcpy(slot, &number, sizeof number);
}

Result<core::Done> write_argument(const NativeCall& call, const Step& step, size_t index, Value value,
                                  std::byte* slot) {
  BridgeContext& bridge = *call.bridge;
  if (const Objection objection = write_value(bridge, step.type, slot, value, {.during_call = true, .argument = true}))
    return argument_failure(call, index, step.type, *objection);
  if (step.size < 8 && step.kind <= StepKind::kU32) extend(step, slot);
  return core::Done{};
}

inline Value read_quickly(const Step& step, const std::byte* result, bool* done) {
  *done = true;
  int64_t number;
  std::memcpy(&number, result, sizeof number);
  switch (step.kind) {
    case StepKind::kVoid:
      return nil();
    case StepKind::kI32:
      return integer(static_cast<int32_t>(number));
    case StepKind::kI64:
      return integer(number);
    case StepKind::kF64: {
      double d;
      std::memcpy(&d, result, sizeof d);
      return real(d);
    }
    default:
      break;
  }
  *done = false;
  return nil();
}

// What C wrote into arrays becomes the items of the vectors that were passed.
Result<core::Done> read_back(BridgeContext& bridge, const std::vector<HeldValue>& items) {
  for (const HeldValue& item : items) {
    if (!item.array) continue;
    auto* const vector = item.value.as<Vector>();
    // A callback may have changed the vector's length meanwhile.
    for (uint32_t at = 0; at < std::min(item.count, vector->size); at++)
      vector->items[at] = TRY(read_result(bridge, item.element, item.array + at * item.element_size));
  }
  return core::Done{};
}

// The scope around one call: its frame and converted arguments in scratch memory, and what it holds, are given back on
// every way out: a refused argument, a result, a C++ exception, the failure of a callback. (A fault jumps past here;
// LispThread::guarded gives back the same.) Once C was entered, what callbacks left behind is settled here and nowhere
// else, so that no later call raises it.
class CallScope {
 public:
  explicit CallScope(BridgeContext& bridge)
      : bridge_(bridge), thread_(*bridge.thread), scratch_(thread_.scratch), held_(thread_.held.count()) {}
  ~CallScope() {
    if (thread_.held.count() != held_) [[unlikely]]
      thread_.held.drop(held_);
  }
  CallScope(const CallScope&) = delete;
  CallScope& operator=(const CallScope&) = delete;

  // After C was entered; `returned` unless a C++ exception came out of it. The first thing that went wrong is the
  // failure: what a callback left, which the exception may follow from, before the exception.
  Result<core::Done> settle(const NativeCall& call, bool returned) {
    const bool nothing_to_do = returned && !thread_.failures.pending() && thread_.held.count() == held_ &&
                               !bridge_.callback_entries.has_reports();
    if (nothing_to_do) [[likely]]
      return core::Done{};
    return settle_slowly(call, returned);
  }

 private:
  Result<core::Done> settle_slowly(const NativeCall& call, bool returned) {
    if (bridge_.callback_entries.has_reports()) {
      std::string text;
      for (const std::string& report : bridge_.callback_entries.take_reports())
        text += (text.empty() ? "" : " ") + report;
      // An interrupt or `exit` that came as well goes first.
      if (!thread_.failures.stops_callbacks()) {
        thread_.failures.forget();
        return bridge_.runtime.fail(ErrorKind::kCallback, text);
      }
    }
    if (thread_.failures.pending()) return thread_.failures.take();
    if (!returned) return bridge_.failures.exception(call);
    return read_back(bridge_, thread_.held.take(held_));
  }

  BridgeContext& bridge_;
  LispThread& thread_;
  ScratchScope scratch_;
  size_t held_;
};

// C runs below, and so may Lisp: this may collect. The values lie on the VM stack, or what they were taken from does.
Result<Value> call_with_plan(VM&, const NativeCall& call, const CallPlan& plan, const Value* values) {
  BridgeContext& bridge = *call.bridge;
  LispThread& thread = *bridge.thread;
  CallScope scope(bridge);
  std::byte* frame = thread.scratch.allocate(plan.frame_size + plan.result_size);
  std::byte* result = frame + plan.frame_size;
  const Step* steps = plan.arguments.data();
  for (size_t i = 0; i < plan.arguments.size(); i++) {
    if (write_quickly(steps[i], values[i], frame + steps[i].offset)) [[likely]]
      continue;
    TRY(write_argument(call, steps[i], i, values[i], frame + steps[i].offset));
  }
  thread.arguments_in_c = values;
  bool returned;
  {
    const core::Away away(thread);
    returned = core::enter_native(thread.guard, call.record, plan, call.address, frame, result);
  }
  TRY(scope.settle(call, returned));
  bool done;
  Value value = read_quickly(plan.result, result, &done);
  if (done && !call.typed_result) [[likely]]
    return value;
  return read_result(bridge, plan.result.type, result);
}

// --- Calls whose number of arguments is not the plan's ------------------------------

Result<Value> call_variadic(VM& vm, const NativeCall& call, Args args) {
  BridgeContext& bridge = *call.bridge;
  std::vector<TypeId> extra;
  std::vector<Value> values(args.values, args.values + args.size());
  for (uint32_t i = call.plan->fixed_count; i < args.size(); i++) {
    const VariadicArgument argument = variadic_argument(bridge, args[i]);
    if (argument.type == core::kNoType) return variadic_failure(call, i, no_variadic_type(bridge, args[i]));
    extra.push_back(argument.type);
    values[i] = argument.value;
  }
  const CallPlan* plan = TRY(plan_of(bridge, call.plan->signature, extra));
  return call_with_plan(vm, call, *plan, values.data());
}

// A vector, list, bytes or C array for an array whose count follows: a count that was left out is filled in.
bool fill_counts(const NativeCall& call, Args args, std::vector<Value>* values) {
  const BridgeContext& bridge = *call.bridge;
  const auto& steps = call.plan->arguments;
  size_t missing = steps.size() - args.size();
  uint32_t next = 0;
  for (size_t i = 0; i < steps.size() && next < args.size(); i++) {
    Value value = args[next++];
    values->push_back(value);
    // A number after a C array, which is often only a part filled, is the script's own count.
    const bool counted = next < args.size() && args[next].is_number();
    const bool array =
        value.is(Tag::kAllocation) && !counted && bridge.types.kind_of(value.c_type()) == core::TypeKind::kArray;
    const bool sequence = array || value.is(Tag::kVector) || value.is(Tag::kPair) || value.is(Tag::kBytes);
    if (!missing || !sequence || i + 1 == steps.size() || steps[i].kind != StepKind::kPointer ||
        !counts_items(bridge.types, steps[i + 1].type))
      continue;
    std::vector<Value> items;
    const size_t count = array                   ? bridge.types.resolved(value.c_type()).count
                         : value.is(Tag::kBytes) ? value.as<Bytes>()->size
                                                 : (sequence_items(value, &items), items.size());
    values->push_back(integer(static_cast<int64_t>(count)));
    i++;
    missing--;
  }
  return values->size() == steps.size() && next == args.size();
}

Result<Value> call_with_other_count(VM& vm, const NativeCall& call, Args args) {
  if (args.size() > call.plan->fixed_count)
    return call.plan->variadic ? call_variadic(vm, call, args) : count_failure(call, args.size());
  std::vector<Value> values;
  if (!fill_counts(call, args, &values)) return count_failure(call, args.size());
  return call_with_plan(vm, call, *call.plan, values.data());
}

}  // namespace

Result<Value> call_native(VM& vm, const NativeFunction& function, Args args) {
  const NativeCall& call = *static_cast<const NativeCall*>(function.target);
  return args.size() == call.plan->arguments.size() ? call_with_plan(vm, call, *call.plan, args.values)
                                                    : call_with_other_count(vm, call, args);
}

}  // namespace elle::lang
