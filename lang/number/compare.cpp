// Numbers compared and hashed by value, exactly, whatever their kinds.
#include <cmath>
#include <cstring>

#include "lang/number/gmp_integer.h"
#include "lang/number/number.h"

namespace elle::lang {

namespace {

int sign_of(int comparison) { return comparison < 0 ? -1 : comparison > 0; }
template <class T>
int order(T a, T b) {
  return a < b ? -1 : a > b;
}

int compare_doubles(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return kUnordered;
  return order(a, b);
}

// Exact: converting the integer to a double would make neighbours above 2^53 equal.
int compare_integer_double(Value a, double b) {
  if (std::isnan(b)) return kUnordered;
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  constexpr int64_t kExact = int64_t{1} << 53;
  if (a.is(Tag::kInteger) && a.integer >= -kExact && a.integer <= kExact)
    return order(static_cast<double>(a.integer), b);
  return sign_of(mpz_cmp_d(IntegerView(a), b));
}

}  // namespace

int compare_numbers(Value a, Value b) {
  if (a.is(Tag::kInteger) && b.is(Tag::kInteger)) return order(a.integer, b.integer);
  if (a.is(Tag::kDouble) && b.is(Tag::kDouble)) return compare_doubles(a.real, b.real);
  if (b.is(Tag::kDouble)) return compare_integer_double(a, b.real);
  if (a.is(Tag::kDouble)) {
    const int reverse = compare_integer_double(b, a.real);
    return reverse == kUnordered ? kUnordered : -reverse;
  }
  return sign_of(mpz_cmp(IntegerView(a), IntegerView(b)));
}

namespace {

uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 32)) * 0x9e3779b97f4a7c15;
  return x ^ (x >> 29);
}

uint64_t hash_big(const BigInt& big) {
  uint64_t result = big.sign < 0 ? 1 : 2;
  for (uint32_t i = 0; i < big.limb_count; i++) result = mix(result ^ big.limbs[i]);
  return result;
}

}  // namespace

bool numbers_equal(Value a, Value b) { return compare_numbers(a, b) == 0; }

uint64_t number_hash(Value number) {
  if (number.is(Tag::kBigInt)) {
    // A double may equal a big integer, so both hash as the double where it is exact.
    const double nearest = to_double(number);
    if (compare_integer_double(number, nearest) != 0) return hash_big(*number.as<BigInt>());
    return number_hash(real(nearest));
  }
  if (!number.is(Tag::kDouble)) return mix(number.natural);
  const double d = number.real;
  if (d >= -0x1p63 && d < 0x1p63 && std::floor(d) == d) return mix(static_cast<uint64_t>(static_cast<int64_t>(d)));
  if (d >= 0x1p63 && d < 0x1p64) return mix(static_cast<uint64_t>(d));
  uint64_t bits;
  std::memcpy(&bits, &d, sizeof bits);
  return mix(bits);
}

}  // namespace elle::lang
