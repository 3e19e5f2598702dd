#include "lang/load/describe.h"

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

std::string describe_closure(const Runtime& runtime, std::string_view name, Chunk& chunk, bool macro) {
  chunk.complete();
  std::string text = usage_text(runtime, name, chunk.parameters) + "\n";
  if (chunk.docstring.is(Tag::kString)) text += fmt::format("{}\n", chunk.docstring.as<String>()->view());
  if (chunk.span.known())
    text += fmt::format("A {}, defined at {}.\n", macro ? "macro" : "function", runtime.sources.place_text(chunk.span));
  return text;
}

std::optional<std::string> describe_special_form(std::string_view name) {
  for (const SpecialForm& form : kSpecialForms)
    if (form.name == name) return fmt::format("{}\n{}\nA special form.\n", form.usage, form.docstring);
  return std::nullopt;
}

std::string describe_value(const Runtime& runtime, std::string_view name, Value value) {
  // The type's name, as in "an integer".
  const std::string_view type = tag_name(value.tag());
  const bool vowel = std::string_view("aeiou").find(type[0]) != std::string_view::npos;
  return fmt::format("{} is {}\nA{} {}.\n", name, print_short(runtime, value, 400), vowel ? "n" : "", type);
}

}  // namespace

std::optional<std::string> describe_name(VM& vm, Module& module, std::string_view name) {
  Runtime& runtime = vm.runtime();
  if (auto special = describe_special_form(name)) return special;
  const Cell* cell = find_global(runtime, module, runtime.symbols.intern(name));
  const bool of_headers = !cell || cell->value.is(Tag::kUnbound) || cell->value.is(Tag::kNativeFunction);
  if (of_headers) return runtime.resolver ? runtime.resolver->describe(name) : std::nullopt;
  Value value = cell->value;
  if (value.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *value.as<Builtin>()->entry;
    return fmt::format("{}\n{}\nA function of the language.\n", entry.usage, entry.docstring);
  }
  if (!value.is(Tag::kClosure)) return describe_value(runtime, name, value);
  return describe_closure(runtime, name, *value.as<Closure>()->chunk, cell->flags & Cell::kMacro);
}

}  // namespace elle::lang
