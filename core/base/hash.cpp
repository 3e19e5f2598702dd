#include "core/base/hash.h"

#include <cstring>

namespace elle::core {
namespace {

constexpr uint64_t kMultiplier = 0x9e3779b97f4a7c15;

uint64_t word_at(const uint8_t* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

uint64_t step(uint64_t lane, uint64_t word) {
  lane = (lane ^ word) * kMultiplier;
  return lane ^ (lane >> 32);
}

}  // namespace

uint64_t checksum64(const void* data, size_t size) {
  const uint8_t* bytes = static_cast<const uint8_t*>(data);
  uint64_t a = size, b = 1, c = 2, d = 3;
  for (; size >= 32; bytes += 32, size -= 32) {
    a = step(a, word_at(bytes));
    b = step(b, word_at(bytes + 8));
    c = step(c, word_at(bytes + 16));
    d = step(d, word_at(bytes + 24));
  }
  for (; size > 0; bytes++, size--) a = step(a, *bytes);
  return step(step(step(a, b), c), d);
}

}  // namespace elle::core
