// A number is the constant that it equals; of an enum of flags else those it is made of, the largest first, and bits
// that no constant has stay a number.
#include "lang/bridge/types/enum_names.h"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <vector>

namespace elle::lang {

namespace {

using core::EnumConstant;

// Constants of many flags come before the single ones they are made of.
std::vector<const EnumConstant*> flags_in(const std::vector<EnumConstant>& constants, uint64_t* rest) {
  std::vector<const EnumConstant*> by_size, found;
  for (const EnumConstant& constant : constants)
    if (constant.value != 0) by_size.push_back(&constant);
  std::ranges::stable_sort(by_size, std::greater{}, [](const EnumConstant* c) { return std::popcount(c->value); });
  for (const EnumConstant* constant : by_size) {
    if ((*rest & constant->value) != constant->value) continue;
    *rest &= ~constant->value;
    found.push_back(constant);
  }
  std::ranges::sort(found, {}, &EnumConstant::value);
  return found;
}

}  // namespace

bool are_flags(std::span<const uint64_t> values) {
  uint64_t single = 0, composed = 0, greatest = 0;
  for (const uint64_t value : values) {
    const bool is_mask = static_cast<int64_t>(value) < 0;  // `ALL = ~0`
    single += std::has_single_bit(value) && !is_mask;
    composed += is_mask || (value != 0 && !std::has_single_bit(value));
    if (!is_mask) greatest = std::max(greatest, value);
  }
  return single >= 2 && greatest >= 4 && greatest >= values.size() && single > composed;
}

std::string enum_name(core::TypeTable& types, core::TypeId enumeration, uint64_t value) {
  auto complete = types.complete_enum(enumeration);
  if (!complete.ok()) return {};
  const std::vector<EnumConstant>& constants = complete.value()->constants;
  const auto exact = std::ranges::find(constants, value, &EnumConstant::value);
  if (exact != constants.end()) return exact->name;
  std::vector<uint64_t> values;
  for (const EnumConstant& constant : constants) values.push_back(constant.value);
  if (!are_flags(values)) return {};
  uint64_t rest = value;
  std::string name;
  for (const EnumConstant* flag : flags_in(constants, &rest)) name += (name.empty() ? "" : " | ") + flag->name;
  if (!name.empty() && rest) name += fmt::format(" | {:#x}", rest);
  return name;
}

std::string enum_text(core::TypeTable& types, core::TypeId enumeration, uint64_t value) {
  const std::string name = enum_name(types, enumeration, value);
  const std::string number =
      types.is_signed(enumeration) ? std::to_string(static_cast<int64_t>(value)) : std::to_string(value);
  return name.empty() ? number : fmt::format("{} ({})", name, number);
}

}  // namespace elle::lang
