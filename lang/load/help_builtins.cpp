// What `doc` in stdlib/help.lisp stands on.
#include "lang/load/describe.h"
#include "lang/vm/errors.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

bool is_name(Value value) { return value.is(Tag::kSymbol) || value.is(Tag::kString); }

std::string_view name_text(Value value) {
  return value.is(Tag::kSymbol) ? value.as<Symbol>()->view() : value.as<String>()->view();
}

Result<Value> documentation(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  if (!is_name(args[0])) return runtime.wrong_argument(args, 0, "a symbol or a string");
  const auto text = describe_name(vm, *runtime.current_module, name_text(args[0]), Screen{});
  return text ? runtime.string(*text) : nil();
}

Result<Value> print_documentation(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  if (!is_name(args[0])) return runtime.wrong_argument(args, 0, "a symbol or a string");
  const std::string_view name = name_text(args[0]);
  const auto text = describe_name(vm, *runtime.current_module, name, Screen::of(*runtime.out));
  if (!text) return unknown_name(runtime, *runtime.current_module, name);
  runtime.out->show_long(*text);
  return nil();
}

Result<Value> all_names(Runtime& runtime, Args) {
  std::vector<Value> names;
  for (std::string_view name : language_names(runtime)) names.push_back(runtime.symbol(name));
  return runtime.vector(names);
}

constexpr BuiltinEntry kHelpBuiltins[] = {
    {"documentation", 1, 1, documentation, "(documentation 'name)",
     "The documentation of a name, as text; nil when nothing has that name."},
    {"print-documentation", 1, 1, print_documentation, "(print-documentation 'name)",
     "Prints the documentation of a name. `(doc name)` is the same without the quote."},
    {"language-names", 0, 0, all_names, "(language-names)",
     "A sorted vector of all names of the language: special forms, macros, functions and constants."},
};

}  // namespace

void define_help_builtins(Runtime& runtime) { runtime.define_builtins(kHelpBuiltins); }

}  // namespace elle::lang
