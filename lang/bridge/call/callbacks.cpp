// The way up. Below lies C, which knows nothing of our errors: what goes wrong is put aside and C goes on with zeroes;
// neither a jump nor an exception may leave LispCallback::run. Only C knows how long it will call a pointer that it was
// given, so the code and the function behind it stay for the session.
#include "lang/bridge/call/callbacks.h"

#include <algorithm>
#include <cstring>

#include "core/base/memory_reserve.h"
#include "core/call/callback.h"
#include "core/call/plan_cache.h"
#include "core/call/va_list.h"
#include "core/types/type_table.h"

#include "lang/bridge/call/call_failures.h"
#include "lang/bridge/call/native_call.h"
#include "lang/bridge/convert/callback_body.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/delivery.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/types.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/value/native_function.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

std::string description_of(const Runtime& runtime, Value function) {
  if (!function.is(Tag::kClosure)) return print_short(runtime.views, function);
  const Chunk& chunk = *function.as<Closure>()->chunk;
  const std::string name = chunk.name ? fmt::format("`{}`", chunk.name->view()) : "(fn …)";
  return chunk.span.known() ? fmt::format("{} of {}", name, runtime.sources.place_text(chunk.span)) : name;
}

// How many arguments a function can be given. C programs write handlers with fewer parameters than they are called
// with, and so may scripts: what is too many is left out.
struct Arity {
  size_t least;
  size_t most;
};

Arity arity_of(Value function) {
  if (function.is(Tag::kNativeFunction)) {
    const NativeTarget& target = *function.as<NativeFunction>()->target;
    return {target.least, target.most};
  }
  if (function.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *function.as<Builtin>()->entry;
    // No maximum is -1, which is the largest number when it has no sign.
    return {static_cast<size_t>(entry.min_args), static_cast<size_t>(entry.max_args)};
  }
  const Chunk& chunk = *function.as<Closure>()->chunk;
  return {chunk.required, chunk.has_rest ? SIZE_MAX : size_t{chunk.required} + chunk.optional};
}

// A function that needs more than C gives would fail at every call: better now.
core::Result<core::Done> check_count(const BridgeContext& bridge, Value function, size_t count) {
  const Arity arity = arity_of(function);
  if (count >= arity.least) return core::Done{};
  return core::fail(
      core::ErrorKind::kArity,
      fmt::format("C calls {} with {} argument{}, but it takes {}{}.", description_of(bridge.runtime, function), count,
                  count == 1 ? "" : "s", arity.most > arity.least ? "at least " : "", arity.least),
      {}, {{"expected", uint64_t{count}}, {"got", uint64_t{arity.least}}});
}

// The whole of what a library's own thread does in the session: it begins and ends with nothing of its own.
class ForeignCall {
 public:
  ForeignCall(VM& vm, BridgeContext& bridge) : vm_(vm), bridge_(bridge), thread_(*bridge.thread) {
    if (is_whole()) vm_.start_thread(thread_.stack_limit());
  }
  // Also when the thread is ended below.
  ~ForeignCall() {
    if (!is_whole()) return;
    vm_.end_thread();
    thread_.drop_calls();
  }
  ForeignCall(const ForeignCall&) = delete;
  ForeignCall& operator=(const ForeignCall&) = delete;

  // False on the session's own thread, and in a callback of what the thread itself calls.
  bool is_whole() const { return &thread_ != &bridge_.own_thread && thread_.depth() == 1; }

 private:
  VM& vm_;
  BridgeContext& bridge_;
  LispThread& thread_;
};

}  // namespace

LispCallback::LispCallback(VM& vm, BridgeContext& bridge, Value function, const core::CallPlan& plan)
    : vm_(vm),
      bridge_(bridge),
      function_(function),
      most_arguments_(arity_of(function).most),
      may_fault_(!function.is(Tag::kClosure) || plan.result.kind == core::StepKind::kRecord) {
  for (const core::Step& step : plan.arguments) may_fault_ |= is_string_result(bridge.types, step.type);
}

struct LispCallback::Guarded {
  LispCallback& callback;
  const core::CallbackEntry& entry;
  const std::byte* frame;
  std::byte* result;
  Result<core::Done> done;

  void run() { done = callback.call_with_memory(entry, frame, result); }
};

// C has called: the arguments become values, the function runs, its value becomes bytes. What goes wrong waits until
// the native call returns, on a library's own thread until one of the session's does; C gets zeroes meanwhile. A fault
// must not jump past here: C lies below.
void LispCallback::run(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result) {
  try {
    visit(entry, frame, result);
  } catch (const std::bad_alloc&) {
    // Not in Lisp, which makes an error of it, but where a failure is put aside.
    core::end_without_memory(0);
  }
}

