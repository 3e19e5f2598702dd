// A memory fence that every running thread of the process executes, asked for by one of them: what lets the others do
// without. The rare side pays for both.
#pragma once

namespace elle::core {

// Must have given true once before fence_process() is called. False where the system has no such thing.
bool enable_process_fence();

// When this returns, each thread of the process has passed through a full fence since it was called.
void fence_process();

}  // namespace elle::core
