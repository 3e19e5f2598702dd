#include "core/declarations/missing_header.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/library/package_advice.h"

namespace elle::core {
namespace {

constexpr std::string_view kBefore = "The header `", kAfter = "` was not found.";

// "" when the message is about something else.
std::string_view missing_header(std::string_view message) {
  std::string_view line = message.substr(0, message.find('\n'));
  if (!line.starts_with(kBefore) || !line.ends_with(kAfter)) return {};
  line.remove_prefix(kBefore.size());
  line.remove_suffix(kAfter.size());
  return line;
}

}  // namespace

std::string missing_header_line(std::string_view header) { return fmt::format("{}{}{}", kBefore, header, kAfter); }

void advise_on_missing_header(Error& error, const HeaderRequest& request) {
  std::string_view header = missing_header(error.message);
  if (header.empty()) return;
  // A header that another one includes need not be of the same library.
  bool asked_for = std::find(request.headers.begin(), request.headers.end(), header) != request.headers.end();
  auto advice = advice_for_header(header, asked_for ? request.libraries : std::vector<std::string>());
  if (advice) error.next_step = *advice;
}

}  // namespace elle::core
