#include "core/memory/bit_field.h"

#include <cstring>
#include <doctest/doctest.h>

namespace elle::core {
namespace {

struct Bits {
  unsigned a : 3;
  int b : 13;
  long c : 40;
  unsigned char d : 5;
};

TEST_CASE("bit-fields are read where the C compiler put them") {
  const Bits bits{.a = 5, .b = -1000, .c = -1, .d = 31};
  std::byte bytes[sizeof bits];
  memcpy(bytes, &bits, sizeof bits);
  CHECK(load_bits(bytes, 0, 3) == 5);
  CHECK(sign_extended(load_bits(bytes, 3, 13), 13) == -1000);
  CHECK(sign_extended(load_bits(bytes, 16, 40), 40) == -1);
  CHECK(load_bits(bytes, 56, 5) == 31);
}

TEST_CASE("writing a bit-field leaves its neighbours alone") {
  std::byte bytes[10];
  for (uint32_t width = 1; width <= 64; width++) {
    for (uint32_t offset = 0; offset < 16; offset++) {
      memset(bytes, 0xff, sizeof bytes);
      store_bits(bytes, offset, width, 0);
      CHECK(load_bits(bytes, offset, width) == 0);
      if (offset > 0) CHECK(load_bits(bytes, offset - 1, 1) == 1);
      if (offset + width < 80) CHECK(load_bits(bytes, offset + width, 1) == 1);
      store_bits(bytes, offset, width, 0x123456789abcdef5);
      CHECK(load_bits(bytes, offset, width) == (0x123456789abcdef5 & (~uint64_t{0} >> (64 - width))));
    }
  }
}

}  // namespace
}  // namespace elle::core
