#include "lang/bridge/callbacks.h"

#include <cstring>

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

std::string description_of(const Runtime& runtime, Value function) {
  if (!function.is(Tag::kClosure)) return print_short(runtime, function);
  const Chunk& chunk = *function.as<Closure>()->chunk;
  const std::string name = chunk.name ? fmt::format("`{}`", chunk.name->view()) : "(fn …)";
  return chunk.span.known() ? fmt::format("{} of {}", name, runtime.sources.place_text(chunk.span)) : name;
}

}  // namespace

// C has called: the arguments become values, the function runs, its value becomes bytes. What goes wrong waits until
// the native call returns; C gets zeroes meanwhile.
void LispCallback::run(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result) {
  const core::CallPlan& plan = *entry.plan;
  // After `exit` or an interrupt nothing runs any more.
  if (bridge_.callbacks.pending() && bridge_.callbacks.stops_callbacks()) return;
  Value arguments[16];
  std::vector<Value> many;
  const size_t count = plan.arguments.size();
  Value* values = arguments;
  if (count > std::size(arguments)) {
    many.resize(count);
    values = many.data();
  }
  for (size_t i = 0; i < count; i++) {
    Result<Value> value = read_result(bridge_, plan.arguments[i].type, frame + plan.arguments[i].offset);
    if (!value.ok()) return bridge_.callbacks.fail(value.error());
    values[i] = value.value();
  }
  Result<Value> returned = bridge_.vm.call(function_, std::span(values, count));
  if (!returned.ok()) return bridge_.callbacks.fail(returned.error());
  if (plan.result.kind == core::StepKind::kVoid) return;
  Objection objection = write_value(bridge_, plan.result.type, result, returned.value(), {.during_call = false});
  if (objection) {
    std::memset(result, 0, plan.result.size);
    bridge_.callbacks.fail(objection_failure(bridge_, fmt::format("The result of the callback {}", entry.description),
                                             plan.result.type, *objection)
                               .error);
  }
}

Callbacks::Callbacks(Bridge& bridge) : bridge_(bridge) {
  bridge.runtime.register_roots(this, [this](Marker& marker) {
    for (auto& target : targets_) marker.mark(target->function());
    if (failure_) marker.mark(failure_->thrown);
  });
}

Callbacks::~Callbacks() { bridge_.runtime.unregister_roots(this); }

core::Result<core::CallbackEntry*> Callbacks::make(Value value, core::TypeId function) {
  const core::CallPlan* plan = TRY(bridge_.core_plan(function));
  auto target = std::make_unique<LispCallback>(bridge_, value);
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
  std::erase_if(targets_, [&](auto& owned) { return owned.get() == target; });
}

const core::CallbackEntry* Callbacks::entry_of(Value value) {
  if (!value.is(Tag::kOpaque)) return nullptr;
  auto* body = dynamic_cast<CallbackBody*>(value.as<Opaque>()->body.get());
  return body && !body->freed() ? body->entry() : nullptr;
}

// The first failure is what the script sees; a later `exit` or interrupt takes its place.
void Callbacks::fail(Failure failure) {
  if (!failure_ || !bridge_.runtime.catchable(failure)) failure_ = failure;
}

bool Callbacks::stops_callbacks() const { return failure_ && !bridge_.runtime.catchable(*failure_); }

Failed Callbacks::take_failure() {
  Failure failure = *failure_;
  failure_.reset();
  return Failed(failure);
}

Result<core::Done> Callbacks::finish_copy_backs(size_t mark) {
  for (size_t i = mark; i < copy_backs_.size(); i++) {
    const CopyBack& item = copy_backs_[i];
    for (uint32_t at = 0; at < item.vector->size; at++)
      item.vector->items[at] = TRY(read_result(bridge_, item.element, item.array + at * item.element_size));
  }
  copy_backs_.resize(mark);
  return core::Done{};
}

}  // namespace elle::lang
