// `man` is another program and may take long or never end: it is given a time. Where no page is installed, none is
// started.
#include "lang/bridge/documentation/manual_text.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/documentation/manual_page.h"
#include "core/documentation/text_blocks.h"

namespace elle::lang {

namespace {

constexpr size_t kShownLines = 24;  // of a page that cannot be scrolled
constexpr std::chrono::milliseconds kPatience{3000};

// The lines of a section; false when there are more than may be shown.
bool put_lines(Page& page, std::string_view text) {
  size_t shown = 0;
  for (const std::string_view line : core::lines_of(text)) {
    if (!page.has_screen() && ++shown > kShownLines) return false;
    page.line(line.empty() ? std::string() : fmt::format("  {}", line));
  }
  return true;
}

}  // namespace

void put_manual(Page& page, std::string_view name) {
  const auto found = core::find_manual_page(name);
  if (!found) return;
  const std::string written = fmt::format("man {} {}", found->section, found->name);
  const auto manual = core::ManualText::read(*found, page.width() - 2, kPatience);
  page.gap();
  const std::string_view description = manual.section("DESCRIPTION");
  if (description.empty()) return page.line(fmt::format("`{}` describes it.", written));
  page.heading(fmt::format("From its manual page, {}({})", found->name, found->section));
  for (const std::string_view line : core::lines_of(manual.section("SYNOPSIS")))
    if (line.starts_with("#include")) page.line(fmt::format("  {}", line));
  if (const std::string declaration = manual.declaration_of(name); !declaration.empty()) {
    page.words(declaration, 2);
    page.gap();
  }
  bool whole = put_lines(page, description);
  if (const std::string_view returns = manual.section("RETURN VALUE"); !returns.empty()) {
    page.gap();
    page.heading("Returns");
    whole &= put_lines(page, returns);
  }
  if (const std::vector<std::string> errors = manual.errors(); !errors.empty()) {
    page.gap();
    page.words("Errors: " + core::join(errors, ", "));
  }
  if (!whole) page.line(fmt::format("… `{}` has the rest.", written));
}

}  // namespace elle::lang
