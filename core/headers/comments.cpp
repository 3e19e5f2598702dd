// Going backwards from a declaration: blanks, words and brackets may stand between it and its comment, since they are
// macros such as `G_DEPRECATED_FOR(x)` or the beginning of the declaration itself. Anything else ends the search: a `;`
// or `}` there belongs to another declaration, and so does the comment before it.
#include "core/headers/comments.h"

#include <algorithm>
#include <cstring>

#include "core/base/text.h"

namespace elle::core::headers {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

size_t line_start(std::string_view text, size_t at) {
  const void* before = ::memrchr(text.data(), '\n', at);
  return before ? static_cast<size_t>(static_cast<const char*>(before) - text.data()) + 1 : 0;
}

// Where the last `/*` of a text begins; comments are long, and memrchr is faster than a search for two letters.
size_t last_comment_open(std::string_view text) {
  while (const void* slash = ::memrchr(text.data(), '/', text.size())) {
    size_t at = static_cast<size_t>(static_cast<const char*>(slash) - text.data());
    if (at + 1 < text.size() && text[at + 1] == '*') return at;
    text = text.substr(0, at);
  }
  return std::string_view::npos;
}

bool is_doc(std::string_view comment) {
  return comment.size() > 4 && (comment.starts_with("/**") || comment.starts_with("/*!"));
}

// `text` up to the bracket that the one at the end closes; empty when there is none.
std::string_view before_brackets(std::string_view text) {
  int depth = 0;
  while (!text.empty()) {
    char c = text.back();
    text.remove_suffix(1);
    if (c == ')') depth++;
    if (c == '(' && --depth == 0) return text;
    if (c == ';' || c == '{' || c == '}') return {};
  }
  return {};
}

// The block comment that ends `text`, when it begins its line.
std::string_view block_at_end(std::string_view text) {
  size_t open = last_comment_open(text.substr(0, text.size() - 2));
  if (open == std::string_view::npos || !starts_line(text, open)) return {};
  return text.substr(open);
}

// The `//` lines that end `text`, as one; empty when its last line is none.
std::string_view lines_at_end(std::string_view text) {
  size_t first = text.size();
  for (size_t end = text.size(); end > 0;) {
    size_t start = line_start(text, end);
    std::string_view line = trim(text.substr(start, end - start));
    if (!line.starts_with("//")) break;
    first = start;
    end = start == 0 ? 0 : start - 1;
  }
  return trim(text.substr(first));
}

}  // namespace

bool starts_line(std::string_view text, size_t at) {
  return trim(text.substr(line_start(text, at), at - line_start(text, at))).empty();
}

std::string_view comment_before(std::string_view text, size_t offset) {
  text = text.substr(0, offset);
  int line_ends = 0;
  while (!text.empty()) {
    char c = text.back();
    if (text.ends_with("*/") && text.size() >= 4) {
      std::string_view comment = block_at_end(text);
      return line_ends <= (is_doc(comment) ? 2 : 1) ? comment : std::string_view();
    }
    if (c == ')') {
      text = before_brackets(text);
      line_ends = 0;
    } else if (is_word_letter(c)) {
      text.remove_suffix(1);
      line_ends = 0;
    } else if (is_blank(c)) {
      text.remove_suffix(1);
    } else if (c == '\n') {
      text.remove_suffix(1);
      if (std::string_view lines = lines_at_end(text); ++line_ends == 1 && !lines.empty()) return lines;
    } else {
      break;
    }
  }
  return {};
}

std::string_view comment_after(std::string_view text, size_t offset) {
  size_t at = offset;
  while (at < text.size() && (is_blank(text[at]) || text[at] == ',' || text[at] == ';')) at++;
  std::string_view rest = text.substr(std::min(at, text.size()));
  if (rest.starts_with("//")) return rest.substr(0, rest.find('\n'));
  if (!rest.starts_with("/*")) return {};
  size_t end = rest.find("*/", 2);
  return end == std::string_view::npos ? std::string_view() : rest.substr(0, end + 2);
}

// 200 characters are more than attribute macros take; beyond that it is another paragraph of the header.
bool follows_directly(std::string_view text, size_t end, size_t begin) {
  if (begin <= end || begin > text.size() || begin - end > 200) return false;
  int line_ends = 0;
  for (char c : text.substr(end, begin - end)) {
    line_ends += c == '\n';
    if (!is_word_letter(c) && !is_blank(c) && c != '\n' && c != ';') return false;
  }
  return line_ends == 1;
}

}  // namespace elle::core::headers