void LispCallback::visit(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result) {
  LispThread& thread = *bridge_.thread;
  // After `exit` or an interrupt, here or on the session's thread, nothing runs any more.
  if (thread.failures.stops_callbacks() || bridge_.own_thread.failures.stops_callbacks()) return;
  const ForeignCall call(vm_, bridge_);
  const Value* const arguments_in_c = thread.arguments_in_c;
  thread.callbacks++;
  const bool suspended = thread.failures.pending();
  if (suspended) [[unlikely]] {
    if (const std::optional<Failure> overdue = thread.failures.overdue()) bridge_.delivery.show(*overdue);
    thread.failures.suspend();
  }
  const Result<core::Done> done =
      may_fault_ ? call_catching_faults(entry, frame, result) : call_with_memory(entry, frame, result);
  if (suspended) thread.failures.restore(bridge_.runtime);
  thread.callbacks--;
  thread.arguments_in_c = arguments_in_c;
  if (done.ok()) return;
  std::memset(result, 0, entry.plan->result.size);
  if (call.is_whole())
    bridge_.delivery.deliver(done.error(), entry.description);
  else
    thread.failures.fail(bridge_.runtime, done.error());
}

Result<core::Done> LispCallback::call_catching_faults(const core::CallbackEntry& entry, const std::byte* frame,
                                                      std::byte* result) {
  Rooted* const rooted = bridge_.runtime.innermost_rooted();
  Guarded guarded{*this, entry, frame, result, core::Done{}};
  if (bridge_.thread->guarded([](void* context) { static_cast<Guarded*>(context)->run(); }, &guarded))
    return guarded.done;
  bridge_.runtime.restore_rooted(rooted);
  return bridge_.failures.fault();
}

Result<core::Done> LispCallback::call_with_memory(const core::CallbackEntry& entry, const std::byte* frame,
                                                  std::byte* result) {
  return vm_.with_memory([&] { return call_function(entry, frame, result); });
}

Result<core::Done> LispCallback::call_function(const core::CallbackEntry& entry, const std::byte* frame,
                                               std::byte* result) {
  const core::CallPlan& plan = *entry.plan;
  Value arguments[16];
  std::vector<Value> many;
  const size_t count = std::min(plan.arguments.size(), most_arguments_);
  Value* values = arguments;
  if (count > std::size(arguments)) {
    many.resize(count);
    values = many.data();
  }
  for (size_t i = 0; i < count; i++)
    values[i] = TRY(read_result(bridge_, plan.arguments[i].type, frame + plan.arguments[i].offset));
  Value returned = TRY(vm_.call(function_, std::span(values, count)));
  if (plan.result.kind == core::StepKind::kVoid) return core::Done{};
  Objection objection = write_value(bridge_, plan.result.type, result, returned, {.during_call = false});
  if (!objection) return core::Done{};
  return objection_failure(bridge_, fmt::format("The result of the callback {}", entry.description), plan.result.type,
                           *objection);
}

Callbacks::Callbacks(VM& vm, BridgeContext& bridge) : vm_(vm), bridge_(bridge) {
  bridge.runtime.register_roots(this, [this](Marker& marker) {
    for (auto& target : targets_) marker.mark(target->function());
  });
}

Callbacks::~Callbacks() { bridge_.runtime.unregister_roots(this); }

// A function that takes no va_list is called as if it were not variadic: its fixed arguments come as they always do.
core::Result<core::CallbackEntry*> Callbacks::make_variadic(Value value, core::TypeId function) {
  core::TypeTable& types = bridge_.types;
  const core::FunctionType signature = types.function_type(function);
  std::vector<core::TypeId> parameters = signature.parameters;
  const Arity arity = arity_of(value);
  const bool takes_rest =
      value.is(Tag::kClosure) && arity.least <= parameters.size() + 1 && parameters.size() + 1 <= arity.most;
  if (!takes_rest) return make(value, types.function(signature.result, parameters));
  if (!va_list_) va_list_ = core::make_va_list_type(types);
  parameters.push_back(va_list_);
  const core::CallPlan* plan = TRY(bridge_.plans.plan(types.function(signature.result, parameters)));
  LispCallback& target = *targets_.emplace_back(std::make_unique<LispCallback>(vm_, bridge_, value, *plan));
  return bridge_.callback_entries.create_variadic(*plan, target, description_of(bridge_.runtime, value));
}

core::Result<core::CallbackEntry*> Callbacks::make(Value value, core::TypeId function) {
  if (bridge_.types.function_type(function).variadic) return make_variadic(value, function);
  const core::CallPlan* plan = TRY(bridge_.plans.plan(function));
  TRY(check_count(bridge_, value, plan->arguments.size()));
  LispCallback& target = *targets_.emplace_back(std::make_unique<LispCallback>(vm_, bridge_, value, *plan));
  return bridge_.callback_entries.create(*plan, target, description_of(bridge_.runtime, value));
}

core::Result<const void*> Callbacks::code_for(Value value, core::TypeId function) {
  const core::CallbackEntry*& entry = implicit_[Key{value.object, function}];
  if (!entry) entry = TRY(make(value, function));
  return reinterpret_cast<const void*>(entry->code);
}

const void* Callbacks::address_of(const NativeFunction& function) const {
  const NativeCall* call = c_function(function);
  return call ? reinterpret_cast<const void*>(call->address) : nullptr;
}

void Callbacks::release(core::CallbackEntry& entry) {
  auto* target = static_cast<LispCallback*>(entry.target);
  bridge_.callback_entries.release(entry);
  target->forget_function();
}

}  // namespace elle::lang
