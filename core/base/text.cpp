// Names that look like another are told by the optimal string alignment distance: single letters added, removed,
// changed, or two neighbours swapped. Its table is filled row by row, and a swap looks two rows back, so three rows are
// enough. Filling ends as soon as no row can lead below the limit, which most of the thousands of names of a header
// reach at once.
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace elle::core {
namespace {

constexpr size_t kLongestCompared = 96;  // letters; longer names are near only when one holds the other

using DistanceRow = std::array<size_t, kLongestCompared + 1>;

// One row of the optimal string alignment table: distances of a's first `i` letters to every beginning of `b`.
size_t fill_row(std::string_view a, std::string_view b, size_t i, const DistanceRow& before, const DistanceRow& above,
                DistanceRow& row) {
  row[0] = i;
  size_t least = i;
  for (size_t j = 1; j <= b.size(); j++) {
    bool same = lower(a[i - 1]) == lower(b[j - 1]);
    row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
    bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
    if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    least = std::min(least, row[j]);
  }
  return least;
}

// How many single letters must be added, removed, changed or swapped with their neighbour to make `a` of `b`; letters
// that differ in case only count nothing. `limit + 1` when it is more than `limit`.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (longer - shorter > limit || longer > kLongestCompared) return limit + 1;
  DistanceRow rows[3];
  for (size_t j = 0; j <= b.size(); j++) rows[0][j] = j;
  for (size_t i = 1; i <= a.size(); i++) {
    size_t least = fill_row(a, b, i, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]);
    if (least > limit) return limit + 1;
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

bool contains(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    size_t end = std::min(text.find(separator), text.size());
    if (end > 0) pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

std::string join(const std::vector<std::string>& pieces, std::string_view separator) {
  std::string joined;
  for (const std::string& piece : pieces) {
    if (!joined.empty()) joined += separator;
    joined += piece;
  }
  return joined;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string first_sentence(std::string_view text) {
  std::string line;
  for (char c : trim(text)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    const bool abbreviation = line.size() >= 4 && line[line.size() - 3] == '.';
    if (space && line.ends_with('.') && !abbreviation) break;
    if (!space || !line.ends_with(' ')) line += space ? ' ' : c;
  }
  return line;
}

std::string quoted_choices(const std::vector<std::string_view>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); i++) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text.append("`").append(names[i]).append("`");
  }
  return text;
}

void NearestNames::offer(std::string_view name) {
  // Any single letter is near any other, which helps nobody.
  size_t limit = wanted_.size() < 2 ? 0 : std::max<size_t>(1, wanted_.size() / 3);
  size_t distance = edit_distance(wanted_, name, limit);
  bool holds = distance > limit && wanted_.size() >= 3 && contains(name, wanted_);
  if (distance > limit && !holds) return;
  // Behind all that are near by their letters, the shorter the better.
  if (holds) distance = limit + (name.size() - wanted_.size());
  auto before = [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.name < b.name;
  };
  Candidate candidate{distance, name};
  auto at = std::lower_bound(best_.begin(), best_.end(), candidate, before);
  if (at != best_.end() && at->name == name) return;
  best_.insert(at, candidate);
  if (best_.size() > count_) best_.pop_back();
}

std::vector<std::string_view> NearestNames::take() const {
  std::vector<std::string_view> names;
  for (const Candidate& candidate : best_) names.push_back(candidate.name);
  return names;
}

}  // namespace elle::core
