// The virtual machine: a register stack that never moves, frames, and the loop that runs chunks.
//
// Whoever takes `VM&` may run Lisp code and so may collect; see lang/heap/heap.h for what that asks of its caller.
//
// Where to find what: interpreter.cpp the loop (execute); calls.cpp entering a function; vm.cpp safepoints, switching
// threads and what guards the loop against faults in C; memory.cpp want of memory; errors.cpp and call_stack.cpp who
// handles an error and what it tells; context.h what belongs to one thread.
//
// What must hold, between any two instructions that can fail, call out, collect or take memory:
// - context_.frame is the running frame and its pc the next instruction. Errors find their place and handler by it, and
//   what jumps out of C++ (a fault in C) or unwinds it (std::bad_alloc) goes on from it.
// - context_.top lies above all registers in use. The collector marks up to there and clears what is above.
// - Every slot below it holds a value that was one: stale perhaps, but never freed. So a collection need not know which
//   registers of a frame are in use.
#pragma once

#include <new>
#include <span>
#include <stdexcept>
#include <string>

#include "lang/vm/call_stack.h"
#include "lang/vm/context.h"

namespace elle::lang {

#ifdef ELLE_GC_STRESS
inline constexpr bool kGcStress = true;
#else
inline constexpr bool kGcStress = false;
#endif

// What the machine needs of C; implemented by lang/bridge, so that this folder need not know how.
class NativeSide {
 public:
  virtual ~NativeSide() = default;
  // Runs `body(context)`; false when a fault in C cut it short.
  virtual bool guarded(void (*body)(void*), void* context) = 0;
  // The fault that did, as an error.
  virtual Failed fault_failure() = 0;
  // Fails with what a callback on another thread left for the session's own one, if this is it.
  virtual Result<core::Done> raise_failure_of_others() = 0;
  // The C function that a pointer points to, as the pointer's type says; nil when it is no pointer to a function.
  virtual Result<Value> function_behind(Value pointer) = 0;
};

class VM {
 public:
  explicit VM(Runtime& runtime);
  ~VM();
  VM(const VM&) = delete;
  VM& operator=(const VM&) = delete;

  Runtime& runtime() { return runtime_; }

  // Calls any function value. The arguments need not be rooted; the result is the caller's to root.
  Result<Value> call(Value function, std::span<const Value> arguments);
  Result<Value> call(Value function, std::initializer_list<Value> arguments) {
    return call(function, std::span(arguments.begin(), arguments.size()));
  }

  // Asks the running code to stop with an interrupt error at its next safepoint. Safe in a signal handler.
  void interrupt() { attention_.ask(Attention::kInterrupted); }
  // Forgets an interrupt that came when nothing ran.
  void clear_interrupt() { attention_.forget(Attention::kInterrupted); }

  // Collects now. For the session between forms, and for `(collect-garbage)`.
  void collect(Heap::Thrift thrift = Heap::Thrift::kKeep);

  // Runs `body`, a function that gives a Result. What it finds no memory for is the failure in its place. Around all
  // that may be entered from outside of Lisp, so that std::bad_alloc gets no further: above all not into C.
  template <class Body>
  auto with_memory(Body body) -> decltype(body()) {
    try {
      return body();
    } catch (const std::bad_alloc&) {
      return no_memory();
    } catch (const std::length_error&) {  // of a container: more than there can ever be
      return no_memory();
    }
  }

  // Whether such an interrupt waits to be raised.
  bool interrupted() const { return attention_.asked(Attention::kInterrupted); }

  // Fails with it then. For builtins that wait.
  Result<core::Done> heed_interrupt();

  // What it is to stop for at the next safepoint: kYieldDue asks whoever runs to let other threads go first,
  // kFailureCame to raise_failure_of_others().
  Attention& attention() { return attention_; }
  // The context of the thread that ran is kept in `from`, and that in `to` goes on.
  void switch_context(Context& from, Context& to);
  // Around all that a library's own thread does in one callback; it may be ended in the middle.
  void start_thread(uintptr_t native_stack_limit) { context_.native_stack_limit = native_stack_limit; }
  void end_thread();

