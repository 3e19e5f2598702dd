#include "lang/load/describe.h"

#include <algorithm>

#include "lang/compile/compiler.h"
#include "lang/compile/special_forms.h"
#include "lang/load/usage.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

std::string describe_closure(const Runtime& runtime, std::string_view name, Value closure, bool macro) {
  const Usage usage = usage_of(runtime, name, closure);
  const Span span = closure.as<Closure>()->chunk->span;
  std::string text = usage.call + "\n";
  if (const std::string sentences = sentences_after(usage.sentences); !sentences.empty()) text += sentences + "\n";
  if (span.known())
    text += fmt::format("A {}, defined at {}.\n", macro ? "macro" : "function", runtime.sources.place_text(span));
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
  return describe_closure(runtime, name, value, cell->flags & Cell::kMacro);
}

}  // namespace elle::lang
