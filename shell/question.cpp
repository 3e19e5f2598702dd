#include "shell/question.h"

namespace elle::shell {

std::string question_form(std::string_view typed) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t mark = typed.find_first_not_of(kSpace);
  if (mark == typed.npos || typed[mark] != '?') return {};
  typed.remove_prefix(mark + 1);
  const size_t begin = typed.find_first_not_of(kSpace);
  if (begin == typed.npos) return {};
  const std::string_view name = typed.substr(begin, typed.find_last_not_of(kSpace) + 1 - begin);
  // One name, and nothing else that a form is made of.
  if (name.find_first_of(" \t\r\n()[]{}\"';`,") != name.npos) return {};
  return "(print-documentation '" + std::string(name) + ")";
}

}  // namespace elle::shell
