#include "lang/load/describe.h"

#include "lang/compile/compiler.h"
#include "lang/compile/form.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

// "(area width &rest more)" for a function called `area`.
std::string usage_text(const Runtime& runtime, std::string_view name, Value parameters) {
  if (parameters.is_nil()) return fmt::format("({})", name);
  std::string written = print_value(runtime, parameters);
  // A parameter list is written (a b) or [a b]; its inside follows the name.
  if (parameters.is(Tag::kPair) || parameters.is(Tag::kVector)) written = written.substr(1, written.size() - 2);
  return written.empty() ? fmt::format("({})", name) : fmt::format("({} {})", name, written);
}

std::string describe_closure(const Runtime& runtime, std::string_view name, Chunk& chunk, bool macro) {
  chunk.complete();
  std::string text = usage_text(runtime, name, chunk.parameters) + (macro ? "  [macro]\n" : "\n");
  if (chunk.docstring.is(Tag::kString)) text += fmt::format("{}\n", chunk.docstring.as<String>()->view());
  if (chunk.span.known()) text += fmt::format("Defined at {}.\n", runtime.sources.place_text(chunk.span));
  return text;
}

}  // namespace

std::optional<std::string> describe_name(VM& vm, Module& module, std::string_view name) {
  Runtime& runtime = vm.runtime();
  const Cell* cell = resolve_global(runtime, &module, runtime.symbols.intern(name));
  Value value = cell->value;
  switch (value.tag()) {
    case Tag::kUnbound:
      return std::nullopt;
    case Tag::kBuiltin: {
      const BuiltinEntry& entry = *value.as<Builtin>()->entry;
      return fmt::format("{}\n{}\n", entry.usage, entry.docstring);
    }
    case Tag::kClosure:
      return describe_closure(runtime, name, *value.as<Closure>()->chunk, cell->flags & Cell::kMacro);
    default:
      return fmt::format("{} is the {} {}.\n", name, tag_name(value.tag()), print_short(runtime, value, 400));
  }
}

}  // namespace elle::lang
