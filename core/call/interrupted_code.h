// Where a signal found a thread: whether what runs there may be left for good. Private to core/call.
#pragma once

namespace elle::core {

// Notes where the C library lies in memory. Before the first question.
void locate_c_library();

// False while the code that was interrupted runs inside the C library, unless it waits there for the system: it may
// hold the lock of the heap, which would never be given back. `context` is a signal handler's third argument. Safe in
// signal handlers.
bool can_be_left(const void* context);

}  // namespace elle::core
