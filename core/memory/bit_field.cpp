// Byte by byte, because a field of 64 bits can lie across nine bytes, and the buffer may end with the last of them.
#include "core/memory/bit_field.h"

#include <algorithm>

namespace elle::core {

namespace {

// The part of a field that lies in one byte.
struct Part {
  uint64_t byte;
  uint32_t shift;
  uint32_t width;
};

Part part_at(uint64_t bit, uint32_t bits_left) {
  const auto shift = static_cast<uint32_t>(bit % 8);
  return {bit / 8, shift, std::min(8 - shift, bits_left)};
}

constexpr uint32_t low_bits(uint32_t width) { return (1U << width) - 1; }

}  // namespace

uint64_t load_bits(const std::byte* record, uint64_t bit_offset, uint32_t width) {
  uint64_t bits = 0;
  for (uint32_t done = 0; done < width;) {
    const Part part = part_at(bit_offset + done, width - done);
    const uint64_t found = (std::to_integer<uint32_t>(record[part.byte]) >> part.shift) & low_bits(part.width);
    bits |= found << done;
    done += part.width;
  }
  return bits;
}

void store_bits(std::byte* record, uint64_t bit_offset, uint32_t width, uint64_t bits) {
  for (uint32_t done = 0; done < width;) {
    const Part part = part_at(bit_offset + done, width - done);
    const uint32_t mask = low_bits(part.width) << part.shift;
    const uint32_t value = (static_cast<uint32_t>(bits >> done) << part.shift) & mask;
    record[part.byte] = static_cast<std::byte>((std::to_integer<uint32_t>(record[part.byte]) & ~mask) | value);
    done += part.width;
  }
}

}  // namespace elle::core
