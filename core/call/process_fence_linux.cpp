// membarrier(2), private and expedited: the kernel interrupts each processor that runs a thread of this process, and
// one that runs none has passed a fence in the switch between them.
#include <cstdlib>
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/call/process_fence.h"

namespace elle::core {

namespace {

bool membarrier(int command) { return syscall(SYS_membarrier, command, 0) == 0; }

}  // namespace

bool enable_process_fence() { return membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED); }

void fence_process() {
  if (membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED)) return;
  // A process that was registered is never refused. To go on without the fence would be to run on two threads at once.
  std::abort();
}

}  // namespace elle::core
