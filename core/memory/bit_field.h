// Reading and writing bit-fields in place. Only the bytes a field has bits in are touched, so a field at the end of a
// buffer needs no room behind it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace elle::core {

// The `width` bits from `bit_offset` on, as an unsigned number; bits count from each byte's lowest, as little-endian
// targets lay them out. REQUIRES: 1 <= width <= 64.
uint64_t load_bits(const std::byte* record, uint64_t bit_offset, uint32_t width);

// Writes the low `width` bits of `bits`, and leaves their neighbours alone. REQUIRES: 1 <= width <= 64.
void store_bits(std::byte* record, uint64_t bit_offset, uint32_t width, uint64_t bits);

// The value of a signed field whose bits load_bits gave.
constexpr int64_t sign_extended(uint64_t bits, uint32_t width) {
  const uint64_t sign = uint64_t{1} << (width - 1);
  return static_cast<int64_t>((bits ^ sign) - sign);
}

}  // namespace elle::core
