#include "lang/bridge/callbacks.h"

#include <algorithm>
#include <cstring>

#include "core/call/va_list.h"

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"
#include "lang/bridge/types.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

std::string description_of(const Runtime& runtime, Value function) {
  if (!function.is(Tag::kClosure)) return print_short(runtime, function);
  const Chunk& chunk = *function.as<Closure>()->chunk;
  const std::string name = chunk.name ? fmt::format("`{}`", chunk.name->view()) : "(fn …)";
  return chunk.span.known() ? fmt::format("{} of {}", name, runtime.sources.place_text(chunk.span)) : name;
}

bool takes(const Chunk& chunk, size_t count) {
  const bool open = chunk.has_rest || !chunk.keys.empty();
  return count >= chunk.required && (open || count <= size_t{chunk.required} + chunk.optional);
}

// A Lisp function that cannot take what C gives would fail at every call: better now.
core::Result<core::Done> check_count(const Bridge& bridge, Value function, size_t count) {
  if (!function.is(Tag::kClosure)) return core::Done{};
  const Chunk& chunk = *function.as<Closure>()->chunk;
  if (takes(chunk, count)) return core::Done{};
  const bool open = chunk.has_rest || !chunk.keys.empty();
  return core::fail(
      core::ErrorKind::kArity,
      fmt::format("C calls {} with {} argument{}, but it takes {}{}.", description_of(bridge.runtime, function), count,
                  count == 1 ? "" : "s", open || chunk.optional ? "at least " : "", chunk.required));
}

}  // namespace

LispCallback::LispCallback(Bridge& bridge, Value function, const core::CallPlan& plan)
    : bridge_(bridge),
      function_(function),
      may_fault_(!function.is(Tag::kClosure) || plan.result.kind == core::StepKind::kRecord) {
  for (const core::Step& step : plan.arguments) may_fault_ |= is_string_result(bridge.types, step.type);
}

struct LispCallback::Guarded {
  LispCallback& callback;
  const core::CallbackEntry& entry;
  const std::byte* frame;
  std::byte* result;
  Result<core::Done> done;

  void run() { done = callback.run_function(entry, frame, result); }
};

// C has called: the arguments become values, the function runs, its value becomes bytes. What goes wrong waits until
// the native call returns; C gets zeroes meanwhile. A fault must not jump past here: C lies below.
void LispCallback::run(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result) {
  Callbacks& callbacks = bridge_.callbacks;
  // After `exit` or an interrupt nothing runs any more.
  if (callbacks.stops_callbacks()) return;
  const Value* const arguments_in_c = bridge_.arguments_in_c;
  Rooted* const rooted = bridge_.runtime.innermost_rooted();
  const bool suspended = callbacks.pending();
  if (suspended) callbacks.suspend_failure();
  Result<core::Done> done = core::Done{};
  if (!may_fault_) {
    done = run_function(entry, frame, result);
  } else {
    Guarded guarded{*this, entry, frame, result, core::Done{}};
    const bool ended = bridge_.run([](void* context) { static_cast<Guarded*>(context)->run(); }, &guarded);
    if (!ended) bridge_.runtime.restore_rooted(rooted);
    done = ended ? guarded.done : Result<core::Done>(bridge_.fault_failure());
  }
  if (suspended) callbacks.restore_failure();
  bridge_.arguments_in_c = arguments_in_c;
  if (done.ok()) return;
  std::memset(result, 0, entry.plan->result.size);
  callbacks.fail(done.error());
}

Result<core::Done> LispCallback::run_function(const core::CallbackEntry& entry, const std::byte* frame,
                                              std::byte* result) {
  const core::CallPlan& plan = *entry.plan;
  Value arguments[16];
  std::vector<Value> many;
  const size_t count = plan.arguments.size();
  Value* values = arguments;
  if (count > std::size(arguments)) {
    many.resize(count);
    values = many.data();
  }
  for (size_t i = 0; i < count; i++)
    values[i] = TRY(read_result(bridge_, plan.arguments[i].type, frame + plan.arguments[i].offset));
  Value returned = TRY(bridge_.vm.call(function_, std::span(values, count)));
  if (plan.result.kind == core::StepKind::kVoid) return core::Done{};
  Objection objection = write_value(bridge_, plan.result.type, result, returned, {.during_call = false});
  if (!objection) return core::Done{};
  return objection_failure(bridge_, fmt::format("The result of the callback {}", entry.description), plan.result.type,
                           *objection);
}

