#include "shell/completion.h"

#include <algorithm>

namespace elle::shell {

namespace {

constexpr std::string_view kIndent = "  ";
constexpr size_t kMostShown = 200;
constexpr size_t kMostNotes = 20;

size_t characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

// What all candidates start with; never a part of a character.
std::string common_start(const std::vector<lang::Candidate>& candidates) {
  std::string start = candidates[0].text;
  for (const auto& [text, about, usable] : candidates) {
    size_t length =
        static_cast<size_t>(std::mismatch(start.begin(), start.end(), text.begin(), text.end()).first - start.begin());
    while (length > 0 && length < start.size() && (static_cast<unsigned char>(start[length]) & 0xc0) == 0x80) length--;
    start.resize(length);
  }
  return start;
}

}  // namespace

Completion complete_line(lang::Session& session, std::string_view before) {
  if (before.find_first_not_of(" \t") == before.npos) return {0, std::string(kIndent), {}};
  lang::Completions found = session.complete(before, before.size());
  if (found.candidates.empty()) return {};
  const std::string_view typed = before.substr(found.begin);
  const std::string start = common_start(found.candidates);
  // A candidate may be another spelling of what was typed, so it replaces that rather than adding to it.
  const bool better = found.candidates.size() == 1 ? start != typed : start.size() > typed.size();
  if (better) return {characters(typed), start, {}};
  if (found.candidates.size() == 1) return {};
  return {0, {}, std::move(found.candidates)};
}

std::string shown(const Completion& completion, size_t width) {
  std::vector<std::string> plain;
  std::string others;
  size_t other_count = 0;
  for (const auto& [text, about, usable] : completion.choices) {
    if (about.empty())
      plain.push_back(text);
    else if (other_count++ < kMostNotes)
      others += text + "  (" + about + ")\n";
  }
  if (other_count > kMostNotes) others += "… and " + std::to_string(other_count - kMostNotes) + " that are not here\n";
  return (plain.empty() ? std::string() : in_columns(plain, width)) + others;
}

std::string in_columns(const std::vector<std::string>& choices, size_t width) {
  const size_t shown = std::min(choices.size(), kMostShown);
  size_t column = 0;
  for (size_t i = 0; i < shown; i++) column = std::max(column, characters(choices[i]) + 2);
  const size_t columns = std::max<size_t>(1, width / column);
  std::string text;
  for (size_t i = 0; i < shown; i++) {
    const bool ends_line = i % columns == columns - 1 || i + 1 == shown;
    text += choices[i];
    text += ends_line ? "\n" : std::string(column - characters(choices[i]), ' ');
  }
  if (shown < choices.size()) text += "… and " + std::to_string(choices.size() - shown) + " more\n";
  return text;
}

}  // namespace elle::shell
