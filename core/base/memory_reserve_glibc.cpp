// The reserve itself is malloc'ed and not mapped: so it can be restored from what malloc has been given back, and does
// not need the system to have more.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <malloc.h>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/memory_reserve.h"

namespace elle::core {

namespace {

// What must be there beside the reserve for it to count as restored. Without, the next few allocations would use it up
// again, and collections would follow each other without end.
constexpr size_t kHeadroom = memory_reserve::kBytes;

std::atomic<void*> reserve{nullptr};
std::atomic<bool> is_kept{false};

// Volatile, because a compiler may take malloc and free away together, and with them the answer.
void* (*volatile const take)(size_t) = std::malloc;

// True when there was one.
bool release() {
  void* const memory = reserve.exchange(nullptr);
  if (!memory) return false;
  memory_reserve::used = true;
  std::free(memory);
  return true;
}

void use_reserve_for_new() {
  if (!release()) throw std::bad_alloc();
}

// What `request` gives; null when even the reserve does not help it.
template <class Request>
void* insist(Request request) {
  for (;;) {
    if (void* const memory = request()) return memory;
    if (!release()) return nullptr;
  }
}

void* try_allocate(size_t bytes) {
  return insist([=] { return std::malloc(bytes ? bytes : 1); });
}

void* try_reallocate(void* memory, size_t bytes) {
  return insist([=] { return std::realloc(memory, bytes ? bytes : 1); });
}

bool maps(uint64_t bytes) {
  void* const probe = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED) return false;
  munmap(probe, bytes);
  return true;
}

// Malloc may have what the system no longer has: memory that was freed, but not given back. Never asked for more than
// it holds, because the sanitizers' malloc ends the process over what it takes for nonsense.
bool mallocs(uint64_t bytes) {
  if (mallinfo2().fordblks < bytes) return false;
  void* const probe = take(bytes);
  std::free(probe);
  return probe != nullptr;
}

}  // namespace

bool has_memory_for(uint64_t bytes) {
  if (bytes > SIZE_MAX / 2) return false;
  return bytes == 0 || maps(bytes) || mallocs(bytes);
}

void* allocate(size_t bytes) {
  if (void* const memory = try_allocate(bytes)) return memory;
  throw std::bad_alloc();
}

void* reallocate(void* memory, size_t bytes) {
  if (void* const larger = try_reallocate(memory, bytes)) return larger;
  throw std::bad_alloc();
}

// calloc, where it will do, leaves fresh pages untouched.
void* allocate_zeroed(size_t bytes, size_t align) {
  if (bytes == 0) bytes = 1;
  if (bytes > SIZE_MAX / 2) throw std::bad_alloc();
  const bool aligned_anyway = align <= alignof(std::max_align_t);
  if (!aligned_anyway) bytes = (bytes + align - 1) / align * align;
  void* const memory =
      insist([=] { return aligned_anyway ? std::calloc(1, bytes) : std::aligned_alloc(align, bytes); });
  if (!memory) throw std::bad_alloc();
  if (!aligned_anyway) std::memset(memory, 0, bytes);
  return memory;
}

void* allocate_or_end(size_t bytes) {
  if (void* const memory = try_allocate(bytes)) return memory;
  end_without_memory(bytes);
}

void* reallocate_or_end(void* memory, size_t bytes) {
  if (void* const larger = try_reallocate(memory, bytes)) return larger;
  end_without_memory(bytes);
}

void* allocate_zeroed_or_end(size_t count, size_t bytes_each) {
  const size_t each = bytes_each ? bytes_each : 1;
  if (void* const memory = insist([=] { return std::calloc(count ? count : 1, each); })) return memory;
  end_without_memory(count * each);
}

// Nothing here allocates. Another thread may hold standard output and never let go of it, now that it cannot go on.
void end_without_memory(size_t bytes) {
  char text[160];
  const auto written =
      bytes ? fmt::format_to_n(text, sizeof text, "There is no memory left, not even for {} bytes.\n", bytes)
            : fmt::format_to_n(text, sizeof text, "There is no memory left.\n");
  if (ftrylockfile(stdout) == 0) std::fflush(stdout);
  [[maybe_unused]] const auto said = write(STDERR_FILENO, text, std::min(written.size, sizeof text));
  _exit(1);
}

namespace memory_reserve {

void keep() {
  if (is_kept.exchange(true)) return;
  reserve = take(kBytes);
  std::set_new_handler(use_reserve_for_new);
}

bool restore() {
  if (!is_out()) return true;
  void* const enough = take(kBytes + kHeadroom);
  if (!enough) return false;
  // Shrinking gives the headroom back and leaves the rest where it is.
  void* const shrunk = std::realloc(enough, kBytes);
  void* const kept = shrunk ? shrunk : enough;
  void* nothing = nullptr;
  used = false;
  if (!reserve.compare_exchange_strong(nothing, kept)) std::free(kept);
  return true;
}

}  // namespace memory_reserve

}  // namespace elle::core
