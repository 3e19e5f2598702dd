#include "lang/bridge/write_scalar.h"

#include <complex>

#include "lang/bridge/bridge.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"

namespace elle::lang {

using core::StepKind;

namespace {

Complaint not_a(Bridge& bridge, Value value, const char* what, std::string next_step = {}) {
  return {ErrorKind::kType, fmt::format("{} is not {}", print_short(bridge.runtime, value), what),
          std::move(next_step)};
}

Complaint out_of_range(Bridge& bridge, Value value, IntegerRange range) {
  const std::string shown = print_short(bridge.runtime, value);
  const bool negative = value.is(Tag::kInteger) ? value.integer < 0 : shown.starts_with('-');
  if (negative && range.low == 0) return {ErrorKind::kRange, fmt::format("{} is negative", shown), ""};
  return {ErrorKind::kRange, fmt::format("{} is out of its range, {} to {}", shown, range.low, range.high), ""};
}

template <class T>
void store(std::byte* to, T value) {
  std::memcpy(to, &value, sizeof value);
}

// A vector of two numbers, real and imaginary part, or one real number.
template <class T>
Objection write_complex(Bridge& bridge, std::byte* to, Value value) {
  T parts[2] = {};
  if (value.is_number()) {
    parts[0] = static_cast<T>(to_double(value));
  } else if (value.is(Tag::kVector) && value.as<Vector>()->size == 2 && value.as<Vector>()->items[0].is_number() &&
             value.as<Vector>()->items[1].is_number()) {
    for (int i = 0; i < 2; i++) parts[i] = static_cast<T>(to_double(value.as<Vector>()->items[i]));
  } else {
    return not_a(bridge, value, "a number or a vector [real imaginary]");
  }
  std::memcpy(to, parts, sizeof parts);
  return std::nullopt;
}

Objection write_int128(Bridge& bridge, bool is_signed, std::byte* to, Value value) {
  if (!value.is_integer()) return not_a(bridge, value, "an integer");
  const std::optional<unsigned __int128> bits = to_128_bits(value, is_signed);
  if (!bits) return Complaint{ErrorKind::kRange, print_short(bridge.runtime, value) + " does not fit 128 bits", ""};
  store(to, *bits);
  return std::nullopt;
}

}  // namespace

Objection integer_bits(Bridge& bridge, StepKind kind, bool boolean, Value value, uint64_t* bits) {
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

Objection write_wide_scalar(Bridge& bridge, StepKind kind, std::byte* to, Value value) {
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
  if (!value.is_number()) return not_a(bridge, value, "a number");
  const double number = to_double(value);
  if (kind == StepKind::kF32)
    store(to, static_cast<float>(number));
  else if (kind == StepKind::kF64)
    store(to, number);
  else
    store(to, static_cast<long double>(number));
  return std::nullopt;
}

Result<Value> cast_number(Bridge& bridge, core::TypeId type, Value number) {
  const StepKind kind = TRY(bridge.runtime.lift(core::step_kind_of(bridge.types, type)));
  alignas(16) std::byte bytes[32] = {};
  if (kind == StepKind::kBool) {
    store(bytes, number.is_number() ? to_double(number) != 0 : number.truthy());
  } else if (is_integer_step(kind)) {
    uint64_t bits = 0;
    if (number.is(Tag::kInteger) || number.is(Tag::kNatural))
      bits = number.natural;
    else if (number.is(Tag::kDouble))
      bits = number.real < 0 ? static_cast<uint64_t>(static_cast<int64_t>(number.real))
                             : static_cast<uint64_t>(number.real);
    else if (number.is(Tag::kBigInt))
      bits = number.as<BigInt>()->sign < 0 ? -number.as<BigInt>()->limbs[0] : number.as<BigInt>()->limbs[0];
    else
      bits = number.truthy();
    store(bytes, bits);
  } else if (Objection objection = write_wide_scalar(bridge, kind, bytes, number)) {
    return objection_failure(bridge, "The type of the cast", type, *objection);
  }
  return read_result(bridge, type, bytes);
}

}  // namespace elle::lang
