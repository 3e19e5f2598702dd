// Ctrl-C leaves a C function by a jump out of the handler of SIGINT. Nearly always that only loses what the function
// was doing; in the C library it can take the lock of the heap along, and then the next malloc() waits for ever. So a
// thread whose program counter is in the C library is not left, and the next try finds it elsewhere: nobody stays in
// malloc for long.
//
// But a thread that waits in read() or nanosleep() is in the C library, too, and that is what people press Ctrl-C for.
// There the signal has just ended a system call: the instruction before the program counter is `syscall` and its result
// says EINTR. A waiting thread holds no lock of the heap.
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <link.h>
#include <ucontext.h>

#include "core/call/interrupted_code.h"

namespace elle::core {

namespace {

struct CodeRange {
  uintptr_t begin, end;
  bool contains(uintptr_t address) const { return begin <= address && address < end; }
};

// Written once, when handlers are installed; a handler can reach nothing but globals.
constinit CodeRange c_library{0, 0};

int find_allocator(dl_phdr_info* object, size_t, void*) {
  const auto allocator = reinterpret_cast<uintptr_t>(&std::malloc);
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    const uintptr_t begin = object->dlpi_addr + segment.p_vaddr;
    const CodeRange range{begin, begin + segment.p_memsz};
    if (segment.p_type != PT_LOAD || !(segment.p_flags & PF_X) || !range.contains(allocator)) continue;
    c_library = range;
    return 1;
  }
  return 0;
}

// Whether the kernel has just come back from a wait that the signal cut short.
bool was_waiting(uintptr_t at, greg_t result) {
  constexpr unsigned char kSystemCall[] = {0x0f, 0x05};
  return result == -EINTR && std::memcmp(reinterpret_cast<const void*>(at - 2), kSystemCall, 2) == 0;
}

}  // namespace

void locate_c_library() {
  if (c_library.end == 0) dl_iterate_phdr(find_allocator, nullptr);
}

bool can_be_left(const void* context) {
  const auto& registers = static_cast<const ucontext_t*>(context)->uc_mcontext.gregs;
  const auto at = static_cast<uintptr_t>(registers[REG_RIP]);
  return !c_library.contains(at) || was_waiting(at, registers[REG_RAX]);
}

}  // namespace elle::core
