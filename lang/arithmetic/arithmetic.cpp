// What may be computed, and what is said of the rest.
#include "lang/arithmetic/arithmetic.h"

#include <cmath>

#include "lang/print/printer.h"

namespace elle::lang {

namespace {

Failed not_a_number(Runtime& runtime, Value a, Value b, std::string_view operation) {
  return runtime.fail(ErrorKind::kType, fmt::format("An argument of `{}` is {}, but a number is expected.", operation,
                                                    print_short(runtime.views, a.is_number() ? b : a)));
}

Failed not_an_integer(Runtime& runtime, Value value, std::string_view operation) {
  return runtime.fail(ErrorKind::kType, fmt::format("An argument of `{}` is {}, but an integer is expected.", operation,
                                                    print_short(runtime.views, value)));
}

Failed by_zero(Runtime& runtime, Value a, std::string_view operation) {
  return runtime.fail(ErrorKind::kArithmetic,
                      fmt::format("`{}` divides {} by zero.", operation, print_short(runtime.views, a)));
}

// Of a result of so many bits.
Result<core::Done> expect_room(Runtime& runtime, std::string_view operation, uint64_t bits) {
  if (bits <= kMaxIntegerBits) return runtime.expect_memory(bits / 8, kIntegerWorkspace);
  return runtime.fail(ErrorKind::kRange,
                      fmt::format("The result of `{}` would have more than {} bits.", operation, kMaxIntegerBits));
}

bool both_integers(Value a, Value b) { return a.is_integer() && b.is_integer(); }
bool both_numbers(Value a, Value b) { return a.is_number() && b.is_number(); }
bool is_zero(Value integer) { return integer.is(Tag::kInteger) && integer.integer == 0; }

double floored_modulo(double a, double b) {
  const double rest = std::fmod(a, b);
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

// quotient, remainder and modulo differ only in the operation.
struct Division {
  const char* name;
  Value (*whole)(Heap&, Value, Value);
  double (*real)(double, double);
};

Result<Value> divide_whole(Runtime& runtime, const Division& division, Value a, Value b) {
  if (both_integers(a, b)) {
    if (is_zero(b)) return by_zero(runtime, a, division.name);
    return division.whole(runtime.heap, a, b);
  }
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, division.name);
  const double x = to_double(a), y = to_double(b);
  if (std::floor(x) != x) return not_an_integer(runtime, a, division.name);
  if (std::floor(y) != y) return not_an_integer(runtime, b, division.name);
  if (y == 0) return by_zero(runtime, a, division.name);
  return real(division.real(x, y));
}

}  // namespace

Result<Value> add(Runtime& runtime, Value a, Value b) {
  if (both_integers(a, b)) return add_integers(runtime.heap, a, b);
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "+");
  return real(to_double(a) + to_double(b));
}

Result<Value> subtract(Runtime& runtime, Value a, Value b) {
  if (both_integers(a, b)) return subtract_integers(runtime.heap, a, b);
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "-");
  return real(to_double(a) - to_double(b));
}

Result<Value> multiply(Runtime& runtime, Value a, Value b) {
  if (both_integers(a, b)) {
    const bool small = a.is(Tag::kInteger) && b.is(Tag::kInteger);
    if (!small) TRY(expect_room(runtime, "*", integer_bits(a) + integer_bits(b)));
    return multiply_integers(runtime.heap, a, b);
  }
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "*");
  return real(to_double(a) * to_double(b));
}

Result<Value> divide(Runtime& runtime, Value a, Value b) {
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, "/");
  if (!both_integers(a, b)) return real(to_double(a) / to_double(b));
  if (is_zero(b)) return by_zero(runtime, a, "/");
  if (divides(b, a)) return divide_exactly(runtime.heap, a, b);
  return real(to_double(a) / to_double(b));
}

Result<Value> quotient(Runtime& runtime, Value a, Value b) {
  static constexpr Division kQuotient = {"quotient", integer_quotient,
                                         [](double x, double y) { return std::trunc(x / y); }};
  return divide_whole(runtime, kQuotient, a, b);
}

Result<Value> remainder(Runtime& runtime, Value a, Value b) {
  static constexpr Division kRemainder = {"remainder", integer_remainder,
                                          [](double x, double y) { return std::fmod(x, y); }};
  return divide_whole(runtime, kRemainder, a, b);
}

Result<Value> modulo(Runtime& runtime, Value a, Value b) {
  static constexpr Division kModulo = {"modulo", integer_modulo, floored_modulo};
  return divide_whole(runtime, kModulo, a, b);
}

Result<int> compare(Runtime& runtime, Value a, Value b, std::string_view operation) {
  if (!both_numbers(a, b)) return not_a_number(runtime, a, b, operation);
  return compare_numbers(a, b);
}

Result<Value> shift(Runtime& runtime, Value a, int64_t count) {
  if (integer_sign(a) == 0) return integer(0);
  if (count <= 0) return shifted_right(runtime.heap, a, -static_cast<uint64_t>(count));
  const auto left = static_cast<uint64_t>(count);
  if (left > kMaxIntegerBits) return expect_room(runtime, "shift-left", left).failure();
  TRY(expect_room(runtime, "shift-left", left + integer_bits(a)));
  return shifted_left(runtime.heap, a, left);
}

Result<Value> multiple(Runtime& runtime, Value a, Value b) {
  TRY(expect_room(runtime, "lcm", integer_bits(a) + integer_bits(b)));
  return least_common_multiple(runtime.heap, a, b);
}

Result<Value> power(Runtime& runtime, Value base, Value exponent) {
  // 0, 1 and -1 stay small whatever the exponent.
  if (base.is(Tag::kInteger) && base.integer >= -1 && base.integer <= 1) {
    if (integer_sign(exponent) == 0) return integer(1);
    return integer(base.integer < 0 && !is_odd(exponent) ? 1 : base.integer);
  }
  const auto count = to_uint64(exponent);
  const bool countable = count && *count <= kMaxIntegerBits;
  TRY(expect_room(runtime, "expt", countable ? integer_bits(base) * *count : UINT64_MAX));
  return integer_power(runtime.heap, base, *count);
}

}  // namespace elle::lang
