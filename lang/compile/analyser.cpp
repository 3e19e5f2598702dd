// What all of the analyser shares: the form as a function, macros, and errors with their places.
#include "lang/compile/analyser.h"

#include "lang/compile/compiler.h"
#include "lang/compile/special_forms.h"
#include "lang/read/form.h"
#include "lang/vm/vm.h"

namespace elle::lang {

Analyser::SpecialMethod Analyser::special_form(Symbol* name) const {
  static constexpr SpecialMethod kMethods[] = {
#define X(name, method, usage, docstring) &Analyser::method,
      ELLE_SPECIAL_FORMS(X)
#undef X
  };
  for (size_t i = 0; i < std::size(kSpecialForms); i++)
    if (name->view() == kSpecialForms[i].name) return kMethods[i];
  return nullptr;
}

Analyser::Analyser(VM& vm, Module* module) : vm_(vm), runtime_(vm.runtime()), module_(module), kept_(vm.runtime()) {}

Result<FunctionNode*> Analyser::analyse_top_level(Value form, Span span) {
  auto* function = make<FunctionNode>(NodeKind::kFunction, span);
  function->docstring = function->parameter_list = nil();
  function_ = function;
  function->body = TRY(analyse(form, span, {.tail = true, .top_level = true}));
  return function;
}

Failed Analyser::syntax_error(Span span, std::string_view message, std::string_view next_step) {
  return Runtime::at(runtime_.fail(ErrorKind::kSyntax, message, next_step), span);
}

Value Analyser::keep(Value value) {
  if (value.is_object()) kept_.value = runtime_.cons(value, kept_.value);
  return value;
}

bool Analyser::is_macro_call(Value form) {
  if (!form.is(Tag::kPair) || !head(form).is(Tag::kSymbol)) return false;
  Symbol* name = head(form).as<Symbol>();
  return !scope_.find(name) && !special_form(name);
}

Result<Value> Analyser::expand(Value form, Span span, bool* expanded) {
  *expanded = false;
  while (is_macro_call(form)) {
    bool step = false;
    Result<Value> expansion = macroexpand_head(vm_, module_, form, /*once=*/true, &step);
    if (!expansion.ok()) return Runtime::at(expansion.failure(), span);
    if (!step) break;
    *expanded = true;
    form = keep(expansion.value());
  }
  return form;
}

}  // namespace elle::lang
