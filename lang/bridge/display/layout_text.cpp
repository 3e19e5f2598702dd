// A line stands where the parts at its two sides differ, and which corner joins lines follows from those that meet in
// it. A name that its box has no room for is listed below the drawing.
#include "lang/bridge/display/layout_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "lang/print/table.h"
#include "lang/text/unicode.h"

namespace elle::lang {

using core::RecordPart;

namespace {

constexpr size_t kBytes = 8;
constexpr uint64_t kCacheLine = 64;
constexpr size_t kMargin = 7;  // of the offsets
constexpr size_t kWidest = 8, kNarrowest = 3;

// By the lines that meet in it: 1 up, 2 down, 4 left, 8 right.
constexpr std::string_view kCorners[] = {" ", "│", "│", "│", "─", "┘", "┐", "┤",
                                         "─", "└", "┌", "├", "─", "┴", "┬", "┼"};

std::string repeated(std::string_view text, size_t count) {
  std::string all;
  for (size_t i = 0; i < count; i++) all += text;
  return all;
}

// One strip of rows.
class Grid {
 public:
  Grid(const RecordDrawing& drawing, const Strip& strip, const ShowOptions& options)
      : drawing_(drawing), strip_(strip), options_(options) {
    const size_t room = options.columns > kMargin ? (options.columns - kMargin - 1) / kBytes : kNarrowest;
    cell_ = std::clamp(room, kNarrowest, kWidest);
  }

  std::string text() {
    std::string text;
    for (size_t row = 0; row < strip_.rows.size(); row++) {
      text += line_above(row) + content(row);
      if (const uint64_t more = strip_.rows[row].rows_left_out)
        text +=
            std::string(kMargin, ' ') + options_.paint(Role::kDim, fmt::format("│ ⋮ {} bytes", more * kBytes)) + "\n";
    }
    return text + line_above(strip_.rows.size());
  }

  // The parts whose names had no room.
  const std::vector<int>& cut() const { return cut_; }

 private:
  std::string line_above(size_t row) const {
    std::string line;
    bool any = false;
    for (size_t byte = 0; byte <= kBytes; byte++) {
      const bool before = byte > 0 && strip_.line_above(row, byte - 1);
      const bool here = byte < kBytes && strip_.line_above(row, byte);
      const bool up = row > 0 && strip_.line_left(row - 1, byte), down = strip_.line_left(row, byte);
      line += kCorners[up + 2 * down + 4 * before + 8 * here];
      if (byte < kBytes) line += repeated(here ? "─" : " ", cell_ - 1);
      any = any || here;
    }
    if (!any) return {};
    line.erase(line.find_last_not_of(' ') + 1);
    return std::string(kMargin, ' ') + line + "\n";
  }

  std::string content(size_t row) {
    std::string line = options_.paint(Role::kDim, fmt::format("{:>6} ", strip_.rows[row].offset));
    for (size_t begin = 0, end; begin < kBytes && strip_.part(row, begin) != DrawnRow::kNothing; begin = end) {
      for (end = begin + 1; end < kBytes && !strip_.line_left(row, end);) end++;
      line += "│" + box(strip_.part(row, begin), (end - begin) * cell_ - 1);
    }
    line += "│";
    const bool starts_line = strip_.rows[row].offset > 0 && strip_.rows[row].offset % kCacheLine == 0;
    return line + (starts_line && cell_ == kWidest ? options_.paint(Role::kDim, " cache line") : "") + "\n";
  }

  // What stands in a box: its name and type where it begins, and the hatching of padding.
  std::string box(int index, size_t width) {
    const DrawnPart& drawn = drawing_.parts[index];
    if (drawn.part.kind == RecordPart::Kind::kPadding) return options_.paint(Role::kDim, repeated("░", width));
    if (!named_.insert(index).second) return std::string(width, ' ');
    const std::string name = cut_to_width(" " + drawn.name, width);
    if (name != " " + drawn.name) cut_.push_back(index);
    const size_t left = width - text_width(name);
    if (drawn.type.empty() || left < text_width(drawn.type) + 3) return name + std::string(left, ' ');
    return name + "  " + options_.paint(Role::kDim, drawn.type) + std::string(left - 2 - text_width(drawn.type), ' ');
  }

  const RecordDrawing& drawing_;
  const Strip& strip_;
  const ShowOptions& options_;
  size_t cell_;
  std::set<int> named_;
  std::vector<int> cut_;
};

std::string details_text(std::vector<Detail> details, const ShowOptions& options) {
  std::ranges::stable_sort(details, {}, &Detail::offset);
  Table table({Role::kDim, Role::kPlain, Role::kPlain, Role::kDim});
  for (const Detail& detail : details)
    table.add({fmt::format("{:>6}", detail.offset), detail.name, detail.place, detail.type});
  return details.empty() ? std::string() : table.text(options.paint, options.columns);
}

}  // namespace

std::string layout_text(const RecordDrawing& drawing, const ShowOptions& options) {
  std::string text = fmt::format("{}, {}\n", options.paint(Role::kType, drawing.name), drawing.summary);
  std::vector<Detail> details = drawing.details;
  for (const Strip& strip : drawing.strips) {
    Grid grid(drawing, strip, options);
    text += grid.text();
    for (int index : grid.cut()) {
      const DrawnPart& part = drawing.parts[index];
      if (part.look != Look::kBits && part.look != Look::kUnion)
        details.push_back({part.part.offset, part.name, count_text(part.part.size, "byte"), part.type});
    }
  }
  text += details_text(std::move(details), options);
  if (!drawing.advice.empty()) text += drawing.advice + "\n";
  return text;
}

}  // namespace elle::lang
