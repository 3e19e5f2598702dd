#include "shell/edit/hint_row.h"

#include "shell/edit/row_text.h"

namespace elle::shell {

namespace {

constexpr std::string_view kGap = "  ";

// The end of `text` that takes no more than `columns`, behind an ellipsis when something is missing.
std::string cut_front(std::string_view text, size_t columns) {
  size_t used = lang::text_columns(text);
  if (used <= columns) return std::string(text);
  size_t begin = 0;
  while (begin < text.size() && used + 1 > columns) {
    const lang::Grapheme grapheme = lang::grapheme_at(text, begin);
    used -= grapheme.columns;
    begin = grapheme.end;
  }
  return "…" + std::string(text.substr(begin));
}

}  // namespace

FrameRow hint_row(const lang::Hint& hint, size_t columns, const lang::Paint& paint) {
  const std::string_view prototype = hint.prototype;
  const bool highlights = hint.highlight_begin < hint.highlight_end;
  std::string highlighted =
      lang::safe_text(prototype.substr(hint.highlight_begin, hint.highlight_end - hint.highlight_begin));
  if (highlights && !paint.on()) highlighted = "»" + highlighted + "«";
  highlighted = cut(highlighted, columns);
  size_t left = columns - lang::text_columns(highlighted);
  const std::string before = cut_front(prototype.substr(0, hint.highlight_begin), left);
  left -= lang::text_columns(before);
  std::string after(prototype.substr(hint.highlight_end));
  if (!hint.about.empty()) after += std::string(kGap) + hint.about;
  after = left > 0 ? cut(after, left) : std::string();
  left -= lang::text_columns(after);
  return {
      paint(lang::Role::kDim, before) + paint(lang::Role::kHighlighted, highlighted) + paint(lang::Role::kDim, after),
      columns - left};
}

}  // namespace elle::shell
