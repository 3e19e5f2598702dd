#include "lang/load/describe.h"

#include <algorithm>

#include "lang/compile/compiler.h"
#include "lang/compile/form.h"
#include "lang/compile/special_forms.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

// "(area width &rest more)" for a function called `area`.
std::string usage_text(const Runtime& runtime, std::string_view name, Value parameters) {
  std::string written = parameters.is_nil() ? "" : print_value(runtime, parameters);
  // A parameter list is written (a b) or [a b]; its inside follows the name.
  if (!written.empty()) written = written.substr(1, written.size() - 2);
  return written.empty() ? fmt::format("({})", name) : fmt::format("({} {})", name, written);
}

// A docstring may begin with how a call is written, "(dotimes [i n] body…) runs …", where the parameters say less.
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

std::string describe_closure(const Runtime& runtime, std::string_view name, Chunk& chunk, bool macro) {
  chunk.complete();
  const std::string_view docstring =
      chunk.docstring.is(Tag::kString) ? chunk.docstring.as<String>()->view() : std::string_view();
  const std::string_view stated = stated_usage(name, docstring);
  std::string text = stated.empty() ? usage_text(runtime, name, chunk.parameters) : std::string(stated);
  text += '\n';
  if (!docstring.empty()) text += sentences_after(docstring.substr(stated.size())) + "\n";
  if (chunk.span.known())
    text += fmt::format("A {}, defined at {}.\n", macro ? "macro" : "function", runtime.sources.place_text(chunk.span));
  return text;
}

std::optional<std::string> describe_special_form(std::string_view name) {
  for (const SpecialForm& form : kSpecialForms)
    if (form.name == name) return fmt::format("{}\n{}\nA special form.\n", form.usage, form.docstring);
  return std::nullopt;
}

std::string describe_value(const Runtime& runtime, std::string_view name, const Cell& cell) {
  const Value value = cell.value;
  // The type's name, as in "an integer".
  const std::string_view type = tag_name(value.tag());
  const bool vowel = std::string_view("aeiou").find(type[0]) != std::string_view::npos;
  std::string text = fmt::format("{} is {}\n", name, print_short(runtime, value, 400));
  if (cell.docstring.is(Tag::kString)) text += fmt::format("{}\n", cell.docstring.as<String>()->view());
  return text + fmt::format("A{} {}.\n", vowel ? "n" : "", type);
}

}  // namespace

std::vector<std::string_view> language_names(const Runtime& runtime) {
  std::vector<std::string_view> names;
  for (const auto& [symbol, cell] : runtime.prelude->cells)
    if (!cell->value.is(Tag::kUnbound) && !(cell->flags & Cell::kPrivate)) names.push_back(symbol->view());
  for (const SpecialForm& form : kSpecialForms) names.push_back(form.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> describe_name(VM& vm, Module& module, std::string_view name) {
  Runtime& runtime = vm.runtime();
  if (auto special = describe_special_form(name)) return special;
  const Cell* cell = find_global(runtime, module, runtime.symbols.intern(name));
  const bool of_headers = !cell || cell->value.is(Tag::kUnbound) || cell->flags & Cell::kHeader;
  if (of_headers) return runtime.resolver ? runtime.resolver->describe(name) : std::nullopt;
  Value value = cell->value;
  if (value.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *value.as<Builtin>()->entry;
    return fmt::format("{}\n{}\nA function of the language.\n", entry.usage, entry.docstring);
  }
  if (!value.is(Tag::kClosure)) return describe_value(runtime, name, *cell);
  return describe_closure(runtime, name, *value.as<Closure>()->chunk, cell->flags & Cell::kMacro);
}

}  // namespace elle::lang
