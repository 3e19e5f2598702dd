// Attention: what the machine is asked to stop for at its next safepoint. Anybody may ask: the heap, a signal handler,
// another thread.
//
// One word, so that running code has one thing to look at, at calls and loops' back edges. Relaxed, because the word
// itself is all that is told: whoever asks has put what goes with it where the answer finds it under a lock of its own
// (the line of waiting threads, the delivered failures). An asker must expect that a request is heeded late, or
// together with others, but none is lost.
#pragma once

#include <atomic>
#include <cstdint>

namespace elle::lang {

class Attention {
 public:
  enum Bits : uint32_t {
    kCollectionDue = 1,  // the heap has grown to its limit
    kInterrupted = 2,    // a person wants what runs to stop
    kYieldDue = 4,       // another thread waits for its turn
    kFailureCame = 8,    // a callback on another thread has failed
  };

  void ask(uint32_t bits) { bits_.fetch_or(bits, std::memory_order_relaxed); }
  bool due() const { return bits_.load(std::memory_order_relaxed) != 0; }
  bool asked(uint32_t bits) const { return bits_.load(std::memory_order_relaxed) & bits; }
  // All that was asked for, which is forgotten here.
  uint32_t take() { return bits_.exchange(0, std::memory_order_relaxed); }
  // Whether any of `bits` was asked for; they are forgotten.
  bool forget(uint32_t bits) { return bits_.fetch_and(~bits, std::memory_order_relaxed) & bits; }

 private:
  std::atomic<uint32_t> bits_{0};
};

}  // namespace elle::lang
