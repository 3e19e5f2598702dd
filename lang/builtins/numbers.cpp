// Arithmetic and comparison as functions of any number of arguments, predicates, rounding, random numbers. The compiler
// puts instructions in place of calls with two arguments.
#include <cmath>

#include "lang/arithmetic/arithmetic.h"
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/number/number.h"

namespace elle::lang {

namespace {

using Operation = Result<Value> (*)(Runtime&, Value, Value);

Result<Value> fold(Runtime& runtime, Args args, Operation operation, Value start) {
  Value result = start;
  for (uint32_t i = 0; i < args.size(); i++) result = TRY(operation(runtime, result, args[i]));
  return result;
}

Result<Value> sum(Runtime& runtime, Args args) { return fold(runtime, args, add, integer(0)); }
Result<Value> product(Runtime& runtime, Args args) { return fold(runtime, args, multiply, integer(1)); }

// With one argument: the operation on `unit` and it.
Result<Value> fold_from_first(Runtime& runtime, Args args, Operation operation, Value unit) {
  if (args.size() == 1) return operation(runtime, unit, args[0]);
  return fold(runtime, {args.values + 1, args.count - 1}, operation, args[0]);
}

Result<Value> difference(Runtime& runtime, Args args) { return fold_from_first(runtime, args, subtract, integer(0)); }
Result<Value> ratio(Runtime& runtime, Args args) { return fold_from_first(runtime, args, divide, integer(1)); }

template <Operation operation>
Result<Value> binary(Runtime& runtime, Args args) {
  return operation(runtime, args[0], args[1]);
}

// Whether the outcome of comparing each argument with the next (-1, 0, 1) is one of the accepted.
template <int accepted, int also_accepted>
Result<Value> ordered(Runtime& runtime, Args args) {
  const char* name = args.callee().name;
  // A single argument is in order, but still has to be a number.
  if (args.size() == 1) TRY(compare(runtime, args[0], args[0], name));
  bool result = true;
  for (uint32_t i = 1; i < args.size(); i++) {
    const int order = TRY(compare(runtime, args[i - 1], args[i], name));
    result = result && (order == accepted || order == also_accepted);
  }
  return boolean(result);
}

// The argument that comes first (wanted -1) or last (1). A NaN among them is the answer.
template <int wanted>
Result<Value> extreme(Runtime& runtime, Args args) {
  Value best = args[0];
  TRY(compare(runtime, best, best, args.callee().name));
  for (uint32_t i = 1; i < args.size(); i++) {
    const int order = TRY(compare(runtime, args[i], best, args.callee().name));
    const bool unordered_now = order == 2 && !std::isnan(to_double(best));
    if (order == wanted || unordered_now) best = args[i];
  }
  return best;
}

Result<Value> absolute(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kDouble)) return real(std::fabs(args[0].real));
  const Value number = TRY(Arguments(runtime, args).whole(0));
  return integer_sign(number) < 0 ? subtract(runtime, integer(0), number) : Result<Value>(number);
}

template <double (*round)(double)>
Result<Value> rounded(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  if (args[0].is_integer()) return args[0];
  const double number = TRY(in.number(0));
  if (!std::isfinite(number)) return in.wrong(0, "a finite number");
  return integer_from_double(runtime.heap, round(number));
}

Result<Value> to_exact(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  if (args[0].is_integer()) return args[0];
  const double number = TRY(in.number(0));
  if (!std::isfinite(number) || std::floor(number) != number) return in.wrong(0, "a number without a fraction");
  return integer_from_double(runtime.heap, number);
}

Result<Value> to_inexact(Runtime& runtime, Args args) { return real(TRY(Arguments(runtime, args).number(0))); }

// Of any number, in what relation to 0 it stands.
template <bool (*test)(double)>
Result<Value> sign_test(Runtime& runtime, Args args) {
  TRY(Arguments(runtime, args).number(0));
  const double number = args[0].is(Tag::kDouble) ? args[0].real : integer_sign(args[0]);
  return boolean(test(number));
}

bool zero(double d) { return d == 0; }
bool nonzero(double d) { return d != 0; }
bool positive(double d) { return d > 0; }
bool negative(double d) { return d < 0; }
bool is_nan(double d) { return std::isnan(d); }
bool is_infinite(double d) { return std::isinf(d); }

// C's truth values come as integers, but also as booleans and as nil for NULL: all have an answer.
Result<Value> is_nonzero(Runtime& runtime, Args args) {
  if (args[0].tag() <= Tag::kTrue) return boolean(args[0].truthy());
  return sign_test<nonzero>(runtime, args);
}

template <bool odd>
Result<Value> parity(Runtime& runtime, Args args) {
  return boolean(is_odd(TRY(Arguments(runtime, args).whole(0))) == odd);
}

