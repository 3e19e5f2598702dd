// Constants are computed as the target would: integers in 64 bits and cut to their type after every step, floating
// values in their own type, since one rounding to long double and a second to double is not always one rounding to
// double. Numbers in brackets are paragraphs of C17.
//
// Undefined results (a shift by the width, a division by zero) are no value at all; the header's author meant something
// that only the compiler can tell.
#include "core/macros/arithmetic.h"

#include <algorithm>

namespace elle::core::macros {
namespace {

// 6.3.1.1; enough for what promotion leaves.
int rank(ScalarKind kind) {
  using enum format::TypeKind;
  switch (kind) {
    case kLong:
    case kUnsignedLong:
      return 2;
    case kLongLong:
    case kUnsignedLongLong:
      return 3;
    default:
      return 1;
  }
}

ScalarKind unsigned_of(ScalarKind kind) {
  static constexpr ScalarKind kByRank[] = {ScalarKind::kUnsignedInt, ScalarKind::kUnsignedLong,
                                           ScalarKind::kUnsignedLongLong};
  return kByRank[rank(kind) - 1];
}

// 6.3.1.8 for two promoted integers.
ScalarKind common_integer(ScalarKind a, ScalarKind b) {
  if (is_unsigned(a) == is_unsigned(b)) return rank(a) >= rank(b) ? a : b;
  ScalarKind without_sign = is_unsigned(a) ? a : b, with_sign = is_unsigned(a) ? b : a;
  if (rank(without_sign) >= rank(with_sign)) return without_sign;
  return scalar_size(with_sign) > scalar_size(without_sign) ? with_sign : unsigned_of(with_sign);
}

ScalarKind common_floating(const Value& a, const Value& b) {
  if (a.kind != MacroValue::kFloating) return b.scalar;
  if (b.kind != MacroValue::kFloating) return a.scalar;
  return std::max(a.scalar, b.scalar);  // float, double, long double stand in this order
}

long double as_real(const Value& value) {
  if (value.kind == MacroValue::kFloating) return value.real;
  if (is_unsigned(value.scalar)) return static_cast<long double>(value.bits);
  return static_cast<long double>(static_cast<int64_t>(value.bits));
}

template <class T>
std::optional<bool> compare(std::string_view op, T a, T b) {
  if (op == "<") return a < b;
  if (op == ">") return a > b;
  if (op == "<=") return a <= b;
  if (op == ">=") return a >= b;
  if (op == "==") return a == b;
  if (op == "!=") return a != b;
  return std::nullopt;
}

// Computed in the type itself: rounding twice, through long double, would be off by a bit now and then.
template <class T>
std::optional<long double> compute(std::string_view op, T a, T b) {
  if (op == "+") return a + b;
  if (op == "-") return a - b;
  if (op == "*") return a * b;
  if (op == "/") return a / b;
  return std::nullopt;
}

std::optional<Value> floating(Scope& scope, std::string_view op, const Value& left, const Value& right) {
  long double a = as_real(left), b = as_real(right);
  if (auto truth = compare(op, a, b)) return make_integer(scope, ScalarKind::kInt, *truth);
  ScalarKind kind = common_floating(left, right);
  std::optional<long double> result;
  if (kind == ScalarKind::kFloat)
    result = compute(op, static_cast<float>(a), static_cast<float>(b));
  else if (kind == ScalarKind::kDouble)
    result = compute(op, static_cast<double>(a), static_cast<double>(b));
  else
    result = compute(op, a, b);
  if (!result) return std::nullopt;
  return make_floating(scope, kind, *result);
}

std::optional<uint64_t> divide(std::string_view op, uint64_t a, uint64_t b, bool without_sign) {
  if (b == 0) return std::nullopt;
  if (without_sign) return op == "/" ? a / b : a % b;
  int64_t x = static_cast<int64_t>(a), y = static_cast<int64_t>(b);
  if (y == -1) return op == "/" ? uint64_t{0} - a : 0;  // INT64_MIN / -1 has no value, and traps
  return static_cast<uint64_t>(op == "/" ? x / y : x % y);
}

std::optional<uint64_t> integer_bits(std::string_view op, uint64_t a, uint64_t b, bool without_sign) {
  if (op == "+") return a + b;
  if (op == "-") return a - b;
  if (op == "*") return a * b;
  if (op == "&") return a & b;
  if (op == "|") return a | b;
  if (op == "^") return a ^ b;
  if (op == "/" || op == "%") return divide(op, a, b, without_sign);
  return std::nullopt;
}

// 6.5.7: the type is the promoted left one; the right one only counts.
std::optional<Value> shift(Scope& scope, std::string_view op, const Value& left, const Value& right) {
  if (right.bits >= scalar_size(left.scalar) * 8) return std::nullopt;
  uint64_t bits = left.bits << right.bits;
  if (op == ">>" && is_unsigned(left.scalar)) bits = left.bits >> right.bits;
  if (op == ">>" && !is_unsigned(left.scalar))
    bits = static_cast<uint64_t>(static_cast<int64_t>(left.bits) >> right.bits);
  return make_integer(scope, left.scalar, bits);
}

// _Bool is 1 for whatever is not 0 (6.3.1.2), so it is not cut to size as the others are.
std::optional<Value> to_integer(Scope& scope, TypeHandle type, const TypeFacts& facts, const Value& value) {
  if (scalar_size(facts.scalar) == 0) return Value{};
  // 6.3.1.4: a floating value that does not fit has no integer value at all.
  long double limit = facts.is_unsigned ? 0x1p64L : 0x1p63L;
  if (value.kind == MacroValue::kFloating && !(value.real > -0x1p63L && value.real < limit)) return std::nullopt;
  uint64_t bits = value.bits;
  if (facts.scalar == ScalarKind::kBool)
    bits = is_true(value);
  else if (value.kind == MacroValue::kFloating)
    bits = facts.is_unsigned && value.real >= 0 ? static_cast<uint64_t>(value.real)
                                                : static_cast<uint64_t>(static_cast<int64_t>(value.real));
  Value result = make_integer(scope, facts.scalar, bits);
  result.type = type;
  return result;
}

std::optional<Value> to_floating(Scope& scope, TypeHandle type, const TypeFacts& facts, const Value& value) {
  if (value.kind == MacroValue::kPointer) return std::nullopt;
  if (facts.scalar > ScalarKind::kLongDouble) return Value{};
  Value result = make_floating(scope, facts.scalar, as_real(value));
  result.type = type;
  return result;
}

}  // namespace

uint64_t scalar_size(ScalarKind kind) {
  using enum format::TypeKind;
  switch (kind) {
    case kBool:
    case kChar:
    case kSignedChar:
    case kUnsignedChar:
      return 1;
    case kShort:
    case kUnsignedShort:
      return 2;
    case kInt:
    case kUnsignedInt:
    case kFloat:
      return 4;
    case kLong:
    case kUnsignedLong:
    case kLongLong:
    case kUnsignedLongLong:
    case kDouble:
      return 8;
    case kLongDouble:
      return 16;
    default:
      return 0;
  }
}

Value make_integer(Scope& scope, ScalarKind kind, uint64_t bits) {
  uint64_t size = scalar_size(kind);
  unsigned unused = size == 0 ? 0 : 64 - static_cast<unsigned>(size) * 8;
  if (is_unsigned(kind))
    bits = bits << unused >> unused;
  else
    bits = static_cast<uint64_t>(static_cast<int64_t>(bits << unused) >> unused);
  Value value;
  value.kind = MacroValue::kInteger;
  value.scalar = kind;
  value.type = scope.scalar(kind);
  value.bits = bits;
  return value;
}

Value make_floating(Scope& scope, ScalarKind kind, long double real) {
  Value value;
  value.kind = MacroValue::kFloating;
  value.scalar = kind;
  value.type = scope.scalar(kind);
  value.real = real;
  if (kind == ScalarKind::kFloat) value.real = static_cast<float>(real);
  if (kind == ScalarKind::kDouble) value.real = static_cast<double>(real);
  return value;
}

Value promote(Scope& scope, Value value) {
  if (value.kind != MacroValue::kInteger || scalar_size(value.scalar) >= 4) return value;
  return make_integer(scope, ScalarKind::kInt, value.bits);
}

std::optional<Value> binary(Scope& scope, std::string_view op, const Value& left, const Value& right) {
  if (left.kind == MacroValue::kFloating || right.kind == MacroValue::kFloating)
    return floating(scope, op, left, right);
  Value a = promote(scope, left), b = promote(scope, right);
  if (op == "<<" || op == ">>") return shift(scope, op, a, b);
  ScalarKind kind = common_integer(a.scalar, b.scalar);
  uint64_t x = make_integer(scope, kind, a.bits).bits, y = make_integer(scope, kind, b.bits).bits;
  bool without_sign = is_unsigned(kind);
  auto truth = without_sign ? compare(op, x, y) : compare(op, static_cast<int64_t>(x), static_cast<int64_t>(y));
  if (truth) return make_integer(scope, ScalarKind::kInt, *truth);
  auto bits = integer_bits(op, x, y, without_sign);
  if (!bits) return std::nullopt;
  return make_integer(scope, kind, *bits);
}

std::optional<Value> cast(Scope& scope, TypeHandle type, const Value& value) {
  TypeFacts facts = scope.facts(type);
  Value at_run_time;
  at_run_time.type = type;
  bool constant =
      value.kind == MacroValue::kInteger || value.kind == MacroValue::kFloating || value.kind == MacroValue::kPointer;
  if (value.kind == MacroValue::kTypeAlias) return std::nullopt;
  if (!constant) return at_run_time;
  switch (facts.type_class) {
    case TypeClass::kInteger:
      return to_integer(scope, type, facts, value);
    case TypeClass::kFloating:
      return to_floating(scope, type, facts, value);
    case TypeClass::kPointer: {
      if (value.kind == MacroValue::kFloating) return std::nullopt;
      Value pointer = value;
      pointer.kind = MacroValue::kPointer;
      pointer.type = type;
      return pointer;
    }
    case TypeClass::kVoid:
      return at_run_time;
    default:
      return std::nullopt;
  }
}

bool is_true(const Value& value) { return value.kind == MacroValue::kFloating ? value.real != 0 : value.bits != 0; }

}  // namespace elle::core::macros
