// Safepoints, and what guards the loop: threads that take turns, and faults in C.
#include "lang/vm/vm.h"

#include "lang/vm/call_outside.h"

namespace elle::lang {

namespace {

// In preset gcstress: the safepoints that all collect, and what one of the later ones may cost.
constexpr uint64_t kAllStressed = 4096;
constexpr uint64_t kMarkedPerSafepoint = 1024;

}  // namespace

VM::VM(Runtime& runtime) : runtime_(runtime), context_(Context::make()) {
  runtime_.heap.attention = &attention_;
  runtime_.register_roots(this, [this](Marker& marker) { context_.mark_and_clear(marker); });
}

VM::~VM() {
  runtime_.unregister_roots(this);
  runtime_.heap.attention = nullptr;
}

// At each of the first ones, then the more rarely the longer a script runs and the more there is to mark: every script
// must end.
bool VM::stress_due(const Value* top) {
  if (++safepoints_ < next_stress_) return false;
  const size_t marked = static_cast<size_t>(top - context_.stack) + runtime_.heap.live_bytes() / sizeof(Pair);
  next_stress_ = safepoints_ + 1;
  if (safepoints_ > kAllStressed) next_stress_ += safepoints_ / kAllStressed + marked / kMarkedPerSafepoint;
  return true;
}

// All that was asked for is heeded at once, in an order that loses nothing. A thread that waits goes first: what it
// leaves behind is then collected, and raised, here. An interrupt comes before a collection, which may take long, and
// leaves what else was due to be found again: the limit of the heap is still passed, failures stay delivered.
Result<core::Done> VM::safepoint(Value* top) {
  context_.top = top;
  uint32_t due = attention_.take();
  if (due & Attention::kYieldDue && runtime_.turn) {
    runtime_.turn->let_others_run();
    due |= attention_.take();
  }
  if (due & Attention::kInterrupted) return runtime_.fail(ErrorKind::kInterrupt, "Interrupted.");
  if (due & Attention::kCollectionDue || (kGcStress && stress_due(top))) {
    collect();
    if (runtime_.heap.is_short()) return memory_error();
  }
  if (due & Attention::kFailureCame && native_side_) return native_side_->raise_failure_of_others();
  return core::Done{};
}

Result<core::Done> VM::heed_interrupt() {
  if (attention_.forget(Attention::kInterrupted)) return runtime_.fail(ErrorKind::kInterrupt, "Interrupted.");
  return core::Done{};
}

void VM::collect(Heap::Thrift thrift) {
  runtime_.heap.collect([this](Marker& marker) { runtime_.mark_roots(marker); }, thrift);
}

// The module that runs is kept with the thread; one that comes for the first time starts in that of whom it takes over
// from, since nothing else says what its names mean.
void VM::switch_context(Context& from, Context& to) {
  Module* const module = runtime_.current_module;
  context_.thread = runtime_.thread();
  from = std::exchange(context_, std::exchange(to, Context()));
  if (!context_.thread.module) context_.thread.module = module;
  runtime_.go_on_with(context_.thread);
}

void VM::end_thread() {
  context_.reset();
  runtime_.restore_rooted(nullptr);
}

// A fault jumps out of every C++ scope between C and here without leaving it, so what hangs from the VM is put back.
// The frames are as they were at the call; the error is raised there and may be caught like any other.
Result<Value> VM::execute_guarded(Frame* entry) {
  if (!native_side_) return execute_with_memory(entry, {});
  Rooted* const rooted = runtime_.innermost_rooted();
  struct Run {
    VM* vm;
    Frame* entry;
    Failure raised;
    Result<Value> result;
  } running{this, entry, {}, nil()};
  const auto body = [](void* context) {
    auto& r = *static_cast<Run*>(context);
    r.result = r.vm->execute_with_memory(r.entry, r.raised);
  };
  while (!native_side_->guarded(body, &running)) {
    runtime_.restore_rooted(rooted);
    try {
      running.raised = native_side_->fault_failure().error;
    } catch (const std::bad_alloc&) {
      running.raised = memory_error().error;
    }
  }
  return running.result;
}

// Here no frame of Lisp's lies between C++ and C, so there is none to raise the fault in.
Result<Value> VM::call_guarded(const Value* arguments, uint32_t count) {
  // Builtins that sort and search by a builtin call it often, and hardly any of them can fault.
  const bool enters_c = arguments[-1].is(Tag::kNativeFunction) || arguments[-1].is(Tag::kPointer);
  const auto call_it = [=, this] {
    return with_memory([=, this] { return call_outside(arguments, count, context_.top); });
  };
  if (!native_side_ || !enters_c) return call_it();
  Rooted* const rooted = runtime_.innermost_rooted();
  struct Call {
    decltype(call_it) run;
    Result<Value> result;
  } call{call_it, nil()};
  const auto body = [](void* context) {
    auto& c = *static_cast<Call*>(context);
    c.result = c.run();
  };
  if (native_side_->guarded(body, &call)) return call.result;
  runtime_.restore_rooted(rooted);
  return native_side_->fault_failure();
}

}  // namespace elle::lang
