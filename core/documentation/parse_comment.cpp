#include "core/documentation/parse_comment.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/documentation/html_text.h"
#include "core/documentation/parse_doxygen.h"
#include "core/documentation/parse_gtk_doc.h"
#include "core/documentation/text_blocks.h"

namespace elle::core {

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
