#include "lang/number/integer_functions.h"

#include "lang/number/gmp_integer.h"

namespace elle::lang {

uint64_t integer_bits(Value integer) { return mpz_sizeinbase(IntegerView(integer), 2); }

Failed integer_too_large(Runtime& runtime, std::string_view operation) {
  return runtime.fail(ErrorKind::kRange,
                      fmt::format("The result of `{}` would have more than {} bits.", operation, kMaxIntegerBits));
}

Value bitwise(Heap& heap, BitOperation operation, Value a, Value b) {
  if (a.is(Tag::kInteger) && b.is(Tag::kInteger)) {
    switch (operation) {
      case BitOperation::kAnd:
        return integer(a.integer & b.integer);
      case BitOperation::kOr:
        return integer(a.integer | b.integer);
      case BitOperation::kXor:
        return integer(a.integer ^ b.integer);
    }
  }
  IntegerResult result;
  const IntegerView x(a), y(b);
  switch (operation) {
    case BitOperation::kAnd:
      mpz_and(result, x, y);
      break;
    case BitOperation::kOr:
      mpz_ior(result, x, y);
      break;
    case BitOperation::kXor:
      mpz_xor(result, x, y);
      break;
  }
  return result.value(heap);
}

Value bitwise_not(Heap& heap, Value a) {
  if (a.is(Tag::kInteger)) return integer(~a.integer);
  IntegerResult result;
  mpz_com(result, IntegerView(a));
  return result.value(heap);
}

Result<Value> shift(Runtime& runtime, Value a, int64_t count) {
  if (integer_sign(a) == 0) return integer(0);
  IntegerResult result;
  if (count <= 0) {
    mpz_fdiv_q_2exp(result, IntegerView(a), -static_cast<uint64_t>(count));
    return result.value(runtime.heap);
  }
  if (static_cast<uint64_t>(count) + integer_bits(a) > kMaxIntegerBits) return integer_too_large(runtime, "shift-left");
  mpz_mul_2exp(result, IntegerView(a), static_cast<mp_bitcnt_t>(count));
  return result.value(runtime.heap);
}

Value greatest_common_divisor(Heap& heap, Value a, Value b) {
  IntegerResult result;
  mpz_gcd(result, IntegerView(a), IntegerView(b));
  return result.value(heap);
}

Result<Value> least_common_multiple(Runtime& runtime, Value a, Value b) {
  if (integer_bits(a) + integer_bits(b) > kMaxIntegerBits) return integer_too_large(runtime, "lcm");
  IntegerResult result;
  mpz_lcm(result, IntegerView(a), IntegerView(b));
  return result.value(runtime.heap);
}

Result<Value> integer_power(Runtime& runtime, Value base, Value exponent) {
  // 0, 1 and -1 stay small whatever the exponent.
  if (base.is(Tag::kInteger) && base.integer >= -1 && base.integer <= 1) {
    if (integer_sign(exponent) == 0) return integer(1);
    return integer(base.integer < 0 && !is_odd(exponent) ? 1 : base.integer);
  }
  const auto count = to_uint64(exponent);
  if (!count || *count > kMaxIntegerBits || integer_bits(base) * *count > kMaxIntegerBits)
    return integer_too_large(runtime, "expt");
  IntegerResult result;
  mpz_pow_ui(result, IntegerView(base), *count);
  return result.value(runtime.heap);
}

Value integer_square_root(Heap& heap, Value a) {
  IntegerResult result;
  mpz_sqrt(result, IntegerView(a));
  return result.value(heap);
}

bool is_odd(Value a) {
  if (a.is(Tag::kBigInt)) return a.as<BigInt>()->limbs[0] & 1;
  return a.natural & 1;
}

int integer_sign(Value a) {
  if (a.is(Tag::kBigInt)) return a.as<BigInt>()->sign;
  if (a.is(Tag::kNatural)) return 1;
  return a.integer < 0 ? -1 : a.integer > 0;
}

}  // namespace elle::lang
