// How a call is written, taken from where it is stated best: the docstring, the table of special forms, the parameters.
#include "lang/load/usage.h"

#include <algorithm>

#include "lang/code/chunk.h"
#include "lang/print/printer.h"
#include "lang/read/known_forms.h"

namespace elle::lang {

std::string_view stated_usage(std::string_view name, std::string_view docstring) {
  if (!docstring.starts_with('(') || !docstring.substr(1).starts_with(name)) return {};
  int depth = 0;
  for (size_t i = 0; i < docstring.size(); i++) {
    depth += docstring[i] == '(' || docstring[i] == '[';
    depth -= docstring[i] == ')' || docstring[i] == ']';
    if (depth == 0) return docstring.substr(0, i + 1);
  }
  return {};
}

std::string sentences_after(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(": "), text.size()));
  std::string sentences(text);
  if (!sentences.empty() && sentences[0] >= 'a' && sentences[0] <= 'z') sentences[0] += 'A' - 'a';
  return sentences;
}

std::string usage_of_parameters(std::string_view name, std::string_view parameters) {
  const std::string_view inside = parameters.size() < 2 ? "" : parameters.substr(1, parameters.size() - 2);
  return inside.empty() ? fmt::format("({})", name) : fmt::format("({} {})", name, inside);
}

Usage usage_of(const Runtime& runtime, std::string_view name, Value value) {
  if (value.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *value.as<Builtin>()->entry;
    return {entry.usage, entry.docstring};
  }
  if (!value.is(Tag::kClosure)) return {};
  Chunk& chunk = *value.as<Closure>()->chunk;
  chunk.complete();
  const std::string_view docstring = chunk.docstring.is(Tag::kString) ? chunk.docstring.as<String>()->view() : "";
  const std::string_view stated = stated_usage(name, docstring);
  if (!stated.empty()) return {std::string(stated), docstring.substr(stated.size())};
  const std::string written = chunk.parameters.is_nil() ? "" : print_value(runtime.views, chunk.parameters);
  return {usage_of_parameters(name, written), docstring};
}

Usage usage_of_special_form(std::string_view name) {
  const SpecialForm* form = find_special_form(name);
  return form ? Usage{form->usage, form->docstring} : Usage{};
}

}  // namespace elle::lang
