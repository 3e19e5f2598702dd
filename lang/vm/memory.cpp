// Want of memory, as a script sees it: an error of kind :memory, after a collection that could not help.
//
// There are three ways to it. A builtin asked beforehand (Runtime::expect_memory) and was told no; then nothing has
// happened yet, and it is called again if a collection may change the answer. The heap had to use the reserve
// (core/base/memory_reserve.h), and a collection at the next safepoint cannot restore it. Or std::bad_alloc came up
// from below, where even the reserve was not enough, and unwound the C++ code of a builtin to where Lisp called it.
#include "core/base/memory_reserve.h"

#include "lang/vm/call_outside.h"

namespace elle::lang {

// As with a fault in C, the frames are as they were at the call that came to nothing, because whatever can fail saves
// them first, and the error is raised there. An error that cannot even be made ends the process: raising in a frame of
// our caller's would go on in the middle of this one.
Result<Value> VM::execute_with_memory(Frame* entry, Failure raised) {
  Rooted* const rooted = runtime_.innermost_rooted();
  const auto refused = [&] {
    runtime_.restore_rooted(rooted);
    // The collection keeps all registers of the frame that ran; it had no reason to say where they end.
    context_.top = context_.frame->base + context_.frame->chunk().registers;
    return no_memory().error;
  };
  for (;;) {
    try {
      return execute(entry, raised);
    } catch (const std::bad_alloc&) {
      raised = refused();
    } catch (const std::length_error&) {
      raised = refused();
    }
  }
}

// A plain builtin that asks for memory does so before it changes anything.
Result<Value> VM::call_again(const Value* arguments, uint32_t count, Value* top, Result<Value> failed) {
  if (!Runtime::is_of_kind(failed.error(), ErrorKind::kMemory) || !runtime_.take_worth_collecting()) return failed;
  context_.top = top;
  collect(Heap::Thrift::kGiveBack);
  return arguments[-1].as<Builtin>()->entry->plain(runtime_, Args{arguments, count});
}

Failed VM::no_memory() {
  collect(Heap::Thrift::kGiveBack);
  return memory_error();
}

Failed VM::memory_error() {
  try {
    return runtime_.fail(ErrorKind::kMemory, "There is no memory left.", kNextStepWithoutMemory);
  } catch (const std::bad_alloc&) {
    core::end_without_memory(0);
  }
}

}  // namespace elle::lang
