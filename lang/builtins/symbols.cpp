// Symbols and keywords, fresh names, and which names a file keeps to itself.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

Result<Value> symbol_to_string(Runtime& runtime, Args args) {
  return runtime.string(TRY(Arguments(runtime, args).symbol(0))->view());
}

Result<Value> keyword_to_string(Runtime& runtime, Args args) {
  return runtime.string(TRY(Arguments(runtime, args).keyword(0))->view());
}

Result<Value> string_to_symbol(Runtime& runtime, Args args) {
  return runtime.symbol(TRY(Arguments(runtime, args).text(0)));
}

Result<Value> string_to_keyword(Runtime& runtime, Args args) {
  return runtime.keyword(TRY(Arguments(runtime, args).text(0)));
}

Result<Value> symbol_to_keyword(Runtime& runtime, Args args) {
  return runtime.keyword(TRY(Arguments(runtime, args).symbol(0))->view());
}

Result<Value> keyword_to_symbol(Runtime& runtime, Args args) {
  return runtime.symbol(TRY(Arguments(runtime, args).keyword(0))->view());
}

// The text of a symbol, keyword or string.
Result<Value> name(Runtime& runtime, Args args) {
  if (args[0].is(Tag::kSymbol) || args[0].is(Tag::kKeyword)) return runtime.string(args[0].as<Symbol>()->view());
  if (args[0].is(Tag::kString)) return args[0];
  return runtime.wrong_argument(args, 0, "a symbol, a keyword or a string");
}

Result<Value> gensym(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view prefix = in.has(0) ? TRY(in.text(0)) : "g";
  return object_value(Tag::kSymbol, runtime.symbols.gensym(prefix));
}

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

constexpr BuiltinEntry kSymbolBuiltins[] = {
    {"symbol->string", 1, 1, symbol_to_string, "(symbol->string symbol)", "The symbol's name."},
    {"keyword->string", 1, 1, keyword_to_string, "(keyword->string keyword)", "The keyword's name without the colon."},
    {"string->symbol", 1, 1, string_to_symbol, "(string->symbol string)", "The symbol with this name."},
    {"string->keyword", 1, 1, string_to_keyword, "(string->keyword string)", "The keyword with this name."},
    {"symbol->keyword", 1, 1, symbol_to_keyword, "(symbol->keyword symbol)", "The keyword with the symbol's name."},
    {"keyword->symbol", 1, 1, keyword_to_symbol, "(keyword->symbol keyword)", "The symbol with the keyword's name."},
    {"name", 1, 1, name, "(name x)", "The name of a symbol or keyword, or a string itself."},
    {"gensym", 0, 1, gensym, "(gensym [prefix])",
     "A new symbol that is like no other, for the names that a macro brings in."},
    {"make-private", 1, 1, make_private, "(make-private names)",
     "Hides the names in a list from the files that import this one. See `private`."},
};

}  // namespace

void define_symbols(Runtime& runtime) { runtime.define_builtins(kSymbolBuiltins); }

}  // namespace elle::lang
