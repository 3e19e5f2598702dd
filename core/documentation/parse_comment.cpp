// Which dialect a comment is written in is told by what only one of them has, the rarest first: sqlite's CAPI3REF, then
// a command of Doxygen's, then the shape of gtk-doc. What has none of these is plain words, read as Markdown as far as
// people write it without thinking of it.
#include "core/documentation/parse_comment.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/documentation/html_text.h"
#include "core/documentation/text_blocks.h"

namespace elle::core {

namespace {

// --- A comment without its markers. ---

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
  // The least indentation of all lines is the comment's own; what a line has more is its author's.
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

// --- What it says. ---

namespace {

// Lines of sqlite3.h that are for the program that makes its web pages.
constexpr std::string_view kSqliteLines[] = {"KEYWORDS:", "METHOD:", "CONSTRUCTOR:", "DESTRUCTOR:", "EXPERIMENTAL:"};

bool is_sqlite(std::string_view comment) { return comment.find("CAPI3REF:") != comment.npos; }

// sqlite marks what its tests have proved, ^this and ^(that)^, and links as [name] and [target | words].
std::string sqlite_inline_text(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); i++) {
    const std::string_view rest = text.substr(i);
    const size_t end = rest.find(']');
    if (rest.starts_with("^(") || rest.starts_with(")^")) {
      i++;
    } else if (rest.starts_with("[[") && end != rest.npos) {
      i += std::min(end + 1, rest.size() - 1);
    } else if (rest[0] == '[' && end != rest.npos && rest.find('\n') > end) {
      const std::string_view inside = rest.substr(1, end - 1);
      const size_t bar = inside.find('|');
      plain.append(trim(bar == inside.npos ? inside : inside.substr(bar + 1)));
      i += end;
    } else if (rest[0] != '^') {
      plain += rest[0];
    }
  }
  return plain;
}

Document parse_sqlite(std::string_view comment) {
  std::string text;
  std::string see_also;
  for (std::string_view line : lines_of(comment)) {
    if (std::any_of(std::begin(kSqliteLines), std::end(kSqliteLines),
                    [&](auto word) { return line.starts_with(word); }))
      continue;
    if (line.starts_with("CAPI3REF:")) {
      text.append("# ").append(trim(line.substr(9))).append("\n\n");
    } else if (line.starts_with("See also:") || (!see_also.empty() && !trim(line).empty())) {
      see_also.append(line.starts_with("See also:") ? line.substr(9) : line) += ' ';
    } else {
      text.append(line) += '\n';
    }
  }
  Document document;
  document.blocks = text_blocks(html_to_text(sqlite_inline_text(text)));
  for (const std::string& name : split(sqlite_inline_text(see_also), ','))
    if (std::string word = one_line(name.starts_with(" and ") ? name.substr(5) : name); !word.empty())
      document.see_also.push_back(std::move(word));
  return document;
}

// curl begins its comments with "NAME curl_easy_getinfo()" and "DESCRIPTION".
Document parse_plain(std::string_view comment) {
  std::string text;
  for (const std::string_view line : lines_of(comment)) {
    const std::string_view words = trim(line);
    const bool of_manual = (words.starts_with("NAME ") && words.find(' ', 5) == words.npos) || words == "DESCRIPTION";
    if (!of_manual) text.append(line) += '\n';
  }
  Document document;
  document.blocks = text_blocks(html_to_text(text));
  return document;
}

}  // namespace

Document parse_comment(std::string_view comment) {
  if (is_sqlite(comment)) return parse_sqlite(comment);
  if (is_doxygen(comment)) return parse_doxygen(comment);
  if (is_gtk_doc(comment)) return parse_gtk_doc(comment);
  return parse_plain(comment);
}

}  // namespace elle::core
