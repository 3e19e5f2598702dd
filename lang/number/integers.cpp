// Integer operations: numbers that fit 64 bits are done in place where that is quick, all others through GMP.
#include "lang/number/integers.h"

#include <cstdlib>

#include "core/base/memory_reserve.h"

#include "lang/number/gmp_integer.h"

namespace elle::lang {

namespace {

bool both_small(Value a, Value b) { return a.is(Tag::kInteger) && b.is(Tag::kInteger); }

// INT64_MIN / -1 is the one small division whose result does not fit (and traps).
bool small_division(Value a, Value b) { return both_small(a, b) && b.integer != -1; }

using GmpOperation = void (*)(mpz_ptr, mpz_srcptr, mpz_srcptr);

Value through_gmp(Heap& heap, GmpOperation operation, Value a, Value b) {
  IntegerResult result;
  operation(result, IntegerView(a), IntegerView(b));
  return result.value(heap);
}

}  // namespace

// All three stay the C library's, whatever the reserve did: another user of GMP in this process may free what was taken
// before.
void give_integers_the_reserve() {
  mp_set_memory_functions(
      core::allocate_or_end, [](void* memory, size_t, size_t bytes) { return core::reallocate_or_end(memory, bytes); },
      [](void* memory, size_t) { std::free(memory); });
}

Value add_integers(Heap& heap, Value a, Value b) {
  if (both_small(a, b)) return from_int128(heap, static_cast<__int128>(a.integer) + b.integer);
  return through_gmp(heap, mpz_add, a, b);
}

Value subtract_integers(Heap& heap, Value a, Value b) {
  if (both_small(a, b)) return from_int128(heap, static_cast<__int128>(a.integer) - b.integer);
  return through_gmp(heap, mpz_sub, a, b);
}

Value multiply_integers(Heap& heap, Value a, Value b) {
  if (both_small(a, b)) return from_int128(heap, static_cast<__int128>(a.integer) * b.integer);
  return through_gmp(heap, mpz_mul, a, b);
}

bool divides(Value b, Value a) {
  if (small_division(a, b)) return a.integer % b.integer == 0;
  return mpz_divisible_p(IntegerView(a), IntegerView(b));
}

Value divide_exactly(Heap& heap, Value a, Value b) {
  if (small_division(a, b)) return integer(a.integer / b.integer);
  return through_gmp(heap, mpz_divexact, a, b);
}

Value integer_quotient(Heap& heap, Value a, Value b) {
  if (small_division(a, b)) return integer(a.integer / b.integer);
  return through_gmp(heap, mpz_tdiv_q, a, b);
}

Value integer_remainder(Heap& heap, Value a, Value b) {
  if (small_division(a, b)) return integer(a.integer % b.integer);
  return through_gmp(heap, mpz_tdiv_r, a, b);
}

Value integer_modulo(Heap& heap, Value a, Value b) {
  if (small_division(a, b)) {
    const int64_t rest = a.integer % b.integer;
    return integer(rest != 0 && (rest < 0) != (b.integer < 0) ? rest + b.integer : rest);
  }
  // Not mpz_mod, whose result is never negative.
  return through_gmp(heap, [](mpz_ptr result, mpz_srcptr x, mpz_srcptr y) { mpz_fdiv_r(result, x, y); }, a, b);
}

Value bitwise(Heap& heap, BitOperation operation, Value a, Value b) {
  const bool small = both_small(a, b);
  switch (operation) {
    case BitOperation::kAnd:
      return small ? integer(a.integer & b.integer) : through_gmp(heap, mpz_and, a, b);
    case BitOperation::kOr:
      return small ? integer(a.integer | b.integer) : through_gmp(heap, mpz_ior, a, b);
    case BitOperation::kXor:
      break;
  }
  return small ? integer(a.integer ^ b.integer) : through_gmp(heap, mpz_xor, a, b);
}

Value bitwise_not(Heap& heap, Value a) {
  if (a.is(Tag::kInteger)) return integer(~a.integer);
  IntegerResult result;
  mpz_com(result, IntegerView(a));
  return result.value(heap);
}

Value shifted_left(Heap& heap, Value a, uint64_t count) {
  IntegerResult result;
  mpz_mul_2exp(result, IntegerView(a), count);
  return result.value(heap);
}

Value shifted_right(Heap& heap, Value a, uint64_t count) {
  IntegerResult result;
  mpz_fdiv_q_2exp(result, IntegerView(a), count);
  return result.value(heap);
}

Value greatest_common_divisor(Heap& heap, Value a, Value b) { return through_gmp(heap, mpz_gcd, a, b); }

Value least_common_multiple(Heap& heap, Value a, Value b) { return through_gmp(heap, mpz_lcm, a, b); }

Value integer_power(Heap& heap, Value base, uint64_t exponent) {
  IntegerResult result;
  mpz_pow_ui(result, IntegerView(base), exponent);
  return result.value(heap);
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

uint64_t integer_bits(Value a) { return mpz_sizeinbase(IntegerView(a), 2); }

}  // namespace elle::lang
