#include <cmath>

#include "lang/number/gmp_integer.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

Failed not_a_number(Runtime& runtime, Value a, Value b, std::string_view operation) {
  return runtime.fail(ErrorKind::kType, fmt::format("An argument of `{}` is {}, but a number is expected.", operation,
                                                    print_short(runtime, a.is_number() ? b : a)));
}

Failed not_an_integer(Runtime& runtime, Value a, Value b, std::string_view operation) {
  return runtime.fail(ErrorKind::kType, fmt::format("An argument of `{}` is {}, but an integer is expected.", operation,
                                                    print_short(runtime, a.is_integer() ? b : a)));
}

Failed by_zero(Runtime& runtime, Value a, std::string_view operation) {
  return runtime.fail(ErrorKind::kArithmetic,
                      fmt::format("`{}` divides {} by zero.", operation, print_short(runtime, a)));
}

bool both_integers(Value a, Value b) { return a.is_integer() && b.is_integer(); }
bool both_small(Value a, Value b) { return a.is(Tag::kInteger) && b.is(Tag::kInteger); }
bool both_numbers(Value a, Value b) { return a.is_number() && b.is_number(); }
bool is_zero(Value integer) { return integer.is(Tag::kInteger) && integer.integer == 0; }

using GmpOperation = void (*)(mpz_ptr, mpz_srcptr, mpz_srcptr);

Value through_gmp(Heap& heap, GmpOperation operation, Value a, Value b) {
  IntegerResult result;
  operation(result, IntegerView(a), IntegerView(b));
  return result.value(heap);
}

// REQUIRES: b is not zero. The remainder has the sign of b.
void gmp_modulo(mpz_ptr result, mpz_srcptr a, mpz_srcptr b) { mpz_fdiv_r(result, a, b); }

double floored_modulo(double a, double b) {
  const double rest = std::fmod(a, b);
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

// quotient, remainder and modulo differ only in the operation.
struct Division {
  const char* name;
  int64_t (*small)(int64_t, int64_t);
  GmpOperation big;
  double (*real)(double, double);
};

Result<Value> divide_whole(Runtime& runtime, const Division& division, Value a, Value b) {
  if (both_integers(a, b)) {
    if (is_zero(b)) return by_zero(runtime, a, division.name);
    // INT64_MIN / -1 is the one small quotient that does not fit (and traps).
    if (both_small(a, b) && b.integer != -1) return integer(division.small(a.integer, b.integer));
    return through_gmp(runtime.heap, division.big, a, b);
  }
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, division.name);
  const double x = to_double(a), y = to_double(b);
  if (std::floor(x) != x || std::floor(y) != y)
    return not_an_integer(runtime, std::floor(x) != x ? a : b, nil(), division.name);
  if (y == 0) return by_zero(runtime, a, division.name);
  return real(division.real(x, y));
}

int64_t small_modulo(int64_t a, int64_t b) {
  const int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

}  // namespace

Result<Value> add(Runtime& runtime, Value a, Value b) {
  if (both_small(a, b)) return from_int128(runtime.heap, static_cast<__int128>(a.integer) + b.integer);
  if (both_integers(a, b)) return through_gmp(runtime.heap, mpz_add, a, b);
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "+");
  return real(to_double(a) + to_double(b));
}

Result<Value> subtract(Runtime& runtime, Value a, Value b) {
  if (both_small(a, b)) return from_int128(runtime.heap, static_cast<__int128>(a.integer) - b.integer);
  if (both_integers(a, b)) return through_gmp(runtime.heap, mpz_sub, a, b);
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "-");
  return real(to_double(a) - to_double(b));
}

Result<Value> multiply(Runtime& runtime, Value a, Value b) {
  if (both_small(a, b)) return from_int128(runtime.heap, static_cast<__int128>(a.integer) * b.integer);
  if (both_integers(a, b)) {
    if (integer_bits(a) + integer_bits(b) > kMaxIntegerBits) return integer_too_large(runtime, "*");
    return through_gmp(runtime.heap, mpz_mul, a, b);
  }
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "*");
  return real(to_double(a) * to_double(b));
}

Result<Value> divide(Runtime& runtime, Value a, Value b) {
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "/");
  if (!both_integers(a, b)) return real(to_double(a) / to_double(b));
  if (is_zero(b)) return by_zero(runtime, a, "/");
  if (both_small(a, b) && b.integer != -1) {
    if (a.integer % b.integer == 0) return integer(a.integer / b.integer);
    return real(static_cast<double>(a.integer) / static_cast<double>(b.integer));
  }
  const IntegerView x(a), y(b);
  if (mpz_divisible_p(x, y)) return through_gmp(runtime.heap, mpz_divexact, a, b);
  return real(to_double(a) / to_double(b));
}

Result<Value> quotient(Runtime& runtime, Value a, Value b) {
  static constexpr Division kQuotient = {"quotient", [](int64_t x, int64_t y) { return x / y; }, mpz_tdiv_q,
                                         [](double x, double y) { return std::trunc(x / y); }};
  return divide_whole(runtime, kQuotient, a, b);
}

Result<Value> remainder(Runtime& runtime, Value a, Value b) {
  static constexpr Division kRemainder = {"remainder", [](int64_t x, int64_t y) { return x % y; }, mpz_tdiv_r,
                                          [](double x, double y) { return std::fmod(x, y); }};
  return divide_whole(runtime, kRemainder, a, b);
}

Result<Value> modulo(Runtime& runtime, Value a, Value b) {
  static constexpr Division kModulo = {"modulo", small_modulo, gmp_modulo, floored_modulo};
  return divide_whole(runtime, kModulo, a, b);
}

}  // namespace elle::lang
