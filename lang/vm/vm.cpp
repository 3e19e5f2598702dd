#include "lang/vm/vm.h"

#include <algorithm>
#include <cstdlib>
#include <sys/mman.h>
#include <sys/resource.h>

#include "lang/vm/call_outside.h"

namespace elle::lang {

namespace {

// Address space only; pages are used as the recursion deepens.
constexpr size_t kStackValues = size_t{4} << 20;
// How far the soft limit runs ahead of the deepest frame.
constexpr size_t kSlack = 4096;
// What is left for C functions and for raising the error when a recursion through C++ is stopped.
constexpr size_t kNativeReserve = 512 * 1024;
// In preset gcstress: the safepoints that all collect, and what one of the later ones may cost.
constexpr uint64_t kAllStressed = 4096;
constexpr uint64_t kMarkedPerSafepoint = 1024;
constexpr size_t kAssumedNativeStack = size_t{8} << 20;

void* reserve(size_t bytes) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) std::abort();  // no address space: nothing can run
  return memory;
}

uintptr_t native_stack_limit() {
  rlimit limit{};
  const bool known = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  const size_t size = known ? limit.rlim_cur : kAssumedNativeStack;
  const auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  return here - (size > 2 * kNativeReserve ? size - kNativeReserve : size / 2);
}

}  // namespace

VM::VM(Runtime& runtime) : runtime_(runtime) {
  stack_ = static_cast<Value*>(reserve(kStackValues * sizeof(Value)));
  stack_end_ = stack_ + kStackValues;
  top_ = stack_;
  soft_limit_ = stack_ + kSlack;
  frames_ = static_cast<Frame*>(reserve(kStackValues * sizeof(Frame)));
  frame_ = frames_;
  native_stack_limit_ = native_stack_limit();
  runtime_.heap.attention = &attention_;
  runtime_.register_roots(this, [this](Marker& marker) { mark_roots(marker); });
}

VM::~VM() {
  runtime_.unregister_roots(this);
  runtime_.heap.attention = nullptr;
  munmap(stack_, kStackValues * sizeof(Value));
  munmap(frames_, kStackValues * sizeof(Frame));
}

bool VM::raise_limit(Value* needed) {
  if (needed > stack_end_) return false;
  soft_limit_ = std::min(needed + kSlack, stack_end_);
  return true;
}

// At each of the first ones, then the more rarely the longer a script runs and the more there is to mark: every script
// must end.
bool VM::stress_due(const Value* top) {
  if (++safepoints_ < next_stress_) return false;
  const size_t marked = static_cast<size_t>(top - stack_) + runtime_.heap.live_bytes() / sizeof(Pair);
  next_stress_ = safepoints_ + 1;
  if (safepoints_ > kAllStressed) next_stress_ += safepoints_ / kAllStressed + marked / kMarkedPerSafepoint;
  return true;
}

Result<core::Done> VM::safepoint(Value* top) {
  const uint32_t due = attention_.exchange(0, std::memory_order_relaxed);
  if (due & kInterrupted) return runtime_.fail(ErrorKind::kInterrupt, "Interrupted.");
  if (due & kCollectionDue || (kGcStress && stress_due(top))) {
    top_ = top;
    collect();
  }
  return core::Done{};
}

void VM::collect() {
  runtime_.heap.collect([this](Marker& marker) { runtime_.mark_roots(marker); });
  // Slots above the top may hold what was just freed. Cleared now, they can only ever hold values that are younger than
  // this collection, so a later one may mark a frame's registers without knowing which were written.
  std::fill(top_, soft_limit_, nil());
  soft_limit_ = std::min(std::max(top_ + kSlack, stack_ + kSlack), stack_end_);
}

void VM::mark_roots(Marker& marker) { marker.mark_range(stack_, static_cast<size_t>(top_ - stack_)); }

// A fault jumps out of every C++ scope between C and here without leaving it, so what hangs from the VM is put back.
// The frames are as they were at the call; the error is raised there and may be caught like any other.
Result<Value> VM::run_guarded(Frame* entry) {
  if (!fault_barrier_) return run(entry);
  Rooted* const rooted = runtime_.innermost_rooted();
  struct Run {
    VM* vm;
    Frame* entry;
    Failure raised;
    Result<Value> result;
  } running{this, entry, {}, nil()};
  const auto body = [](void* context) {
    auto& r = *static_cast<Run*>(context);
    r.result = r.vm->run(r.entry, r.raised);
  };
  while (!fault_barrier_->run(body, &running)) {
    runtime_.restore_rooted(rooted);
    running.raised = fault_barrier_->fault_failure().error;
  }
  return running.result;
}

Result<Value> VM::call_guarded(const Value* arguments, uint32_t count) {
  // Builtins that sort and search by a builtin call it often, and hardly any of them can fault.
  const bool enters_c = arguments[-1].is(Tag::kNativeFunction) || arguments[-1].is(Tag::kPointer);
  if (!fault_barrier_ || !enters_c) return call_outside(arguments, count, top_);
  Rooted* const rooted = runtime_.innermost_rooted();
  struct Call {
    VM* vm;
    const Value* arguments;
    uint32_t count;
    Result<Value> result;
  } call{this, arguments, count, nil()};
  const auto body = [](void* context) {
    auto& c = *static_cast<Call*>(context);
    c.result = c.vm->call_outside(c.arguments, c.count, c.vm->top_);
  };
  if (fault_barrier_->run(body, &call)) return call.result;
  runtime_.restore_rooted(rooted);
  return fault_barrier_->fault_failure();
}

}  // namespace elle::lang
