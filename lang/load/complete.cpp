// Completion of the name at the cursor.
#include <algorithm>

#include "lang/compile/special_forms.h"
#include "lang/load/describe.h"

namespace elle::lang {

namespace {

constexpr std::string_view kDelimiters = " \t\r\n()[]{}\"'`,;@";

// Whether the end of `before` is inside a string or a comment, where no name can stand.
bool in_text(std::string_view before) {
  bool in_string = false;
  for (size_t i = 0; i < before.size(); i++) {
    if (in_string) {
      if (before[i] == '\\') i++;
      if (i < before.size() && before[i] == '"') in_string = false;
    } else if (before[i] == '#' && before.substr(i, 2) == "#\\") {
      i += 2;  // a character such as #\" or #\;
    } else if (before[i] == '"') {
      in_string = true;
    } else if (before[i] == ';') {
      i = before.find('\n', i);
      if (i == before.npos) return true;
    }
  }
  return in_string;
}

void add_names(const Module& module, const std::string& prefix, std::string_view typed, bool exported_only,
               std::vector<Candidate>& candidates) {
  for (const auto& [symbol, cell] : module.cells) {
    if (cell->value.is(Tag::kUnbound) || (exported_only && cell->flags & Cell::kPrivate)) continue;
    std::string name = prefix + std::string(symbol->view());
    if (name.starts_with(typed)) candidates.push_back({std::move(name)});
  }
}

}  // namespace

Completions complete_text(const Runtime& runtime, const Module& module, std::string_view text, size_t cursor) {
  const std::string_view before = text.substr(0, cursor);
  Completions result;
  result.begin = result.end = before.size();
  if (in_text(before)) return result;
  result.begin = before.find_last_of(kDelimiters) + 1;
  const std::string_view typed = before.substr(result.begin);
  if (typed.empty()) return result;
  auto& candidates = result.candidates;
  add_names(module, "", typed, /*exported_only=*/false, candidates);
  add_names(*runtime.prelude, "", typed, /*exported_only=*/true, candidates);
  for (const SpecialForm& form : kSpecialForms)
    if (form.name.starts_with(typed)) candidates.push_back({std::string(form.name)});
  for (const auto& [alias, imported] : module.aliases)
    add_names(*imported, std::string(alias->view()) + "/", typed, /*exported_only=*/true, candidates);
  if (runtime.resolver) runtime.resolver->complete(typed, candidates);
  std::ranges::sort(candidates, {}, &Candidate::text);
  const auto rest = std::ranges::unique(candidates, {}, &Candidate::text);
  candidates.erase(rest.begin(), rest.end());
  return result;
}

}  // namespace elle::lang
