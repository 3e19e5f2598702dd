// One form to one chunk: analysed, then emitted.
#include "lang/compile/compiler.h"

#include <utility>

#include "lang/compile/analyser.h"
#include "lang/compile/emitter.h"
#include "lang/read/form.h"
#include "lang/vm/vm.h"

namespace elle::lang {

Result<Value> compile_form(VM& vm, Module* module, Value form, Span span) {
  Analyser analyser(vm, module);
  FunctionNode* function = TRY(analyser.analyse_top_level(form, span));
  Emitter emitter(vm.runtime(), nullptr);
  Chunk* chunk = TRY(emitter.emit_function(*function));
  chunk->top_level = true;
  return object_value(Tag::kChunk, chunk);
}

Cell* find_global(Runtime& runtime, const Module& module, Symbol* name) {
  if (Cell* own = module.find(name)) return own;
  Cell* language = runtime.prelude->find(name);
  if (language && !language->value.is(Tag::kUnbound) && !(language->flags & Cell::kPrivate)) return language;
  // alias/name reaches into an imported module.
  const std::string_view text = name->view();
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return nullptr;
  auto alias = module.aliases.find(runtime.symbols.intern(text.substr(0, slash)));
  if (alias == module.aliases.end()) return nullptr;
  Cell* cell = alias->second->find(runtime.symbols.intern(text.substr(slash + 1)));
  return cell && !(cell->flags & Cell::kPrivate) ? cell : nullptr;
}

Cell* resolve_global(Runtime& runtime, Module* module, Symbol* name) {
  Cell* cell = find_global(runtime, *module, name);
  return cell ? cell : module->cell(runtime.heap, name);
}

Result<Value> macroexpand_head(VM& vm, Module* module, Value form, bool once, bool* expanded) {
  *expanded = false;
  Rooted current(vm.runtime(), form);
  while (current.value.is(Tag::kPair) && head(current.value).is(Tag::kSymbol)) {
    Cell* cell = resolve_global(vm.runtime(), module, head(current.value).as<Symbol>());
    if (!(cell->flags & Cell::kMacro) || cell->value.is(Tag::kUnbound)) break;
    std::vector<Value> arguments;
    for (Value rest = tail(current.value); rest.is(Tag::kPair); rest = tail(rest)) arguments.push_back(head(rest));
    const Value outer = std::exchange(vm.runtime().expanding, current.value);
    Result<Value> expansion = vm.call(cell->value, arguments);
    vm.runtime().expanding = outer;
    current.value = TRY(expansion);
    vm.runtime().expansions.used(cell);
    *expanded = true;
    if (once) break;
  }
  return current.value;
}

}  // namespace elle::lang
