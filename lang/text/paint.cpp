// Roles to the escape sequences of terminals.
#include "lang/text/paint.h"

namespace elle::lang {

std::string_view Paint::begin(Role role) const {
  constexpr std::string_view kBegin[] = {
#define X(role, sgr) std::string_view(sgr).empty() ? "" : "\x1b[" sgr "m",
      ELLE_PAINT_ROLES(X)
#undef X
  };
  return on_ ? kBegin[static_cast<size_t>(role)] : "";
}

std::string Paint::operator()(Role role, std::string_view text) const {
  const std::string_view begin = this->begin(role);
  if (begin.empty()) return std::string(text);
  std::string painted(begin);
  painted += text;
  painted += end();
  return painted;
}

}  // namespace elle::lang
