// Every text that was read keeps its place in one line of offsets, so that a Span is two numbers.
#include "lang/runtime/source_map.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// A longer line is shown only around the span, so that a one-line megabyte does not fill the screen.
constexpr size_t kLongestExcerpt = 160;
constexpr size_t kShownBefore = 60;

// The part of a line that an excerpt shows, as offsets into the line; never splits a character.
struct Window {
  size_t begin, end;
};

Window window_around(std::string_view line, size_t at) {
  if (line.size() <= kLongestExcerpt) return {0, line.size()};
  size_t begin = at > kShownBefore ? at - kShownBefore : 0;
  while (begin > 0 && is_continuation(line[begin])) begin--;
  size_t end = std::min(line.size(), begin + kLongestExcerpt);
  while (end < line.size() && is_continuation(line[end])) end++;
  return {begin, end};
}

// Text fit for a terminal: what is no UTF-8 and what would move the cursor becomes U+FFFD. Tabs stay.
std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const size_t valid = std::min(find_invalid_utf8(text), text.size());
    for (char byte : text.substr(0, valid)) {
      const bool control = (static_cast<uint8_t>(byte) < 0x20 && byte != '\t') || byte == 0x7f;
      shown += control ? "\ufffd" : std::string_view(&byte, 1);
    }
    if (valid < text.size()) shown += "\ufffd";
    text.remove_prefix(std::min(valid + 1, text.size()));
  }
  return shown;
}

// What stands under `text`: as many columns of `mark`, with the tabs kept.
std::string line_under(std::string_view text, char mark) {
  std::string under;
  for (size_t begin = 0, end; begin < text.size(); begin = end) {
    end = grapheme_end(text, begin);
    const std::string_view grapheme = text.substr(begin, end - begin);
    under += grapheme == "\t" ? "\t" : std::string(text_width(grapheme), mark);
  }
  return under;
}

}  // namespace

uint32_t SourceMap::add(std::string name, std::string text) {
  Source& source = sources_.emplace_back();
  source.name_storage = std::move(name);
  source.text_storage = std::move(text);
  return place_last(source.name_storage, source.text_storage);
}

uint32_t SourceMap::add_static(std::string_view name, std::string_view text) {
  sources_.emplace_back();
  return place_last(name, text);
}

uint32_t SourceMap::place_last(std::string_view name, std::string_view text) {
  Source& source = sources_.back();
  source.begin = next_;
  source.name = name;
  source.text = text;
  // One more than the text, so that its end is a place of its own and even an empty text has one.
  next_ += static_cast<uint32_t>(text.size()) + 1;
  return source.begin;
}

const SourceMap::Source& SourceMap::source_at(uint32_t offset) const {
  auto after = std::upper_bound(sources_.begin(), sources_.end(), offset,
                                [](uint32_t at, const Source& source) { return at < source.begin; });
  return *std::prev(after);
}

std::string_view SourceMap::text_at(uint32_t offset, uint32_t* begin) const {
  const Source& source = source_at(offset);
  *begin = source.begin;
  return source.text;
}

SourceMap::Line SourceMap::line_at(const Source& source, uint32_t offset) {
  std::vector<uint32_t>& starts = source.line_starts;
  if (starts.empty()) {
    starts.push_back(0);
    for (size_t i = 0; i < source.text.size(); i++)
      if (source.text[i] == '\n') starts.push_back(static_cast<uint32_t>(i + 1));
  }
  const uint32_t at = offset - source.begin;
  const auto after = std::upper_bound(starts.begin(), starts.end(), at);
  const uint32_t begin = *std::prev(after);
  std::string_view text = source.text.substr(begin);
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return {static_cast<uint32_t>(after - starts.begin()), text, std::min<size_t>(at - begin, text.size())};
}

Place SourceMap::place(Span span) const {
  const Source& source = source_at(span.begin);
  const Line line = line_at(source, span.begin);
  const size_t column = count_characters(line.text.substr(0, line.offset)) + 1;
  return {source.name, line.number, static_cast<uint32_t>(column), line.text};
}

std::string_view SourceMap::text(Span span) const {
  const Source& source = source_at(span.begin);
  return source.text.substr(span.begin - source.begin, span.end - span.begin);
}

std::string SourceMap::place_text(Span span) const {
  const Place at = place(span);
  return fmt::format("{}:{}:{}", at.source, at.line, at.column);
}

std::string SourceMap::excerpt(Span span, const Paint& paint) const {
  const Line line = line_at(source_at(span.begin), span.begin);
  const Window shown = window_around(line.text, line.offset);
  const size_t marked_end = std::min<size_t>(shown.end, line.offset + (span.end - span.begin));
  const auto part = [&](size_t from, size_t to) { return printable(line.text.substr(from, to - from)); };
  const std::string before = part(shown.begin, line.offset);
  const std::string marked = part(line.offset, marked_end);
  const std::string after = part(marked_end, shown.end);
  const bool cut_before = shown.begin > 0;
  const bool cut_after = shown.end < line.text.size();
  const std::string carets = line_under(marked, '^');
  return fmt::format("{}{}{}{}{}\n{}{}{}", cut_before ? "…" : "", before, paint(Role::kName, marked), after,
                     cut_after ? "…" : "", cut_before ? " " : "", line_under(before, ' '),
                     paint(Role::kCaret, carets.empty() ? "^" : carets));
}

}  // namespace elle::lang
