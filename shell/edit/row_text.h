// Pieces of rows that are fitted to the terminal's width.
#pragma once

#include <string>
#include <string_view>

#include "lang/edit/editing.h"

namespace elle::shell {

// `text`, cut to `columns` with an ellipsis when it is longer.
inline std::string cut(std::string_view text, size_t columns) {
  if (lang::text_columns(text) <= columns) return std::string(text);
  size_t end = 0;
  for (size_t used = 0; end < text.size();) {
    const lang::Grapheme grapheme = lang::grapheme_at(text, end);
    if ((used += grapheme.columns) >= columns) break;
    end = grapheme.end;
  }
  return std::string(text.substr(0, end)) + "…";
}

// `text`, with spaces behind it up to `columns`.
inline std::string padded(std::string text, size_t columns) {
  const size_t used = lang::text_columns(text);
  if (used < columns) text.append(columns - used, ' ');
  return text;
}

}  // namespace elle::shell
