// A file that stands alone, for whatever shows pictures: no fonts, scripts or styles from elsewhere. Every text of a
// header must go through `escaped`.
#include "lang/bridge/display/layout_svg.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/text/unicode.h"

namespace elle::lang {

using core::RecordPart;

namespace {

constexpr size_t kBytes = 8;
// In pixels.
constexpr int kByte = 88, kRow = 40, kGap = 20, kLeft = 64, kTop = 72, kRight = 24, kLine = 20;
constexpr int kWidth = kLeft + kByte * static_cast<int>(kBytes) + kRight;
// Of a character of the names and of the types, about.
constexpr double kNameCharacter = 7.6, kTypeCharacter = 6.2;

// Plain colours: few programs but browsers know CSS variables, or which scheme their reader prefers.
constexpr std::string_view kStyle = R"(
  text { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 13px; fill: #1f2328; }
  .title { font-size: 17px; font-weight: bold; }
  .type, .offset, .note { font-size: 11px; fill: #59636e; }
  .ground { fill: #ffffff; }
  .number { fill: #cfe4ff; } .pointer { fill: #c9f0d2; } .array { fill: #ffe6b8; }
  .bits { fill: #e8d6ff; } .union { fill: #c4eef0; } .padding { fill: url(#hatch); } .hatch { fill: #b9c0c8; }
  .lines { stroke: #57606a; stroke-width: 1.2; fill: none; }
  .thin { stroke: #57606a; stroke-width: 0.6; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .type, .offset, .note { fill: #aab4be; }
    .ground { fill: #16191d; }
    .number { fill: #1f3d66; } .pointer { fill: #1d4a2b; } .array { fill: #5a4415; }
    .bits { fill: #46306b; } .union { fill: #17494c; } .hatch { fill: #4a525b; }
    .lines, .thin { stroke: #8b949e; }
  }
)";

std::string escaped(std::string_view text) {
  std::string safe;
  for (char c : text) {
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '"')
      safe += "&quot;";
    else
      safe += c;
  }
  return safe;
}

std::string rectangle(int x, int y, int width, int height, std::string_view look) {
  return fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", look, x, y, width, height);
}

std::string words(int x, int y, std::string_view look, std::string_view anchor, std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", look, x, y, anchor,
                     escaped(text));
}

class Picture {
 public:
  explicit Picture(const RecordDrawing& drawing) : drawing_(drawing) {}

  std::string text() {
    body_ += words(kGap, 30, "title", "start", drawing_.name);
    body_ += words(kGap, 50, "note", "start", drawing_.summary);
    for (const Strip& strip : drawing_.strips) add_strip(strip);
    add_details();
    add_legend();
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\">\n"
        "<title>{2}</title>\n<style>{3}</style>\n"
        "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><rect class=\"hatch\" width=\"2\" height=\"6\"/></pattern></defs>\n"
        "<rect class=\"ground\" width=\"{0}\" height=\"{1}\"/>\n{4}</svg>\n",
        kWidth, y_ + kGap, escaped(drawing_.name + ", " + drawing_.summary), kStyle, body_);
  }

 private:
  // A run of bytes of one part in a row.
  struct Segment {
    int part, x, y, width;
  };

  void add_strip(const Strip& strip) {
    if (!strip.caption.empty()) {
      body_ += words(kLeft, y_ + 14, "type", "start", strip.caption);
      y_ += kLine;
    }
    std::vector<Segment> segments;
    std::string lines;
    for (size_t row = 0; row < strip.rows.size(); row++) {
      body_ += words(kLeft - 10, y_ + kRow / 2 + 4, "offset", "end", std::to_string(strip.rows[row].offset));
      add_row(strip, row, segments, lines);
      y_ += kRow;
      if (const uint64_t more = strip.rows[row].rows_left_out) {
        body_ += words(kLeft + kByte * 4, y_ + 14, "note", "middle", fmt::format("⋮ {} bytes", more * kBytes));
        lines += fmt::format("M{0} {1}v{3}M{2} {1}v{3}", kLeft, y_, kLeft + kByte * 8, kLine);
        y_ += kLine;
      }
    }
    for (size_t byte = 0; byte < kBytes; byte++)
      if (strip.line_above(strip.rows.size(), byte)) lines += fmt::format("M{} {}h{}", x_of(byte), y_, kByte);
    add_parts(segments);
    body_ += fmt::format("<path class=\"lines\" d=\"{}\"/>\n", lines);
    y_ += kGap;
  }

  void add_row(const Strip& strip, size_t row, std::vector<Segment>& segments, std::string& lines) const {
    for (size_t byte = 0; byte <= kBytes; byte++) {
      if (byte < kBytes && strip.line_above(row, byte)) lines += fmt::format("M{} {}h{}", x_of(byte), y_, kByte);
      const bool begins = strip.line_left(row, byte);
      if (begins) lines += fmt::format("M{} {}v{}", x_of(byte), y_, kRow);
      const int part = strip.part(row, byte);
      if (part == DrawnRow::kNothing) continue;
      if (begins)
        segments.push_back({part, x_of(byte), y_, kByte});
      else
        segments.back().width += kByte;
    }
  }

  // The segments of a part are one group, with what there is to say of it as its tooltip.
  void add_parts(const std::vector<Segment>& segments) {
    std::vector<bool> done(drawing_.parts.size());
    for (const Segment& first : segments) {
      if (done[first.part]) continue;
      done[first.part] = true;
      const DrawnPart& part = drawing_.parts[first.part];
      body_ += fmt::format("<g><title>{}</title>", escaped(part.about));
      const Segment* widest = &first;
      for (const Segment& segment : segments) {
        if (segment.part != first.part) continue;
        // Bits that no field has stay hatched.
        const Look look = part.look == Look::kBits && in_one_segment(part.part, first) ? Look::kPadding : part.look;
        body_ += rectangle(segment.x, segment.y, segment.width, kRow, look_name(look));
        if (segment.width > widest->width) widest = &segment;
      }
      body_ += "\n";
      if (part.look == Look::kBits && in_one_segment(part.part, first))
        add_bits(part.part, first);
      else if (part.look != Look::kPadding)
        add_label(part, *widest);
      body_ += "</g>\n";
    }
  }

  static bool in_one_segment(const RecordPart& part, const Segment& segment) {
    return part.size * kByte == static_cast<uint64_t>(segment.width);
  }

  void add_label(const DrawnPart& part, const Segment& segment) {
    const auto fits = [&](double character) { return static_cast<size_t>((segment.width - 8) / character); };
    const int middle = segment.x + segment.width / 2;
    body_ += words(middle, segment.y + 18, "name", "middle", cut_to_width(part.name, fits(kNameCharacter)));
    body_ += words(middle, segment.y + 33, "type", "middle", cut_to_width(part.type, fits(kTypeCharacter)));
  }

  // The lowest bit is at the left, as the lowest byte is.
  void add_bits(const RecordPart& part, const Segment& segment) {
    for (const core::Field& field : part.bits) {
      const auto first = static_cast<int>(field.bit_offset - part.offset * 8),
                 count = static_cast<int>(field.bit_width);
      const int x = segment.x + first * kByte / 8, width = count * kByte / 8;
      const std::string about =
          fmt::format("{}: bits {} to {} of byte {}", field.name, first, first + count - 1, part.offset);
      body_ += fmt::format("<g><title>{}</title>{}", escaped(about), rectangle(x, segment.y, width, kRow, "bits thin"));
      if (const auto room = static_cast<size_t>(width / kNameCharacter); room >= 2)
        body_ += words(x + width / 2, segment.y + kRow / 2 + 4, "name", "middle", cut_to_width(field.name, room));
      body_ += "</g>\n";
    }
  }

  void add_details() {
    for (const Detail& detail : drawing_.details) {
      body_ += words(kLeft - 10, y_, "offset", "end", std::to_string(detail.offset));
      body_ += words(kLeft, y_, "note", "start", detail.name);
      body_ += words(kLeft + 2 * kByte, y_, "note", "start", detail.place);
      body_ += words(kLeft + 4 * kByte, y_, "note", "start", detail.type);
      y_ += kLine;
    }
    if (!drawing_.advice.empty()) {
      body_ += words(kLeft, y_, "note", "start", drawing_.advice);
      y_ += kLine;
    }
  }

  // Of the looks that occur.
  void add_legend() {
    int x = kLeft;
    for (const Look look : kLooks) {
      if (std::ranges::none_of(drawing_.parts, [&](const DrawnPart& part) { return part.look == look; })) continue;
      body_ += rectangle(x, y_ - 10, 18, 14, fmt::format("{} thin", look_name(look)));
      body_ += words(x + 24, y_ + 1, "note", "start", look_name(look));
      x += 100;
    }
  }

  static int x_of(size_t byte) { return kLeft + kByte * static_cast<int>(byte); }

  const RecordDrawing& drawing_;
  int y_ = kTop;
  std::string body_;
};

}  // namespace

std::string layout_svg(const RecordDrawing& drawing) { return Picture(drawing).text(); }

}  // namespace elle::lang
