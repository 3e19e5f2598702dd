// Completion of the name at the end of a line.
#include <algorithm>

#include "lang/compile/special_forms.h"
#include "lang/load/describe.h"

namespace elle::lang {

namespace {

constexpr std::string_view kDelimiters = " \t\r\n()[]{}\"'`,;@";

// Whether the end of `line` is inside a string or a comment, where no name can stand.
bool in_text(std::string_view line) {
  bool in_string = false;
  for (size_t i = 0; i < line.size(); i++) {
    if (in_string) {
      if (line[i] == '\\') i++;
      if (i < line.size() && line[i] == '"') in_string = false;
    } else if (line[i] == '#' && line.substr(i, 2) == "#\\") {
      i += 2;  // a character such as #\" or #\;
    } else if (line[i] == '"') {
      in_string = true;
    } else if (line[i] == ';') {
      return true;
    }
  }
  return in_string;
}

void add_names(const Module& module, const std::string& before, std::string_view typed, bool exported_only,
               std::vector<std::string>& names) {
  for (const auto& [symbol, cell] : module.cells) {
    if (cell->value.is(Tag::kUnbound) || (exported_only && cell->flags & Cell::kPrivate)) continue;
    std::string name = before + std::string(symbol->view());
    if (name.starts_with(typed)) names.push_back(std::move(name));
  }
}

}  // namespace

Completions complete_line(const Runtime& runtime, const Module& module, std::string_view line) {
  Completions result;
  if (in_text(line)) return result;
  const size_t delimiter = line.find_last_of(kDelimiters);
  result.start = delimiter == std::string_view::npos ? 0 : delimiter + 1;
  const std::string_view typed = line.substr(result.start);
  if (typed.empty()) return result;
  add_names(module, "", typed, /*exported_only=*/false, result.candidates);
  add_names(*runtime.prelude, "", typed, /*exported_only=*/true, result.candidates);
  for (const SpecialForm& form : kSpecialForms)
    if (form.name.starts_with(typed)) result.candidates.emplace_back(form.name);
  for (const auto& [alias, imported] : module.aliases)
    add_names(*imported, std::string(alias->view()) + "/", typed, /*exported_only=*/true, result.candidates);
  if (runtime.resolver) runtime.resolver->complete(typed, result);
  std::sort(result.candidates.begin(), result.candidates.end());
  result.candidates.erase(std::unique(result.candidates.begin(), result.candidates.end()), result.candidates.end());
  return result;
}

}  // namespace elle::lang
