// Numbers to text and back. A double is written with the fewest digits that read back as the same double, and always so
// that it reads back as a double: 1.0, 1e+100.
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "lang/number/gmp_integer.h"
#include "lang/number/number.h"

namespace elle::lang {

namespace {

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

// The digits without their underscores, each of which must stand between two digits. Empty when that is not what the
// text is.
std::string plain_digits(std::string_view text, int base) {
  std::string digits;
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] == '_') {
      if (i == 0 || i + 1 == text.size() || text[i - 1] == '_') return {};
    } else if (digit_value(text[i]) < base) {
      digits += text[i];
    } else {
      return {};
    }
  }
  return digits;
}

// Removes "0x", "0b" or "0o" and returns the base it stands for.
int take_base_prefix(std::string_view& text) {
  if (text.size() < 3 || text[0] != '0') return 10;
  const char letter = text[1];
  const int base = letter == 'x' || letter == 'X' ? 16 : letter == 'b' || letter == 'B' ? 2 : letter == 'o' ? 8 : 10;
  if (base != 10) text.remove_prefix(2);
  return base;
}

std::optional<Value> parse_digits(Heap& heap, std::string_view text, int base, bool negative) {
  const std::string digits = plain_digits(text, base);
  if (digits.empty()) return std::nullopt;
  uint64_t small;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), small, base);
  if (failure == std::errc()) {
    const auto wide = static_cast<__int128>(small);
    return from_int128(heap, negative ? -wide : wide);
  }
  IntegerResult big;
  mpz_set_str(big, digits.c_str(), base);
  if (negative) mpz_neg(big, big);
  return big.value(heap);
}

// digits [. digits] [e [sign] digits], with a point or an exponent; the digits before the point may be missing.
bool has_double_form(std::string_view text) {
  size_t i = 0;
  auto skip_digits = [&] {
    const size_t start = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') i++;
    return i > start;
  };
  const bool whole = skip_digits();
  const bool point = i < text.size() && text[i] == '.';
  if (point) {
    i++;
    if (!skip_digits()) return false;
  }
  const bool exponent = i < text.size() && (text[i] == 'e' || text[i] == 'E');
  if (exponent) {
    i++;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) i++;
    if (!skip_digits()) return false;
  }
  return i == text.size() && (point || (whole && exponent));
}

std::optional<Value> parse_double(std::string_view text, bool negative) {
  std::string digits;
  for (char c : text)
    if (c != '_') digits += c;
  if (!has_double_form(digits)) return std::nullopt;
  double number = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  // Out of range: the C library's answer is infinity or zero, as IEEE 754 has it.
  if (failure != std::errc()) number = std::strtod(digits.c_str(), nullptr);
  return real(negative ? -number : number);
}

}  // namespace

std::optional<Value> parse_number(Heap& heap, std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  std::string_view digits = text;
  const int base = take_base_prefix(digits);
  if (auto whole = parse_digits(heap, digits, base, negative)) return whole;
  return parse_double(text, negative);
}

std::optional<Value> parse_integer(Heap& heap, std::string_view text, int base) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  return parse_digits(heap, text, base, negative);
}

std::string integer_text(Value integer, int base) {
  if (!integer.is(Tag::kBigInt)) {
    char buffer[72];
    const auto end = integer.is(Tag::kNatural) ? std::to_chars(buffer, buffer + sizeof buffer, integer.natural, base)
                                               : std::to_chars(buffer, buffer + sizeof buffer, integer.integer, base);
    return {buffer, end.ptr};
  }
  const IntegerView view(integer);
  std::string text(mpz_sizeinbase(view, base) + 2, '\0');
  mpz_get_str(text.data(), base, view);
  text.resize(std::strlen(text.c_str()));
  return text;
}

std::string double_text(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  std::string text = fmt::format("{}", number);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace elle::lang