Callbacks::Callbacks(Bridge& bridge) : bridge_(bridge) {
  bridge.runtime.register_roots(this, [this](Marker& marker) {
    for (auto& target : targets_) marker.mark(target->function());
    for (const CopyBack& item : copy_backs_) marker.mark(item.vector);
    if (failure_) marker.mark(failure_->thrown);
    for (const auto& failure : suspended_)
      if (failure) marker.mark(failure->thrown);
  });
}

Callbacks::~Callbacks() { bridge_.runtime.unregister_roots(this); }

// A function that takes no va_list is called as if it were not variadic: its fixed arguments come as they always do.
core::Result<core::CallbackEntry*> Callbacks::make_variadic(Value value, core::TypeId function) {
  core::TypeTable& types = bridge_.types;
  const core::FunctionType signature = types.function_type(function);
  std::vector<core::TypeId> parameters = signature.parameters;
  const bool takes_rest = value.is(Tag::kClosure) && takes(*value.as<Closure>()->chunk, parameters.size() + 1);
  if (!takes_rest) return make(value, types.function(signature.result, parameters));
  if (!va_list_) va_list_ = core::make_va_list_type(types);
  parameters.push_back(va_list_);
  const core::CallPlan* plan = TRY(bridge_.core_plan(types.function(signature.result, parameters)));
  auto target = std::make_unique<LispCallback>(bridge_, value, *plan);
  core::CallbackEntry* entry =
      TRY(bridge_.callback_entries.create_variadic(*plan, *target, description_of(bridge_.runtime, value)));
  targets_.push_back(std::move(target));
  return entry;
}

core::Result<core::CallbackEntry*> Callbacks::make(Value value, core::TypeId function) {
  if (bridge_.types.function_type(function).variadic) return make_variadic(value, function);
  const core::CallPlan* plan = TRY(bridge_.core_plan(function));
  TRY(check_count(bridge_, value, plan->arguments.size()));
  auto target = std::make_unique<LispCallback>(bridge_, value, *plan);
  core::CallbackEntry* entry =
      TRY(bridge_.callback_entries.create(*plan, *target, description_of(bridge_.runtime, value)));
  targets_.push_back(std::move(target));
  return entry;
}

core::Result<core::CallbackEntry*> Callbacks::implicit(Value value, core::TypeId function) {
  const Key key{value.object, function};
  auto known = implicit_.find(key);
  if (known != implicit_.end()) return known->second;
  core::CallbackEntry* entry = TRY(make(value, function));
  implicit_[key] = entry;
  return entry;
}

void Callbacks::release(core::CallbackEntry& entry) {
  auto* target = static_cast<LispCallback*>(entry.target);
  bridge_.callback_entries.release(entry);
  target->forget_function();
}

const core::CallbackEntry* Callbacks::entry_of(Value value) {
  const CallbackBody* body = callback_body(value);
  return body && !body->freed() ? body->entry() : nullptr;
}

// The first failure is what the script sees; a later `exit` or interrupt takes its place.
void Callbacks::fail(Failure failure) {
  if (!failure_ || !bridge_.runtime.catchable(failure)) failure_ = failure;
}

bool Callbacks::stops_callbacks() const { return failure_ && !bridge_.runtime.catchable(*failure_); }

void Callbacks::suspend_failure() {
  suspended_.push_back(failure_);
  failure_.reset();
}

void Callbacks::restore_failure() {
  failure_ = suspended_.back();
  suspended_.pop_back();
}

Failed Callbacks::take_failure() {
  Failure failure = *failure_;
  failure_.reset();
  return Failed(failure);
}

Result<core::Done> Callbacks::finish_copy_backs(size_t mark) {
  const std::vector<CopyBack> items(copy_backs_.begin() + static_cast<ptrdiff_t>(mark), copy_backs_.end());
  copy_backs_.resize(mark);
  for (const CopyBack& item : items) {
    if (!item.array) continue;
    // A callback may have changed the vector's length meanwhile.
    for (uint32_t at = 0; at < std::min(item.count, item.vector->size); at++)
      item.vector->items[at] = TRY(read_result(bridge_, item.element, item.array + at * item.element_size));
  }
  return core::Done{};
}

}  // namespace elle::lang
