// What happens when there is no memory.
//
// A process that is refused memory (`ulimit -v`, a small machine without overcommitment) must not die of it: a script
// that asked for too much gets an error it can catch. Three things together see to that.
//
// 1. Whoever is about to take a lot, by a size that a script names, asks first: has_memory_for. The answer is an error
//    with the size in it, and nothing has happened yet.
// 2. What nobody asks for beforehand (a list cell, a name, a growing std::vector) comes from malloc, and when that
//    refuses, from the reserve: memory set aside when the first session began, never touched, given back to malloc
//    now. The work in progress goes on as if nothing had been. Whoever can collect garbage sees that the reserve is
//    out, collects, and restores it, or says that memory is short while there is still some to say it with.
// 3. When even that is not enough, std::bad_alloc is thrown, as operator new does anyway. This is the one exception
//    that passes through code of ours. It is caught where Lisp is entered and where C calls back (VM::with_memory), so
//    never passes through C, and becomes the same error there. Whatever code it passes through must therefore leave
//    what outlives the call as it was or as it is to be, but never between: take memory first, then change things.
//
// C code that cannot be told no (GMP, tree-sitter) is given allocate_or_end: past the reserve the process ends with a
// message and status 1, never by a signal.
//
// The reserve belongs to the process, as memory does: sessions share it. Any thread may take from it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace elle::core {

// Whether the system has that many bytes for us now, the reserve not counted. Takes nothing. Not for small requests: it
// asks the kernel.
bool has_memory_for(uint64_t bytes);

// As malloc and realloc, freed with free; std::bad_alloc when even the reserve is not enough. What `memory` held is
// unchanged then.
[[nodiscard]] void* allocate(size_t bytes);
[[nodiscard]] void* reallocate(void* memory, size_t bytes);
// Zeroed, at an address that is a multiple of `align`, a power of two.
[[nodiscard]] void* allocate_zeroed(size_t bytes, size_t align);
// The same, but end_without_memory in place of the exception.
[[nodiscard]] void* allocate_or_end(size_t bytes);
[[nodiscard]] void* reallocate_or_end(void* memory, size_t bytes);
[[nodiscard]] void* allocate_zeroed_or_end(size_t count, size_t bytes_each);

// Says so on standard error, writes out what standard output holds, and ends the process with status 1.
[[noreturn]] void end_without_memory(size_t bytes);

namespace memory_reserve {

// Big enough for what happens between two safepoints of a script, and for an error with its call stack.
inline constexpr size_t kBytes = size_t{8} << 20;

// Keeps one from now on, and has operator new use it. Calling it again is harmless.
void keep();
// Whether it was used, and not restored since.
inline bool is_out();
// True when it is there (again). False when memory is still too short to set it aside and have some to work with.
bool restore();

// Not for others: a word to look at, so that looking costs nothing where memory is taken often.
inline std::atomic<bool> used{false};
inline bool is_out() { return used.load(std::memory_order_relaxed); }

}  // namespace memory_reserve

}  // namespace elle::core
