// Words wrapped to a width, and tables of names with words beside them.
#include "lang/print/page.h"

#include <algorithm>

#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

constexpr size_t kWidest = 100;  // longer lines are hard to follow
constexpr size_t kNarrowest = 30;

// Comments of headers may be in any encoding; what is no UTF-8 counts its bytes.
size_t width_of(std::string_view text) { return find_invalid_utf8(text) == text.npos ? text_width(text) : text.size(); }

}  // namespace

size_t Page::width() const { return screen_.columns == 0 ? kWidest : std::clamp(screen_.columns, kNarrowest, kWidest); }

void Page::gap() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

void Page::words(std::string_view text, size_t indent, std::string_view mark) {
  std::string line(indent, ' ');
  if (!mark.empty()) {
    const size_t width = width_of(mark);
    line.resize(indent - std::min(indent, width + 1));
    (line += mark) += ' ';
  }
  size_t used = width_of(line);
  bool empty = true;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const size_t size = width_of(word);
    if (!empty && used + 1 + size > width()) {
      this->line(line);
      line.assign(indent, ' ');
      used = indent;
      empty = true;
    }
    if (!empty) line += ' ';
    used += size + (empty ? 0 : 1);
    line += word;
    empty = false;
  }
  this->line(line);
}

void Page::table(const std::vector<Row>& rows, Role role, size_t indent, size_t widest_left) {
  size_t left = 0;
  for (const Row& row : rows)
    if (const size_t width = width_of(row.left); width <= widest_left) left = std::max(left, width);
  for (const Row& row : rows) {
    const size_t width = width_of(row.left);
    std::string name = std::string(indent, ' ') + paint_(role, row.left);
    if (row.right.empty() || width > left) {
      line(name);
      if (!row.right.empty()) words(row.right, indent + left + 2);
      continue;
    }
    const size_t begin = text_.size();
    words(row.right, indent + left + 2);
    // The name takes the place of the first line's spaces.
    name.append(left + 2 - width, ' ');
    text_.replace(begin, indent + left + 2, name);
  }
}

}  // namespace elle::lang
