// The two spellings of a C name.
#include "lang/bridge/library/lisp_spelling.h"

#include <cctype>

namespace elle::lang {

std::string lisp_spelling(std::string_view name) {
  std::string spelling;
  for (size_t i = 0; i < name.size(); i++) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool upper = std::isupper(c);
    // A word starts at a capital after a small letter, and at the last of several capitals before a small one.
    const bool after_small = i > 0 && (std::islower(static_cast<unsigned char>(name[i - 1])) ||
                                       std::isdigit(static_cast<unsigned char>(name[i - 1])));
    const bool before_small = i > 0 && i + 1 < name.size() && std::isupper(static_cast<unsigned char>(name[i - 1])) &&
                              std::islower(static_cast<unsigned char>(name[i + 1]));
    if (upper && (after_small || before_small) && !spelling.empty() && spelling.back() != '-') spelling += '-';
    spelling += c == '_' ? '-' : static_cast<char>(std::tolower(c));
  }
  return spelling;
}

bool is_lisp_spelling(std::string_view name) {
  for (char c : name)
    if (c == '_' || (c >= 'A' && c <= 'Z')) return false;
  return true;
}

}  // namespace elle::lang
