// What one thread needs to run Lisp: a register stack that never moves, frames, and what hangs from them. The machine
// holds the context of the thread that runs; those of the others wait with their threads, complete, so that the
// collector can mark them.
//
// The stack must not move because C may see a value in it (the bytes of a struct, an argument's text) for as long as a
// call takes, and because the interpreter keeps pointers into it. So it is reserved at its full size at once, which
// costs address space but no memory: pages come as they are touched.
//
//     stack                     top            soft_limit                stack_end
//       | registers of the frames | nothing live | never looked at        |
//
// Below soft_limit a call needs no check beyond one comparison, which also tells the collector how far stale values may
// reach.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "lang/code/chunk.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// Every frame's base lies above the one's before it, so the frames never outnumber the stack's slots.
struct Frame {
  const Instruction* pc;  // where to go on; set before anything that can fail, call out or collect
  Value* base;            // register 0; base[-1] is the closure
  const Value* constants;

  const Chunk& chunk() const { return *base[-1].as<Closure>()->chunk; }
  // The instruction that runs.
  uint32_t instruction() const { return static_cast<uint32_t>(pc - chunk().code.data()) - 1; }
};

struct Context {
  // Empty: nothing can run on it.
  Context() = default;
  // For the calling thread. Address space is all it takes, but when there is none: std::bad_alloc.
  static Context make();

  // Makes room up to `needed`; false when the stack is full.
  bool raise_limit(const Value* needed);
  // Marks what is in use. All above the top is cleared: it may hold what this collection frees, and cleared now it can
  // only ever hold values that are younger, so a later one may mark a frame's registers without knowing which were
  // written.
  void mark_and_clear(Marker& marker);
  // As if nothing had run yet.
  void reset();

  Value* stack = nullptr;  // reserved once, never moved
  Value* stack_end = nullptr;
  Value* soft_limit = nullptr;  // frames below it need no check; all above it is free of stale values at a collection
  Value* top = nullptr;         // first slot free for a call from C++
  Frame* frames = nullptr;
  Frame* frame = nullptr;            // the running one
  uintptr_t native_stack_limit = 0;  // how deep the C stack may grow
  Runtime::Thread thread;            // while it waits

 private:
  struct Unmap {
    size_t bytes;
    void operator()(void* memory) const;
  };
  using Reservation = std::unique_ptr<void, Unmap>;
  static Reservation reserve(size_t bytes);

  Reservation values_memory_, frames_memory_;
};

// The lowest address that C++ code which recurses may reach on the calling thread's stack.
uintptr_t native_stack_limit();

}  // namespace elle::lang
