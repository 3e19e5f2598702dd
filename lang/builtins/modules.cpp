#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

// (make-private '(name …)): what the macro `private` calls.
Result<Value> make_private(Runtime& runtime, Args args) {
  for (Value rest = TRY(Arguments(runtime, args).list(0)); rest.is(Tag::kPair); rest = rest.as<Pair>()->tail) {
    const Value name = rest.as<Pair>()->head;
    Cell* cell = name.is(Tag::kSymbol) ? runtime.current_module->find(name.as<Symbol>()) : nullptr;
    if (!cell)
      return runtime.fail(ErrorKind::kUnbound, fmt::format("`private` names {}, which this file does not define.",
                                                           print_short(runtime.views, name)));
    cell->flags |= Cell::kPrivate;
  }
  return nil();
}

constexpr BuiltinEntry kModuleBuiltins[] = {
    {"make-private", 1, 1, make_private, "(make-private names)",
     "Hides the names in a list from the files that import this one. See `private`."},
};

}  // namespace

void define_modules(Runtime& runtime) { runtime.define_builtins(kModuleBuiltins); }

}  // namespace elle::lang
