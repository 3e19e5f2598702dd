// Groups of lines between empty ones. A group is code when it is indented further than the list it stands in; else its
// lines are words, and a line that begins with an item's mark begins an item. Lists nest by indentation (nesting_), as
// in Markdown, but forgivingly: what a person wrote in a comment was never checked by a program.
#include "core/documentation/text_blocks.h"

#include <algorithm>
#include <cctype>
#include <span>

#include "core/base/text.h"

namespace elle::core {

namespace {

constexpr size_t kCodeIndentation = 4;

struct CodeMarks {
  std::string_view open, close;
};
// In the order they are tried: one that begins with another stands before it.
constexpr CodeMarks kCodeMarks[] = {
    {"```", "```"},
    {"~~~", "~~~"},
    {"|[", "]|"},
    {"\\code", "\\endcode"},
    {"@code", "@endcode"},
    {"\\verbatim", "\\endverbatim"},
    {"@verbatim", "@endverbatim"},
};

// The mark of a list's item, "-" or "12."; empty when the line is none.
std::string_view item_mark(std::string_view line) {
  if (line.starts_with("-# ")) return line.substr(0, 2);
  if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
    return line.substr(0, 1);
  size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) digits++;
  const bool numbered = digits > 0 && digits < 3 && line.size() > digits + 2 &&
                        (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return numbered ? line.substr(0, digits + 1) : std::string_view();
}

// "# Words", or "DESCRIPTION" alone on its line.
bool is_heading(std::string_view line) {
  if (line.starts_with("#") && line.find_first_not_of('#') < line.size())
    return line[line.find_first_not_of('#')] == ' ';
  return false;
}

bool is_capitals(std::string_view line) {
  return line.size() > 3 &&
         std::all_of(line.begin(), line.end(), [](unsigned char c) { return std::isupper(c) || c == ' '; });
}

class BlockReader {
 public:
  explicit BlockReader(std::string_view text) : lines_(lines_of(text)) {}

  std::vector<Block> read() {
    while (at_ < lines_.size()) {
      if (trim(lines_[at_]).empty())
        at_++;
      else if (const std::string_view end = code_end_mark(lines_[at_]); !end.empty())
        read_code(end);
      else
        read_group();
    }
    return std::move(blocks_);
  }

 private:
  // From the line that opens code to the one that ends it, or to the end.
  void read_code(std::string_view end_mark) {
    const size_t indented = indentation(lines_[at_]);
    std::string code;
    for (at_++; at_ < lines_.size(); at_++) {
      const std::string_view line = trim(lines_[at_]);
      if (line.starts_with(end_mark)) break;
      // Gtk-doc says the language on a line of its own.
      if (line.starts_with("<!-- language")) continue;
      code.append(without_indentation(lines_[at_], indented)) += '\n';
    }
    at_++;
    add_code(std::move(code));
  }

  // The lines up to the next empty one, or to code.
  void read_group() {
    const size_t first = at_;
    size_t least = SIZE_MAX;
    while (at_ < lines_.size() && !trim(lines_[at_]).empty() && (at_ == first || code_end_mark(lines_[at_]).empty()))
      least = std::min(least, indentation(lines_[at_++]));
    const std::span<const std::string_view> group(lines_.data() + first, at_ - first);
    if (least >= kCodeIndentation + item_indentation_ && item_mark(trim(group[0])).empty())
      return add_indented(group, least);
    if (least < item_indentation_) item_indentation_ = 0;
    for (const std::string_view line : group) add_line(line, line.data() == group[0].data());
  }

  void add_indented(std::span<const std::string_view> group, size_t columns) {
    // Code goes on after an empty line, with the indentation it began with.
    const bool goes_on = indented_code_ > 0 && !blocks_.empty() && blocks_.back().kind == BlockKind::kCode;
    if (goes_on) columns = std::min(columns, indented_code_);
    std::string code;
    for (const std::string_view line : group) code.append(without_indentation(line, columns)) += '\n';
    if (goes_on) {
      code = blocks_.back().text + "\n\n" + code;
      blocks_.pop_back();
    }
    add_code(std::move(code));
    indented_code_ = columns;
  }

  void add_code(std::string code) {
    code.erase(code.find_last_not_of("\n ") + 1);
    if (!code.empty()) blocks_.push_back({BlockKind::kCode, std::move(code), {}, 0});
    indented_code_ = 0;
  }

  void add_line(std::string_view line, bool first) {
    const std::string_view words = trim(line);
    if (const std::string_view mark = item_mark(words); !mark.empty()) {
      start_item(indentation(line), mark, words.substr(mark.size()));
    } else if (is_heading(words) || (first && is_capitals(words) && alone())) {
      const size_t begin = std::min(words.find_first_not_of("# "), words.size());
      blocks_.push_back({BlockKind::kHeading, one_line(words.substr(begin)), {}, 0});
      joins_ = false;
    } else if (first || !joins_) {
      blocks_.push_back({BlockKind::kParagraph, one_line(words), {}, item_indentation_ ? item_depth() + 1 : 0});
      joins_ = true;
    } else {
      (blocks_.back().text += ' ') += one_line(words);
    }
  }

  // Whether the group that was read last is a single line.
  bool alone() const { return at_ < 2 || trim(lines_[at_ - 2]).empty(); }

  void start_item(size_t indented, std::string_view mark, std::string_view text) {
    while (!nesting_.empty() && (item_indentation_ == 0 || nesting_.back() > indented)) nesting_.pop_back();
    if (nesting_.empty() || nesting_.back() < indented) nesting_.push_back(indented);
    item_indentation_ = indented + mark.size() + 1;
    const bool bullet = !is_digit(mark[0]);
    blocks_.push_back({BlockKind::kItem, one_line(text), std::string(bullet ? "-" : mark), item_depth()});
    joins_ = true;
  }

  uint32_t item_depth() const { return nesting_.empty() ? 0 : static_cast<uint32_t>(nesting_.size() - 1); }

  std::vector<std::string_view> lines_;
  size_t at_ = 0;
  std::vector<Block> blocks_;
  std::vector<size_t> nesting_;  // the indentations of the lists that are open
  size_t item_indentation_ = 0;  // of the text of the last item; 0 outside a list
  bool joins_ = false;           // the next line goes on with the last block
  size_t indented_code_ = 0;     // of the last block, if it is code by its indentation: how many columns that was
};

}  // namespace

std::string_view code_end_mark(std::string_view line) {
  line = trim(line);
  for (const CodeMarks& marks : kCodeMarks)
    if (line.starts_with(marks.open)) return marks.close;
  return {};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

size_t indentation(std::string_view line) {
  size_t columns = 0;
  for (const char c : line) {
    if (c == '\t')
      columns += 8 - columns % 8;
    else if (c == ' ')
      columns++;
    else
      break;
  }
  return columns;
}

std::string_view without_indentation(std::string_view line, size_t columns) {
  size_t i = 0;
  for (size_t column = 0; i < line.size() && column < columns; i++) {
    if (line[i] != ' ' && line[i] != '\t') break;
    column += line[i] == '\t' ? 8 - column % 8 : 1;
  }
  return line.substr(i);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::vector<Block> text_blocks(std::string_view text) { return BlockReader(text).read(); }

}  // namespace elle::core
