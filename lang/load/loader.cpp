// Texts and files, read, compiled and run form by form; each file once, as a module.
#include "lang/load/loader.h"

#include "core/base/file.h"

#include "lang/compile/compiler.h"
#include "lang/load/report.h"
#include "lang/read/form.h"

namespace elle::lang {

namespace {

// `eval` and `macroexpand` look names up in the module whose forms run.
class CurrentModule {
 public:
  CurrentModule(Runtime& runtime, Module* module)
      : runtime_(runtime), before_(runtime, object_value(Tag::kModule, runtime.current_module)) {
    runtime.current_module = module;
  }
  ~CurrentModule() { runtime_.current_module = before_.value.as<Module>(); }

 private:
  Runtime& runtime_;
  Rooted before_;
};

// The cell of the name that a form defines; null when it is no definition.
Cell* defined_by(Runtime& runtime, Module* module, Value form) {
  const bool defines = form.is(Tag::kPair) && tail(form).is(Tag::kPair) &&
                       (is_symbol(head(form), "define") || is_symbol(head(form), "defmacro"));
  if (!defines) return nullptr;
  Value name = second(form);
  if (name.is(Tag::kPair)) name = head(name);
  return name.is(Tag::kSymbol) ? module->cell(runtime.heap, name.as<Symbol>()) : nullptr;
}

}  // namespace

Loader::Loader(VM& vm) : vm_(vm), runtime_(vm.runtime()), user_(make_module("user")) {
  runtime_.loader = this;
  runtime_.register_roots(this, [this](Marker& marker) {
    marker.mark(user_);
    for (auto& [path, imported] : imported_) marker.mark(imported.module);
  });
}

Loader::~Loader() {
  runtime_.loader = nullptr;
  runtime_.unregister_roots(this);
}

Module* Loader::make_module(std::string name) {
  auto* module = runtime_.heap.make<Module>(Tag::kModule);
  module->name = std::move(name);
  return module;
}

Result<Value> Loader::run_chunk(Value chunk) {
  if (on_chunk) on_chunk(chunk.as<Chunk>());
  Rooted rooted(runtime_, chunk);
  Value closure = object_value(Tag::kClosure, runtime_.heap.closure(chunk.as<Chunk>(), 0));
  return vm_.call(closure, {});
}

Result<Value> Loader::run_form(Module* module, Value form, Span span) {
  Rooted rooted(runtime_, form);
  bool expanded = false;
  auto expansion = macroexpand_head(vm_, module, form, /*once=*/false, &expanded);
  if (!expansion.ok()) return Runtime::at(expansion.failure(), span);
  form = rooted.value = expansion.value();
  if (form.is(Tag::kPair)) {
    Value first = head(form);
    if (is_symbol(first, "import")) return import(module, form, span);
    // The forms of a top-level `do` run one after another, so that one may use the macros of those before it.
    if ((is_symbol(first, "do") || is_symbol(first, "begin")) && tail(form).is(Tag::kPair)) {
      Value result = nil();
      for (Value rest = tail(form); rest.is(Tag::kPair); rest = tail(rest))
        result = TRY(run_form(module, head(rest), head_span(rest, span)));
      return result;
    }
  }
  Cell* defined = defined_by(runtime_, module, form);
  const bool was_macro = defined && (defined->flags & Cell::kMacro) && !defined->value.is(Tag::kUnbound);
  auto chunk = [&] {
    const Expansions::Definition definition(runtime_.expansions, defined);
    return compile_form(vm_, module, form, span);
  }();
  if (!chunk.ok()) return Runtime::at(chunk.failure(), span);
  auto result = run_chunk(chunk.value());
  if (!result.ok()) return Runtime::at(result.failure(), span);
  if (was_macro) runtime_.expansions.redefined(defined);
  return result;
}

Result<Value> Loader::run_forms(Module* module, const ReadForms& forms) {
  Rooted all(runtime_, forms.forms);
  CurrentModule current(runtime_, module);
  Rooted result(runtime_);
  for (uint32_t i = 0; i < forms.forms.as<Vector>()->size; i++)
    result.value = TRY(run_form(module, forms.forms.as<Vector>()->items[i], forms.spans[i]));
  return result.value;
}

Result<core::Done> Loader::check_form(Module* module, Value form, Span span) {
  const bool runs = form.is(Tag::kPair) && (is_symbol(head(form), "defmacro") || is_symbol(head(form), "import"));
  if (runs) {
    TRY(run_form(module, form, span));
    return core::Done{};
  }
  auto chunk = compile_form(vm_, module, form, span);
  if (!chunk.ok()) return Runtime::at(chunk.failure(), span);
  return core::Done{};
}

std::vector<Failure> Loader::check_forms(Module* module, const ReadForms& forms) {
  Rooted all(runtime_, forms.forms);
  CurrentModule current(runtime_, module);
  Rooted failures(runtime_, object_value(Tag::kVector, runtime_.heap.vector(4)));
  std::vector<Failure> result;
  for (uint32_t i = 0; i < forms.forms.as<Vector>()->size; i++) {
    auto checked = check_form(module, forms.forms.as<Vector>()->items[i], forms.spans[i]);
    if (checked.ok()) continue;
    result.push_back(checked.error());
    runtime_.heap.vector_push(failures.value.as<Vector>(),
                             object_value(checked.error().thrown->kind, checked.error().thrown));
  }
  return result;
}

Result<Value> Loader::run_file(const std::string& path) {
  Rooted home(runtime_, object_value(Tag::kModule, make_module(path)));
  return run_file_in(home.value.as<Module>(), path);
}

Result<Value> Loader::run_file_in(Module* module, const std::string& path) {
  std::string text = TRY(runtime_.lift(core::read_file(path)));
  ReadForms forms = read_forms(runtime_, runtime_.sources.add(path, std::move(text)));
  if (!forms.problems.empty()) return problems_failure(runtime_, forms.problems);
  return run_forms(module, forms);
}

}  // namespace elle::lang
