// Integers as bits in two's complement, and divisibility.
#include "lang/arithmetic/arithmetic.h"
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"

namespace elle::lang {

namespace {

// Flags of one C enum stay flags of it.
CTypeId common_enum(Args args) {
  const CTypeId type = args.size() > 0 && args[0].is(Tag::kInteger) ? args[0].c_type() : 0;
  for (uint32_t i = 1; i < args.size(); i++)
    if (!args[i].is(Tag::kInteger) || args[i].c_type() != type) return 0;
  return type;
}

template <BitOperation operation>
Result<Value> combined(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Value result = integer(operation == BitOperation::kAnd ? -1 : 0);
  for (uint32_t i = 0; i < args.size(); i++) result = bitwise(runtime.heap, operation, result, TRY(in.whole(i)));
  return result.is(Tag::kInteger) ? enum_integer(result.integer, common_enum(args)) : result;
}

Result<Value> complement(Runtime& runtime, Args args) {
  return bitwise_not(runtime.heap, TRY(Arguments(runtime, args).whole(0)));
}

template <int direction>
Result<Value> shifted(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Value number = TRY(in.whole(0));
  const int64_t count = TRY(in.integer(1));
  if (count < 0) return in.wrong(1, "an integer that is not negative");
  return shift(runtime, number, direction * count);
}

Result<Value> is_bit_set(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Value number = TRY(in.whole(0));
  const auto place = static_cast<int64_t>(TRY(in.natural(1)));
  return boolean(is_odd(TRY(shift(runtime, number, -place))));
}

Result<Value> divisor(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Value result = integer(0);
  for (uint32_t i = 0; i < args.size(); i++) result = greatest_common_divisor(runtime.heap, result, TRY(in.whole(i)));
  return result;
}

Result<Value> multiple(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Value result = integer(1);
  for (uint32_t i = 0; i < args.size(); i++) {
    const Value number = TRY(in.whole(i));
    result = TRY(multiple(runtime, result, number));
  }
  return result;
}

constexpr BuiltinEntry kBitBuiltins[] = {
    {"bit-and", 0, kAnyNumber, combined<BitOperation::kAnd>, "(bit-and integer ...)",
     "The bits that are set in all integers, seen in two's complement."},
    {"bit-or", 0, kAnyNumber, combined<BitOperation::kOr>, "(bit-or integer ...)",
     "The bits that are set in any of the integers."},
    {"bit-xor", 0, kAnyNumber, combined<BitOperation::kXor>, "(bit-xor integer ...)",
     "The bits that are set in an odd number of the integers."},
    {"bit-not", 1, 1, complement, "(bit-not integer)", "The integer with every bit inverted."},
    {"shift-left", 2, 2, shifted<1>, "(shift-left integer n)", "The integer times 2 to the power of n."},
    {"shift-right", 2, 2, shifted<-1>, "(shift-right integer n)",
     "The integer divided by 2 to the power of n, rounded down."},
    {"bit-set?", 2, 2, is_bit_set, "(bit-set? integer n)", "Whether bit n, counted from 0 at the low end, is set."},
    {"gcd", 0, kAnyNumber, divisor, "(gcd integer ...)", "The greatest common divisor."},
    {"lcm", 0, kAnyNumber, multiple, "(lcm integer ...)", "The least common multiple."},
};

}  // namespace

void define_bits(Runtime& runtime) { runtime.define_builtins(kBitBuiltins); }

}  // namespace elle::lang
