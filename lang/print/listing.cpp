#include "lang/print/listing.h"

#include <algorithm>

#include "core/base/text.h"

#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

constexpr size_t kGap = 2;  // between columns
// The last column keeps at least this many, however long the names before it are.
constexpr size_t kRoom = 20;

std::vector<size_t> column_widths(const Listing& listing) {
  std::vector<size_t> widths(listing.roles.size());
  for (const auto& row : listing.rows)
    for (size_t i = 0; i < row.size(); i++) widths[i] = std::max(widths[i], text_width(row[i]));
  return widths;
}

// What the last column may take when the line is `columns` wide, those before it shortened if they must be.
void fit(std::vector<size_t>& widths, size_t columns) {
  size_t before = 0;
  for (size_t i = 0; i + 1 < widths.size(); i++) before += widths[i] + kGap;
  const size_t room = columns > kRoom ? columns - kRoom : 1;
  if (before > room && widths.size() > 1) {
    const size_t excess = std::min(before - room, widths[0] - std::min<size_t>(widths[0], 8));
    widths[0] -= excess;
    before -= excess;
  }
  widths.back() = std::min(widths.back(), columns > before ? columns - before : 1);
}

}  // namespace

std::string first_sentence(std::string_view text) {
  std::string line;
  for (char c : core::trim(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && line.ends_with('.')) break;
    if (!space || !line.ends_with(' ')) line += space ? ' ' : c;
  }
  return line;
}

std::string cut_to(std::string_view text, size_t width) {
  if (text_width(text) <= width) return std::string(text);
  size_t taken = 0, end = 0;
  while (end < text.size()) {
    size_t next = end;
    const size_t character = static_cast<size_t>(std::max(0, character_width(decode_utf8(text, next))));
    if (taken + character + 1 > width) break;
    taken += character;
    end = next;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string Listing::text(const Output& out, size_t indent) const {
  std::vector<size_t> widths = column_widths(*this);
  if (out.columns() > 0) fit(widths, out.columns() > indent ? out.columns() - indent : 1);
  const Paint paint(out.colour());
  std::string text;
  for (const auto& row : rows) {
    std::string line(indent, ' ');
    size_t blank = 0;
    for (size_t i = 0; i < row.size(); i++) {
      if (row[i].empty()) {
        blank += widths[i] + kGap;
        continue;
      }
      const std::string cell = cut_to(row[i], widths[i]);
      line += std::string(blank, ' ') + paint(roles[i], cell);
      blank = widths[i] - std::min(widths[i], text_width(cell)) + kGap;
    }
    text += line + "\n";
  }
  return text;
}

}  // namespace elle::lang
