// Roots, powers, logarithms and angles.
#include <cmath>
#include <numbers>

#include "lang/arithmetic/arithmetic.h"
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"

namespace elle::lang {

namespace {

template <double (*function)(double)>
Result<Value> real_function(Runtime& runtime, Args args) {
  return real(function(TRY(Arguments(runtime, args).number(0))));
}

Result<Value> square_root(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const double number = TRY(in.number(0));
  if (args[0].is_integer() && integer_sign(args[0]) >= 0) {
    const Value root = integer_square_root(runtime.heap, args[0]);
    if (numbers_equal(TRY(multiply(runtime, root, root)), args[0])) return root;
  }
  return real(std::sqrt(number));
}

Result<Value> whole_square_root(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Value number = TRY(in.whole(0));
  if (integer_sign(number) < 0) return in.wrong(0, "an integer that is not negative");
  return integer_square_root(runtime.heap, number);
}

Result<Value> power(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  if (args[0].is_integer() && args[1].is_integer()) {
    if (integer_sign(args[1]) >= 0) return power(runtime, args[0], args[1]);
    if (integer_sign(args[0]) == 0) return in.fail(ErrorKind::kArithmetic, "`expt` raises 0 to a negative power.");
  }
  const double base = TRY(in.number(0));
  return real(std::pow(base, TRY(in.number(1))));
}

Result<Value> logarithm(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const double number = TRY(in.number(0));
  if (!in.has(1)) return real(std::log(number));
  const double base = TRY(in.number(1));
  if (base == 2) return real(std::log2(number));
  if (base == 10) return real(std::log10(number));
  return real(std::log(number) / std::log(base));
}

Result<Value> arc_tangent(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const double y = TRY(in.number(0));
  if (!in.has(1)) return real(std::atan(y));
  return real(std::atan2(y, TRY(in.number(1))));
}

Result<Value> hypotenuse(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const double x = TRY(in.number(0));
  return real(std::hypot(x, TRY(in.number(1))));
}

constexpr BuiltinEntry kMathBuiltins[] = {
    {"sqrt", 1, 1, square_root, "(sqrt number)",
     "The square root: an integer for the square of an integer, else a double (nan for a negative number)."},
    {"integer-sqrt", 1, 1, whole_square_root, "(integer-sqrt n)", "The greatest integer whose square is at most n."},
    {"cbrt", 1, 1, real_function<std::cbrt>, "(cbrt number)", "The cube root."},
    {"expt", 2, 2, power, "(expt base exponent)", "The base to the power of the exponent; exact for integers."},
    {"pow", 2, 2, power, "(pow base exponent)", "The base to the power of the exponent; the same as expt."},
    {"exp", 1, 1, real_function<std::exp>, "(exp number)", "e to the power of the number."},
    {"log", 1, 2, logarithm, "(log number [base])", "The logarithm, natural or to a base."},
    {"log2", 1, 1, real_function<std::log2>, "(log2 number)", "The logarithm to base 2."},
    {"log10", 1, 1, real_function<std::log10>, "(log10 number)", "The logarithm to base 10."},
    {"sin", 1, 1, real_function<std::sin>, "(sin angle)", "The sine of an angle in radians."},
    {"cos", 1, 1, real_function<std::cos>, "(cos angle)", "The cosine of an angle in radians."},
    {"tan", 1, 1, real_function<std::tan>, "(tan angle)", "The tangent of an angle in radians."},
    {"asin", 1, 1, real_function<std::asin>, "(asin number)", "The angle in radians with this sine."},
    {"acos", 1, 1, real_function<std::acos>, "(acos number)", "The angle in radians with this cosine."},
    {"atan", 1, 2, arc_tangent, "(atan y [x])",
     "The angle in radians with this tangent; with x, of the point (x, y) in its quadrant."},
    {"atan2", 2, 2, arc_tangent, "(atan2 y x)", "The angle in radians of the point (x, y)."},
    {"sinh", 1, 1, real_function<std::sinh>, "(sinh number)", "The hyperbolic sine."},
    {"cosh", 1, 1, real_function<std::cosh>, "(cosh number)", "The hyperbolic cosine."},
    {"tanh", 1, 1, real_function<std::tanh>, "(tanh number)", "The hyperbolic tangent."},
    {"hypot", 2, 2, hypotenuse, "(hypot x y)", "The distance of the point (x, y) from the origin."},
};

}  // namespace

void define_math(Runtime& runtime) {
  runtime.define_builtins(kMathBuiltins);
  runtime.define_constant("pi", real(std::numbers::pi), "The circumference of a circle of diameter 1.");
  runtime.define_constant("inf", real(INFINITY), "The double above all others, as 1.0 / 0.0 gives it in C.");
  runtime.define_constant("-inf", real(-INFINITY), "The double below all others.");
  runtime.define_constant("nan", real(NAN), "The double that is not a number: it equals nothing, itself included.");
}

}  // namespace elle::lang
