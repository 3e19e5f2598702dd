// Touching memory that nothing is known of: the one way there. A pointer that C gave, or a script made up, may lead
// nowhere; while it is followed, the guard watches, and a fault is raised as an error that says what was
// being done ("There is no such memory: SIGSEGV at address 0x10 while reading memory.").
//
// The fault jumps out of every C++ scope between here and the guard. So nothing is done under its watch but moving
// bytes between that memory and ours: no collected object is changed there, and no C++ object is made. What is to be
// stored is put together aside first and then written in one go; what is read is copied out first and then looked at.
#pragma once

#include <cstring>

#include "lang/bridge/thread/lisp_thread.h"

namespace elle::lang {

// What is done, and how the error says it.
#define ELLE_TOUCHES(X)                  \
  X(kReading, "reading memory")          \
  X(kWriting, "writing memory")          \
  X(kCopyingStruct, "copying a struct")  \
  X(kCopyingArray, "copying an array")   \
  X(kReadingVaList, "reading a va_list") \
  X(kFreeing, "freeing memory")

enum class Touch : uint8_t {
#define X(touch, text) touch,
  ELLE_TOUCHES(X)
#undef X
};

inline constexpr core::NativeCallRecord kTouches[] = {
#define X(touch, text) {.name = (text)},
    ELLE_TOUCHES(X)
#undef X
};

// Runs `body`, which does nothing that a jump out of it would leave half done; gives what it gives.
template <class Body>
inline auto touching(LispThread& thread, Touch touch, Body&& body) {
  const core::NativeCallRecord* const before = thread.guard.watched();
  thread.guard.watch(&kTouches[static_cast<size_t>(touch)]);
  auto result = body();
  thread.guard.watch(before);
  return result;
}

// Copies `size` bytes from there into memory of ours.
inline void read_foreign(LispThread& thread, void* to, const void* from, size_t size, Touch touch = Touch::kReading) {
  touching(thread, touch, [=] {
    // Most of what is ever read: constants make each of these one move.
    if (size == 8) return std::memcpy(to, from, 8);
    if (size == 4) return std::memcpy(to, from, 4);
    return std::memcpy(to, from, size);
  });
}

// Copies `size` bytes of ours there.
inline void write_foreign(LispThread& thread, void* to, const void* from, size_t size) {
  touching(thread, Touch::kWriting, [=] {
    if (size == 8) return std::memcpy(to, from, 8);
    if (size == 4) return std::memcpy(to, from, 4);
    return std::memcpy(to, from, size);
  });
}

// The bytes of the text there, before its NUL; at most `limit`.
inline size_t foreign_length(LispThread& thread, const char* text, size_t limit = SIZE_MAX) {
  return touching(thread, Touch::kReading,
                  [=] { return limit == SIZE_MAX ? std::strlen(text) : strnlen(text, limit); });
}

}  // namespace elle::lang
