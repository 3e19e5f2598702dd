// Constants are shown as the declarations file has them, and the enum's type is never made: an enum need not have a
// name to make it by.
#include "lang/bridge/documentation/enum_text.h"

#include <fmt/format.h>
#include <vector>

#include "core/documentation/text_blocks.h"

#include "lang/bridge/types/enum_names.h"

namespace elle::lang {

using core::Declaration;

namespace {

constexpr size_t kWidestConstant = 50;  // columns; what is said of longer ones stands below them

uint64_t bits_of(const Declaration& constant) { return static_cast<uint64_t>(constant.constant_value()); }

bool is_of_flags(const Declaration& enumeration) {
  std::vector<uint64_t> values;
  for (uint32_t i = 0; i < enumeration.constant_count(); i++) values.push_back(bits_of(enumeration.constant(i)));
  return are_flags(values);
}

// What is said of a constant; some headers (curl's) begin that with its value.
std::string about(const Declaration& constant, const std::vector<core::NamedText>& parts) {
  std::string text = core::one_line(constant.comment());
  for (const core::NamedText& part : parts)
    if (text.empty() && part.name == constant.name()) text = part.text;
  const std::string value = fmt::format("{}", constant.constant_value());
  if (text == value) return {};
  return text.starts_with(value + " - ") ? text.substr(value.size() + 3) : text;
}

}  // namespace

std::string constant_text(const Paint& paint, const Declaration& constant) {
  const std::string value = constant.constant_is_unsigned() ? fmt::format("{}", bits_of(constant))
                                                            : fmt::format("{}", constant.constant_value());
  std::string text = paint(Role::kName, constant.name()) + " = " + paint(Role::kNumber, value);
  if (is_of_flags(constant.constant_owner())) text += paint(Role::kDim, fmt::format(" (0x{:x})", bits_of(constant)));
  return text;
}

void put_enum(Page& page, const Declaration& enumeration, const std::vector<core::NamedText>& parts) {
  const std::string_view tag = enumeration.untagged() ? std::string_view() : enumeration.name();
  const uint32_t count = enumeration.constant_count();
  page.line(fmt::format("{}: {} constant{}",
                        page.paint()(Role::kName, tag.empty() ? "enum" : fmt::format("enum {}", tag)), count,
                        count == 1 ? "" : "s"));
  std::vector<Page::Row> rows;
  for (uint32_t i = 0; i < count; i++) {
    const Declaration constant = enumeration.constant(i);
    rows.push_back({constant_text(page.paint(), constant), about(constant, parts)});
  }
  page.table(rows, Role::kPlain, 2, kWidestConstant);
}

}  // namespace elle::lang
