#include "lang/complete/place.h"

namespace elle::lang {

ArgumentPlace innermost_place(const Outline& outline) {
  const NodeIndex form = outline.around_cursor();
  size_t place = 0;
  for (NodeIndex child : outline[form].children)
    if (outline[child].end <= outline.cursor() && child != outline.at_cursor()) place++;
  return {form, place};
}

ArgumentPlace place_around(const Outline& outline, ArgumentPlace inner) {
  return {outline[inner.form].parent, outline[inner.form].place};
}

bool is_quoted(const Outline& outline, NodeIndex form) {
  for (; form != Outline::kRoot; form = outline[form].parent)
    if (outline[form].prefix == TokenKind::kQuote) return true;
  return false;
}

std::string_view keyword_before(const Outline& outline, ArgumentPlace at) {
  if (at.place < 2 || outline.child_count(at.form) < at.place) return {};
  const NodeIndex before = outline.child(at.form, at.place - 1);
  return outline[before].kind == TokenKind::kKeyword ? outline.text(before).substr(1) : std::string_view();
}

}  // namespace elle::lang
