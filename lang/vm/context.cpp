// Two stacks are reserved: slots for values, and frames. A frame has at least one slot of its own, its closure's, so
// there are never more frames than slots and only the slots are checked.
#include "lang/vm/context.h"

#include <algorithm>
#include <new>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/base/memory_reserve.h"

namespace elle::lang {

namespace {

// Address space only; pages are used as the recursion deepens.
constexpr size_t kStackValues = size_t{4} << 20;
// How far the soft limit runs ahead of the deepest frame.
constexpr size_t kSlack = 4096;
// What is left for C functions and for raising the error when a recursion through C++ is stopped.
constexpr size_t kNativeReserve = 512 * 1024;
constexpr size_t kAssumedNativeStack = size_t{8} << 20;

uintptr_t here() { return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)); }

// Has the stack grow down to `end` now, by a look at what lies there: that takes address space, but no memory. Later
// the system might have none to give (`ulimit -v`), and a stack that cannot grow is a signal in the middle of our own
// code.
void claim_stack(uintptr_t end, size_t size) {
  if (core::has_memory_for(size)) static_cast<void>(*reinterpret_cast<const volatile char*>(end));
}

// The main thread's stack grows as it is used, up to what the system allows. pthread_getattr_np would read
// /proc/self/maps for it, which every start would pay.
uintptr_t main_stack_limit() {
  rlimit limit{};
  const bool known = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  const size_t size = known ? limit.rlim_cur : kAssumedNativeStack;
  const uintptr_t end = here() - (size > 2 * kNativeReserve ? size - kNativeReserve : size / 2);
  if (size <= kAssumedNativeStack) claim_stack(end, size);
  return end;
}

}  // namespace

uintptr_t native_stack_limit() {
  pthread_attr_t attributes;
  if (gettid() == getpid() || pthread_getattr_np(pthread_self(), &attributes) != 0) return main_stack_limit();
  void* low = nullptr;
  size_t size = 0;
  pthread_attr_getstack(&attributes, &low, &size);
  pthread_attr_destroy(&attributes);
  const auto end = reinterpret_cast<uintptr_t>(low);
  return end + std::min(kNativeReserve, (here() - end) / 2);
}

void Context::Unmap::operator()(void* memory) const { munmap(memory, bytes); }

Context::Reservation Context::reserve(size_t bytes) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  return Reservation(memory, Unmap{bytes});
}

Context Context::make() {
  Context made;
  made.values_memory_ = reserve(kStackValues * sizeof(Value));
  made.frames_memory_ = reserve(kStackValues * sizeof(Frame));
  made.stack = static_cast<Value*>(made.values_memory_.get());
  made.stack_end = made.stack + kStackValues;
  made.soft_limit = made.stack + kSlack;
  made.frames = static_cast<Frame*>(made.frames_memory_.get());
  made.native_stack_limit = elle::lang::native_stack_limit();
  made.reset();
  return made;
}

void Context::reset() {
  top = stack;
  frame = frames;
}

// More than is needed, or every call would come by here as a recursion deepens.
bool Context::raise_limit(const Value* needed) {
  if (needed > stack_end) return false;
  soft_limit = std::min(stack + (needed - stack) + kSlack, stack_end);
  return true;
}

// The limit comes down again, so that the next collection need not clear what one deep recursion once used.
void Context::mark_and_clear(Marker& marker) {
  marker.mark_range(stack, static_cast<size_t>(top - stack));
  std::fill(top, soft_limit, nil());
  soft_limit = std::min(top + kSlack, stack_end);
}

}  // namespace elle::lang
