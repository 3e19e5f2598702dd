#include "core/documentation/clean_comment.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/documentation/text_blocks.h"

namespace elle::core {

namespace {

// The text between the marks, the first of which may be doubled: `/**<`, `//!`.
std::string_view without_marks(std::string_view comment) {
  if (comment.starts_with("//") || comment.size() < 4) return comment;
  comment = comment.substr(2, comment.size() - 4);
  comment.remove_prefix(std::min(comment.find_first_not_of("*!<"), comment.size()));
  return comment;
}

// What stands behind the stars or slashes that begin a line; all of it when none do.
std::string_view behind_marks(std::string_view line, std::string_view marks) {
  const std::string_view trimmed = trim(line);
  if (trimmed.empty()) return {};
  if (marks.find(trimmed[0]) == marks.npos) return line;
  return trimmed.substr(std::min(trimmed.find_first_not_of(marks), trimmed.size()));
}

std::string_view without_end(std::string_view line) { return line.substr(0, line.find_last_not_of(" \t\r\f") + 1); }

// Whether most lines but the first begin with a star. Else a star is the mark of a list's item.
bool has_stars(const std::vector<std::string_view>& lines) {
  size_t stars = 0, others = 0;
  for (size_t i = 1; i < lines.size(); i++)
    if (const std::string_view words = trim(lines[i]); !words.empty()) (words[0] == '*' ? stars : others)++;
  return stars > others;
}

// gtk-doc's own marks in a struct: "private" in angle brackets between two members.
bool is_section_mark(std::string_view comment) { return comment.starts_with("/*<") && comment.ends_with(">*/"); }

}  // namespace

std::string clean_comment(std::string_view comment) {
  const bool slashes = comment.starts_with("//");
  std::vector<std::string_view> lines = lines_of(without_marks(comment));
  if (lines.empty() || is_section_mark(comment)) return {};
  const std::string_view marks = slashes ? "/!<" : has_stars(lines) ? "*" : "";
  for (std::string_view& line : lines) line = without_end(behind_marks(line, marks));
  // The text may begin behind the opening mark, which says nothing of how the others are indented.
  const bool begins_at_mark = !slashes && !lines[0].empty();
  if (begins_at_mark) lines[0] = trim(lines[0]);
  size_t least = SIZE_MAX;
  for (size_t i = begins_at_mark ? 1 : 0; i < lines.size(); i++)
    if (!lines[i].empty()) least = std::min(least, indentation(lines[i]));
  std::string clean;
  for (size_t i = 0; i < lines.size(); i++)
    clean.append(begins_at_mark && i == 0 ? lines[i] : without_indentation(lines[i], least)) += '\n';
  const size_t first = clean.find_first_not_of('\n'), last = clean.find_last_not_of("\n *");
  if (first == std::string::npos || last == std::string::npos || last < first) return {};
  return clean.substr(first, last - first + 1);
}

}  // namespace elle::core