Result<Value> random_number(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  if (!in.has(0)) return real(runtime.random.fraction());
  if (args[0].is(Tag::kDouble)) return real(runtime.random.fraction() * args[0].real);
  const int64_t low = in.has(1) ? TRY(in.integer(0)) : 0;
  const int64_t high = TRY(in.integer(in.has(1) ? 1 : 0));
  if (high <= low) return in.wrong(in.has(1) ? 1 : 0, in.has(1) ? "an integer above argument 1" : "a positive number");
  const uint64_t spread = static_cast<uint64_t>(high) - static_cast<uint64_t>(low);
  return integer(static_cast<int64_t>(static_cast<uint64_t>(low) + runtime.random.below(spread)));
}

Result<Value> seed_random(Runtime& runtime, Args args) {
  runtime.random.seed(static_cast<uint64_t>(TRY(Arguments(runtime, args).integer(0))));
  return nil();
}

constexpr BuiltinEntry kNumberBuiltins[] = {
    {"+", 0, kAnyNumber, sum, "(+ number ...)", "The sum. Integers are exact, whatever their size."},
    {"-", 1, kAnyNumber, difference, "(- number ...)",
     "The first number less all others; of a single number, its negative."},
    {"*", 0, kAnyNumber, product, "(* number ...)", "The product. Integers are exact, whatever their size."},
    {"/", 1, kAnyNumber, ratio, "(/ number ...)",
     "The first number divided by all others; of a single number, 1 divided by it. Exact when integers divide, else a "
     "double."},
    {"quotient", 2, 2, binary<quotient>, "(quotient a b)", "The whole part of a divided by b, rounded towards 0."},
    {"remainder", 2, 2, binary<remainder>, "(remainder a b)", "What quotient leaves of a; it has the sign of a."},
    {"modulo", 2, 2, binary<modulo>, "(modulo a b)", "What floored division of a by b leaves; it has the sign of b."},
    {"<", 1, kAnyNumber, ordered<-1, -1>, "(< a b ...)", "Whether each number is less than the next."},
    {">", 1, kAnyNumber, ordered<1, 1>, "(> a b ...)", "Whether each number is greater than the next."},
    {"<=", 1, kAnyNumber, ordered<-1, 0>, "(<= a b ...)", "Whether each number is at most the next."},
    {">=", 1, kAnyNumber, ordered<1, 0>, "(>= a b ...)", "Whether each number is at least the next."},
    {"min", 1, kAnyNumber, extreme<-1>, "(min number ...)", "The least of the numbers."},
    {"max", 1, kAnyNumber, extreme<1>, "(max number ...)", "The greatest of the numbers."},
    {"abs", 1, 1, absolute, "(abs number)", "The number without its sign."},
    {"floor", 1, 1, rounded<std::floor>, "(floor number)", "The greatest integer that is not above the number."},
    {"ceil", 1, 1, rounded<std::ceil>, "(ceil number)", "The least integer that is not below the number."},
    {"round", 1, 1, rounded<std::nearbyint>, "(round number)",
     "The nearest integer; halfway between two, the even one."},
    {"truncate", 1, 1, rounded<std::trunc>, "(truncate number)", "The number without its fraction, an integer."},
    {"exact", 1, 1, to_exact, "(exact number)", "A number without a fraction as an integer."},
    {"inexact->exact", 1, 1, to_exact, "(inexact->exact number)",
     "A number without a fraction as an integer; the same as exact."},
    {"double", 1, 1, to_inexact, "(double number)", "The number as the nearest double."},
    {"exact->inexact", 1, 1, to_inexact, "(exact->inexact number)",
     "The number as the nearest double; the same as double."},
    {"zero?", 1, 1, sign_test<zero>, "(zero? number)", "Whether the number is 0."},
    {"nonzero?", 1, 1, is_nonzero, "(nonzero? x)",
     "Whether a number is not 0, as C tells true from false; of a boolean, whether it is #t."},
    {"positive?", 1, 1, sign_test<positive>, "(positive? number)", "Whether the number is above 0."},
    {"negative?", 1, 1, sign_test<negative>, "(negative? number)", "Whether the number is below 0."},
    {"nan?", 1, 1, sign_test<is_nan>, "(nan? number)", "Whether the number is the double that is not a number."},
    {"infinite?", 1, 1, sign_test<is_infinite>, "(infinite? number)", "Whether the number is an infinite double."},
    {"even?", 1, 1, parity<false>, "(even? integer)", "Whether the integer is even."},
    {"odd?", 1, 1, parity<true>, "(odd? integer)", "Whether the integer is odd."},
    {"random", 0, 2, random_number, "(random) (random end) (random begin end)",
     "A random double from 0 up to 1; or a random integer from begin (0) up to but not including end. Not for "
     "secrets."},
    {"random-seed!", 1, 1, seed_random, "(random-seed! integer)",
     "Starts the random numbers anew: the same seed gives the same numbers."},
};

}  // namespace

void define_numbers(Runtime& runtime) { runtime.define_builtins(kNumberBuiltins); }

}  // namespace elle::lang
