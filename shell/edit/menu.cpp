#include "shell/edit/menu.h"

#include <algorithm>

#include "shell/edit/row_text.h"

namespace elle::shell {

namespace {

using lang::Candidate;
using lang::Paint;
using lang::Role;

constexpr size_t kGap = 2;           // columns between two cells
constexpr size_t kListColumns = 50;  // a narrower terminal has no room to say what candidates are

}  // namespace

void Menu::renew(lang::Completions found) {
  found_ = std::move(found);
  selected_ = top_ = 0;
}

void Menu::up() {
  if (selected_ >= per_row_) selected_ -= per_row_;
}

void Menu::down() {
  if (selected_ / per_row_ < (found_.candidates.size() - 1) / per_row_)
    selected_ = std::min(selected_ + per_row_, found_.candidates.size() - 1);
}

size_t Menu::name_columns(size_t columns) const {
  size_t most = 0;
  for (const Candidate& candidate : found_.candidates) most = std::max(most, lang::text_columns(candidate.text));
  return std::min(most, columns - kGap);
}

bool Menu::fits_list(size_t columns, size_t height) const {
  const auto& candidates = found_.candidates;
  return candidates.size() <= height && columns >= kListColumns &&
         std::any_of(candidates.begin(), candidates.end(), [](const Candidate& each) { return !each.about.empty(); });
}

std::vector<FrameRow> Menu::rows(size_t columns, size_t height, const Paint& paint) {
  if (fits_list(columns, height)) {
    per_row_ = 1;
    return list_rows(columns, paint);
  }
  return grid_rows(columns, height, paint);
}

// Without colour the selection is marked by a character, which takes no more room than the gap.
std::string Menu::painted(size_t index, std::string_view text, const Paint& paint) const {
  if (!paint.on()) return (index == selected_ ? "> " : "  ") + std::string(text);
  const Role role = index == selected_ ? Role::kSelected : found_.candidates[index].usable ? Role::kPlain : Role::kDim;
  return paint(role, " " + std::string(text) + " ");
}

std::vector<FrameRow> Menu::list_rows(size_t columns, const Paint& paint) const {
  std::vector<FrameRow> rows;
  const size_t names = name_columns(columns / 2);
  for (size_t i = 0; i < found_.candidates.size(); i++) {
    const Candidate& candidate = found_.candidates[i];
    const std::string name = padded(cut(candidate.text, names), names);
    const std::string about = cut(candidate.about, columns - names - 2 * kGap);
    rows.push_back(
        {painted(i, name, paint) + "  " + paint(Role::kDim, about), names + 2 * kGap + lang::text_columns(about)});
  }
  return rows;
}

FrameRow Menu::grid_row(size_t first, size_t columns, size_t cell, const Paint& paint) const {
  FrameRow row{{}, 0};
  const size_t end = std::min(first + per_row_, found_.candidates.size());
  for (size_t i = first; i < end; i++) {
    const std::string name = cut(found_.candidates[i].text, columns - kGap);
    row.text += painted(i, padded(name, cell - kGap), paint);
    row.columns += cell;
  }
  return row;
}

FrameRow Menu::status_row(size_t columns, const Paint& paint) const {
  std::string status = "  " + std::to_string(selected_ + 1) + " of " + std::to_string(found_.candidates.size());
  if (!selected().about.empty()) status += "  " + selected().about;
  status = cut(status, columns);
  return {paint(Role::kDim, status), lang::text_columns(status)};
}

std::vector<FrameRow> Menu::grid_rows(size_t columns, size_t height, const Paint& paint) {
  const size_t cell = name_columns(columns) + kGap;
  per_row_ = std::max<size_t>(1, columns / cell);
  const size_t all = (found_.candidates.size() + per_row_ - 1) / per_row_;
  const size_t shown = std::min(all, std::max<size_t>(height, 2) - 1);
  const size_t current = selected_ / per_row_;
  top_ = std::clamp(top_, current + 1 > shown ? current + 1 - shown : 0, current);
  std::vector<FrameRow> rows;
  for (size_t i = top_; i < std::min(all, top_ + shown); i++)
    rows.push_back(grid_row(i * per_row_, columns, cell, paint));
  rows.push_back(status_row(columns, paint));
  return rows;
}

}  // namespace elle::shell
