// Columns as wide as their cells, as far as the line allows.
#include "lang/print/table.h"

#include <algorithm>
#include <numeric>

#include "lang/text/unicode.h"

namespace elle::lang {

namespace {

constexpr size_t kGap = 2;
// Cells are not cut to less: what is left would say nothing.
constexpr size_t kNarrowest = 8;

}  // namespace

// As wide as the cells are; while that is too much, the widest column gives way.
std::vector<size_t> Table::widths(size_t room) const {
  std::vector<size_t> widths(roles_.size(), 0);
  for (const auto& row : rows_)
    for (size_t i = 0; i < row.size(); i++) widths[i] = std::max(widths[i], text_width(row[i]));
  size_t total = std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
  while (total > room) {
    size_t& widest = *std::ranges::max_element(widths);
    if (widest <= kNarrowest) break;
    widest--;
    total--;
  }
  return widths;
}

void Table::head(std::vector<std::string> cells) {
  rows_.insert(rows_.begin(), std::move(cells));
  has_head_ = true;
}

std::string Table::line(size_t row, const std::vector<size_t>& widths, const Paint& paint) const {
  std::string line;
  size_t blanks = 0;  // between what stands in the line and the next cell
  for (size_t i = 0; i < rows_[row].size(); i++) {
    const std::string cell = cut_to_width(rows_[row][i], widths[i]);
    if (!cell.empty()) {
      line.append(blanks, ' ');
      line += paint(has_head_ && row == 0 ? Role::kHeading : roles_[i], cell);
      blanks = 0;
    }
    blanks += widths[i] - std::min(widths[i], text_width(cell)) + kGap;
  }
  return line;
}

std::string Table::text(const Paint& paint, size_t columns, size_t indent) const {
  const std::vector<size_t> width = widths(columns ? columns - std::min(indent, columns) : SIZE_MAX);
  std::string text;
  for (size_t row = 0; row < rows_.size(); row++) text += std::string(indent, ' ') + line(row, width, paint) + '\n';
  return text;
}

}  // namespace elle::lang
