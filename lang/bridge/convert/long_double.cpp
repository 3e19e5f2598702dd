#include "lang/bridge/convert/long_double.h"

#include <charconv>
#include <cstring>

#include "core/types/type_table.h"

#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/number/number.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

Value long_double_value(Runtime& runtime, long double number) {
  const auto nearest = static_cast<double>(number);
  const bool is_nan = number != number;
  if (is_nan || static_cast<long double>(nearest) == number) return real(nearest);
  Allocation* memory = runtime.heap.allocation(sizeof number);
  std::memset(memory->address, 0, sizeof number);
  std::memcpy(memory->address, &number, 10);
  return object_value(Tag::kAllocation, memory, core::type_of(core::TypeKind::kLongDouble));
}

bool is_long_double(const BridgeContext& bridge, Value value) {
  return value.is(Tag::kAllocation) && bridge.types.kind_of(value.c_type()) == core::TypeKind::kLongDouble &&
         !is_freed(value.as<Allocation>());
}

std::optional<long double> to_long_double(const BridgeContext& bridge, Value value) {
  if (is_long_double(bridge, value)) {
    long double number;
    std::memcpy(&number, value.as<Allocation>()->address, sizeof number);
    return number;
  }
  // Integers may have more bits than a double holds.
  if (value.is(Tag::kInteger)) return static_cast<long double>(value.integer);
  if (value.is(Tag::kNatural)) return static_cast<long double>(value.natural);
  if (value.is(Tag::kBigInt)) return parse_long_double(integer_text(value));
  if (value.is_number()) return static_cast<long double>(to_double(value));
  return std::nullopt;
}

std::string long_double_text(long double number) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, number);
  return {text, end};
}

std::optional<long double> parse_long_double(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
  if (hexadecimal) text.remove_prefix(2);
  if (text.starts_with('-')) return std::nullopt;
  long double number = 0;
  const auto format = hexadecimal ? std::chars_format::hex : std::chars_format::general;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, format);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? -number : number;
}

}  // namespace elle::lang
