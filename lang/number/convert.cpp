// Numbers between their kinds.
#include <cmath>
#include <cstring>

#include "lang/number/gmp_integer.h"
#include "lang/number/number.h"

namespace elle::lang {

namespace {

constexpr uint64_t kMinInt64Magnitude = uint64_t{1} << 63;

uint64_t magnitude(int64_t i) { return i < 0 ? -static_cast<uint64_t>(i) : static_cast<uint64_t>(i); }

Value from_magnitude128(Heap& heap, unsigned __int128 magnitude, bool negative) {
  const auto low = static_cast<uint64_t>(magnitude);
  const auto high = static_cast<uint64_t>(magnitude >> 64);
  if (high == 0 && !negative) return natural(low);
  if (high == 0 && low <= kMinInt64Magnitude) return integer(static_cast<int64_t>(-low));
  BigInt* big = heap.big_integer(negative ? -1 : 1, high ? 2 : 1);
  big->limbs[0] = low;
  if (high) big->limbs[1] = high;
  return object_value(Tag::kBigInt, big);
}

// The nearest double, ties to even: the top 64 bits, with the bits below them folded into the lowest one, round as
// the whole number would.
double big_to_double(const BigInt& big) {
  const uint32_t top = big.limb_count - 1;
  const int shift = __builtin_clzll(big.limbs[top]);
  uint64_t bits = big.limbs[top] << shift;
  bool rest = false;
  if (top > 0) {
    if (shift) bits |= big.limbs[top - 1] >> (64 - shift);
    rest = (big.limbs[top - 1] << shift) != 0;
    for (uint32_t i = 0; i + 1 < top && !rest; i++) rest = big.limbs[i] != 0;
  }
  const double result = std::ldexp(static_cast<double>(bits | (rest ? 1 : 0)), static_cast<int>(top) * 64 - shift);
  return big.sign < 0 ? -result : result;
}

}  // namespace

IntegerView::IntegerView(Value value) {
  if (value.is(Tag::kBigInt)) {
    const BigInt* big = value.as<BigInt>();
    mpz_roinit_n(view_, reinterpret_cast<const mp_limb_t*>(big->limbs),
                 big->sign < 0 ? -static_cast<mp_size_t>(big->limb_count) : static_cast<mp_size_t>(big->limb_count));
    return;
  }
  const bool negative = value.is(Tag::kInteger) && value.integer < 0;
  limb_ = negative ? magnitude(value.integer) : value.natural;
  mpz_roinit_n(view_, &limb_, limb_ == 0 ? 0 : (negative ? -1 : 1));
}

Value IntegerResult::value(Heap& heap) const {
  const size_t limbs = mpz_size(number_);
  const bool negative = mpz_sgn(number_) < 0;
  if (limbs <= 1) return from_magnitude128(heap, mpz_getlimbn(number_, 0), negative);
  BigInt* big = heap.big_integer(negative ? -1 : 1, static_cast<uint32_t>(limbs));
  std::memcpy(big->limbs, mpz_limbs_read(number_), limbs * sizeof(uint64_t));
  return object_value(Tag::kBigInt, big);
}

std::optional<uint64_t> to_uint64(Value integer) {
  if (integer.is(Tag::kNatural)) return integer.natural;
  if (integer.is(Tag::kInteger) && integer.integer >= 0) return integer.natural;
  return std::nullopt;
}

double to_double(Value number) {
  switch (number.tag()) {
    case Tag::kInteger:
      return static_cast<double>(number.integer);
    case Tag::kNatural:
      return static_cast<double>(number.natural);
    case Tag::kBigInt:
      return big_to_double(*number.as<BigInt>());
    default:
      return number.real;
  }
}

Value from_int128(Heap& heap, __int128 value) {
  const bool negative = value < 0;
  const auto bits = static_cast<unsigned __int128>(value);
  return from_magnitude128(heap, negative ? -bits : bits, negative);
}

Value from_uint128(Heap& heap, unsigned __int128 value) { return from_magnitude128(heap, value, false); }

std::optional<unsigned __int128> to_128_bits(Value integer, bool is_signed) {
  if (integer.is(Tag::kNatural)) return integer.natural;
  if (integer.is(Tag::kInteger)) {
    if (integer.integer < 0 && !is_signed) return std::nullopt;
    return static_cast<unsigned __int128>(static_cast<__int128>(integer.integer));
  }
  const BigInt& big = *integer.as<BigInt>();
  if (big.limb_count > 2) return std::nullopt;
  const unsigned __int128 high = big.limb_count > 1 ? big.limbs[1] : 0;
  const unsigned __int128 magnitude = high << 64 | big.limbs[0];
  constexpr unsigned __int128 kSign = static_cast<unsigned __int128>(1) << 127;
  if (big.sign > 0) return is_signed && magnitude >= kSign ? std::nullopt : std::optional(magnitude);
  return is_signed && magnitude <= kSign ? std::optional(-magnitude) : std::nullopt;
}

Value integer_from_double(Heap& heap, double whole) {
  if (whole >= -0x1p63 && whole < 0x1p63) return integer(static_cast<int64_t>(whole));
  IntegerResult result;
  mpz_set_d(result, whole);
  return result.value(heap);
}

}  // namespace elle::lang
