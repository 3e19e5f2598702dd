// A number is written whole or not at all: what does not fit its type is an objection. Only a cast cuts and rounds,
// because there somebody asked for it.
#include "lang/bridge/convert/write_scalar.h"

#include <array>
#include <cmath>

#include "core/types/type_table.h"

#include "lang/bridge/convert/wide_floats.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::StepKind;

namespace {

Complaint not_a(BridgeContext& bridge, Value value, const char* what, std::string next_step = {}) {
  return {ErrorKind::kType, fmt::format("{} is not {}", print_short(bridge.runtime.views, value), what),
          std::move(next_step)};
}

Complaint out_of_range(BridgeContext& bridge, Value value, IntegerRange range) {
  const std::string shown = print_short(bridge.runtime.views, value);
  const bool negative = value.is(Tag::kInteger) ? value.integer < 0 : shown.starts_with('-');
  if (negative && range.low == 0) return {ErrorKind::kConversion, fmt::format("{} is negative", shown), ""};
  return {ErrorKind::kConversion, fmt::format("{} is out of its range, {} to {}", shown, range.low, range.high), ""};
}

template <class T>
void store(std::byte* to, T value) {
  std::memcpy(to, &value, sizeof value);
}

// A number, as the part type T of a complex one; for a long double also one that no double holds.
template <class T>
std::optional<T> to_part(BridgeContext& bridge, Value value) {
  if constexpr (std::is_same_v<T, long double>) return to_long_double(bridge, value);
  return value.is_number() ? std::optional(static_cast<T>(to_double(value))) : std::nullopt;
}

// A vector of two numbers, real and imaginary part, or one real number.
template <class T>
Objection write_complex(BridgeContext& bridge, std::byte* to, Value value) {
  const bool pair = value.is(Tag::kVector) && value.as<Vector>()->size == 2;
  const std::optional<T> real_part = to_part<T>(bridge, pair ? value.as<Vector>()->items[0] : value);
  const std::optional<T> imaginary = pair ? to_part<T>(bridge, value.as<Vector>()->items[1]) : T(0);
  if (!real_part || !imaginary) return not_a(bridge, value, "a number or a vector [real imaginary]");
  store(to, std::array{*real_part, *imaginary});
  return std::nullopt;
}

Objection write_int128(BridgeContext& bridge, bool is_signed, std::byte* to, Value value) {
  if (!value.is_integer()) return not_a(bridge, value, "an integer");
  const std::optional<unsigned __int128> bits = to_128_bits(value, is_signed);
  if (!bits)
    return Complaint{ErrorKind::kConversion, print_short(bridge.runtime.views, value) + " does not fit 128 bits", ""};
  store(to, *bits);
  return std::nullopt;
}

}  // namespace

Objection integer_bits(BridgeContext& bridge, StepKind kind, bool boolean, Value value, uint64_t* bits) {
  const IntegerRange range = integer_range(kind);
  switch (value.tag()) {
    case Tag::kInteger:
      if (value.integer < range.low || (value.integer > 0 && value.natural > range.high))
        return out_of_range(bridge, value, range);
      *bits = value.natural;
      return std::nullopt;
    case Tag::kNatural:
      if (value.natural > range.high) return out_of_range(bridge, value, range);
      *bits = value.natural;
      return std::nullopt;
    case Tag::kBigInt:
      return out_of_range(bridge, value, range);
    case Tag::kCharacter:
      // C functions on characters take them as int; unsigned where a byte is meant.
      if (value.natural > range.high) return out_of_range(bridge, value, range);
      *bits = value.natural;
      return std::nullopt;
    case Tag::kTrue:
    case Tag::kFalse:
      if (!boolean && kind != StepKind::kI32) break;
      *bits = value.truthy();
      return std::nullopt;
    default:
      break;
  }
  return not_a(bridge, value, boolean ? "a boolean or an integer" : "an integer",
               value.is(Tag::kDouble) ? "Convert it with (round x), (floor x) or (truncate x)." : "");
}

Objection write_wide_scalar(BridgeContext& bridge, StepKind kind, std::byte* to, Value value) {
  switch (kind) {
    case StepKind::kI128:
      return write_int128(bridge, true, to, value);
    case StepKind::kU128:
      return write_int128(bridge, false, to, value);
    case StepKind::kComplexF32:
      return write_complex<float>(bridge, to, value);
    case StepKind::kComplexF64:
      return write_complex<double>(bridge, to, value);
    case StepKind::kComplexF80:
      return write_complex<long double>(bridge, to, value);
    default:
      break;
  }
  if (kind == StepKind::kF128) {
    if (!to_float128(bridge, value, to)) return not_a(bridge, value, "a number");
    return std::nullopt;
  }
  if (kind == StepKind::kF80) {
    const std::optional<long double> number = to_long_double(bridge, value);
    if (!number) return not_a(bridge, value, "a number");
    store(to, *number);
    return std::nullopt;
  }
  if (!value.is_number())
    return not_a(bridge, value, "a number",
                 is_long_double(bridge, value) ? "Round it to a double with (cast :double x)." : "");
  const double number = to_double(value);
  if (kind == StepKind::kF32)
    store(to, static_cast<float>(number));
  else
    store(to, number);
  return std::nullopt;
}

namespace {

// C leaves open what a number too large for an integer type becomes (C17 6.3.1.4p1); here it is what the nearest 64
// bits are, and 0 for what is no number.
uint64_t truncated_bits(long double number) {
  if (std::isnan(number)) return 0;
  if (number < 0) return number <= -0x1p63L ? uint64_t{1} << 63 : static_cast<uint64_t>(static_cast<int64_t>(number));
  return number >= 0x1p64L ? UINT64_MAX : static_cast<uint64_t>(number);
}

uint64_t cast_bits(BridgeContext& bridge, Value number) {
  switch (number.tag()) {
    case Tag::kInteger:
    case Tag::kNatural:
      return number.natural;
    case Tag::kBigInt: {
      const BigInt& big = *number.as<BigInt>();
      return big.sign < 0 ? -big.limbs[0] : big.limbs[0];
    }
    case Tag::kTrue:
    case Tag::kFalse:
      return number.truthy();
    default:
      return truncated_bits(to_long_double(bridge, number).value());
  }
}

}  // namespace

Result<Value> cast_number(BridgeContext& bridge, core::TypeId type, Value number) {
  const StepKind kind = TRY(bridge.runtime.lift(core::step_kind_of(bridge.types, type)));
  alignas(16) std::byte bytes[32] = {};
  const std::optional<long double> exact = to_long_double(bridge, number);
  if (kind == StepKind::kBool) {
    store(bytes, exact ? *exact != 0 : number.truthy());
  } else if (is_integer_step(kind)) {
    store(bytes, cast_bits(bridge, number));
  } else {
    const bool rounds = is_long_double(bridge, number) && kind != StepKind::kF80;
    const Value given = rounds ? real(static_cast<double>(*exact)) : number;
    if (Objection objection = write_wide_scalar(bridge, kind, bytes, given))
      return objection_failure(bridge, "The type of the cast", type, *objection);
  }
  return read_result(bridge, type, bytes);
}

}  // namespace elle::lang