  // Set by the bridge for as long as it lives.
  void set_native_side(NativeSide* side) { native_side_ = side; }

  // True when too little of the C stack is left to recurse further.
  bool stack_is_low() const {
    return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < context_.native_stack_limit;
  }

 private:
  Result<Value> run_closure(Value* base, uint32_t count);
  // Three layers, each of which goes on with the next one's frames. Runs until `entry` is the running frame again; with
  // `raised`, that failure is raised in the running frame first. interpreter.cpp
  Result<Value> execute(Frame* entry, Failure raised = {});
  // The same; want of memory below it is raised as an error in the frame that ran. memory.cpp
  Result<Value> execute_with_memory(Frame* entry, Failure raised);
  // The same; a fault in C below it is raised as an error in the frame that called C.
  Result<Value> execute_guarded(Frame* entry);
  // call_outside for callers in C++: a fault in C comes back as a failure, so that they are left as they should be.
  Result<Value> call_guarded(const Value* arguments, uint32_t count);

  // Calls what is no closure: `count` arguments lie at `arguments`, the function before them. `top` is the first slot
  // free. call_outside.h
  Result<Value> call_outside(const Value* arguments, uint32_t count, Value* top);

  // Of a builtin that failed: when it found no memory, collecting may help, and it is called once more.
  Result<Value> call_again(const Value* arguments, uint32_t count, Value* top, Result<Value> failed);

  // Whether the VM must stop at a safepoint.
  bool attention_due() const { return kGcStress || attention_.due(); }

  // Whether entering `chunk` takes more than pushing a frame: if so, `admit` comes first.
  bool needs_care(const Chunk& chunk, const Value* base, uint32_t count) const {
    if (count != chunk.exact_count) [[unlikely]]
      return true;
    if (base + chunk.registers > context_.soft_limit) [[unlikely]]
      return true;
    return attention_due();
  }

  // calls.cpp
  // All that entering a closure may need beyond pushing its frame: room on the stack, a check of the count, parameters
  // laid out, a safepoint. The closure lies at base[-1], `count` arguments from base on.
  Result<core::Done> admit(Value* base, uint32_t count);
  // Lays `count` arguments at `base` out as the parameters of a function that has more than required ones.
  Result<core::Done> bind_parameters(const Chunk& chunk, Value* base, uint32_t count);
  Result<core::Done> bind_keys(const Chunk& chunk, Value* base, std::vector<Value>& extra);
  Failed unexpected_key(Value function, Value argument);
  Failed arity_error(Value function, uint32_t count);
  // What is called is no function, but may be a pointer to one.
  Result<Value> call_pointer(Value value, Args args);
  Failed not_a_function(Value value);
  Failed recursion_error();
  // memory.cpp
  // Collects, and fails with an error of kind :memory.
  Failed no_memory();
  Failed memory_error();

  // errors.cpp
  Result<Value> resolve_global(Cell* cell, Value* top);
  // `set!` on a name that no script defined: a variable of a loaded header gets the value.
  Result<Value> assign_global(Cell* cell, Value value);
  // The frame and handler that take an error raised in frames (entry, top], or null.
  const Handler* find_handler(Failure failure, Frame* entry, Frame** top) const;

  // call_stack.cpp
  // Adds place and call stack to an error that has none.
  void annotate(Failure failure, Frame* top);
  std::unique_ptr<CallStack> call_stack(const Frame* top) const;
  Span place_of(const Frame* top) const;

  Result<core::Done> safepoint(Value* top);
  // Whether preset gcstress collects at this safepoint.
  bool stress_due(const Value* top);

  Runtime& runtime_;
  Attention attention_;
  uint64_t safepoints_ = 0, next_stress_ = 0;  // in preset gcstress
  Context context_;                            // of the thread that runs
  NativeSide* native_side_ = nullptr;
};

}  // namespace elle::lang
