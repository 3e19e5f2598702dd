// long double and _Float128: to values, from values, and as text.
#include "lang/bridge/convert/wide_floats.h"

#include <charconv>
#include <cstring>

#include "core/types/type_table.h"

#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/number/number.h"

// The name that gcc and clang both have for it in C++. The C library's functions on it (C23 7.24.1.3, 7.24.1.5) are
// declared here under names of our own, since its header declares them for some C++ compilers only.
using Float128 = __float128;
extern "C" int elle_format_float128(char* to, size_t size, const char* format, Float128 number) __asm__("strfromf128");
extern "C" Float128 elle_parse_float128(const char* text, char** end) __asm__("strtof128");

namespace elle::lang {

namespace {

Float128 load(const std::byte* from) {
  Float128 number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

bool store(Float128 number, std::byte* to) {
  std::memcpy(to, &number, sizeof number);
  return true;
}

}  // namespace

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

Value float128_value(Runtime& runtime, const std::byte* from) {
  const Float128 number = load(from);
  const auto nearest = static_cast<double>(number);
  const bool is_nan = number != number;
  if (is_nan || static_cast<Float128>(nearest) == number) return real(nearest);
  Allocation* memory = runtime.heap.allocation(sizeof number);
  store(number, memory->address);
  return object_value(Tag::kAllocation, memory, core::type_of(core::TypeKind::kFloat128));
}

bool is_float128(const BridgeContext& bridge, Value value) {
  return value.is(Tag::kAllocation) && bridge.types.kind_of(value.c_type()) == core::TypeKind::kFloat128 &&
         !is_freed(value.as<Allocation>());
}

bool to_float128(const BridgeContext& bridge, Value value, std::byte* to) {
  if (is_float128(bridge, value)) return store(load(value.as<Allocation>()->address), to);
  // An integer may have more bits than a long double holds.
  if (value.is(Tag::kBigInt)) return parse_float128(integer_text(value), to);
  const std::optional<long double> number = to_long_double(bridge, value);
  return number && store(*number, to);
}

bool parse_float128(const std::string& text, std::byte* to) {
  char* end = nullptr;
  const Float128 number = elle_parse_float128(text.c_str(), &end);
  return !text.empty() && end == text.c_str() + text.size() && store(number, to);
}

std::string float128_text(const std::byte* from) {
  const Float128 number = load(from);
  constexpr int kAlwaysEnough = 36;  // digits
  char text[64];
  for (int digits = 1; digits <= kAlwaysEnough; digits++) {
    elle_format_float128(text, sizeof text, fmt::format("%.{}g", digits).c_str(), number);
    if (elle_parse_float128(text, nullptr) == number) break;
  }
  return text;
}

long double rounded_float128(const std::byte* from) { return static_cast<long double>(load(from)); }

}  // namespace elle::lang
