// `form: an expression that builds the form, with what `,` and `,@` mark computed.
#include "lang/compile/analyser.h"
#include "lang/read/form.h"
#include "lang/vm/vm.h"

namespace elle::lang {

// The function itself and not its name, so that a local variable called `list` changes no template.
Value Analyser::language_function(const char* name) {
  return runtime_.prelude->cell(runtime_.heap, runtime_.symbols.intern(name))->value;
}

Result<Value> Analyser::expand_quasiquote(Value form, int depth, Span span) {
  if (vm_.stack_is_low()) return syntax_error(span, "This template is nested too deeply.");
  if (form.is(Tag::kVector)) {
    Value items = nil();
    for (uint32_t i = form.as<Vector>()->size; i-- > 0;) items = runtime_.cons(form.as<Vector>()->items[i], items);
    return runtime_.list({language_function("list->vector"), TRY(expand_quasiquote_list(items, depth, span))});
  }
  if (form.is(Tag::kMap)) {
    Value items = nil();
    for (uint32_t i = form.as<Map>()->used; i-- > 0;)
      items = runtime_.cons(form.as<Map>()->order[i].key, runtime_.cons(form.as<Map>()->order[i].value, items));
    return runtime_.list(
        {language_function("apply"), language_function("map-of"), TRY(expand_quasiquote_list(items, depth, span))});
  }
  if (!form.is(Tag::kPair)) {
    if (!form.is(Tag::kSymbol)) return form;
    return runtime_.list({runtime_.symbol("quote"), form});
  }
  const bool unquote = is_symbol(head(form), "unquote"), nested = is_symbol(head(form), "quasiquote");
  if ((unquote || nested) && list_length(form) == 2) {
    if (unquote && depth == 1) return second(form);
    return runtime_.list({language_function("list"), runtime_.list({runtime_.symbol("quote"), head(form)}),
                          TRY(expand_quasiquote(second(form), depth + (nested ? 1 : -1), span))});
  }
  return expand_quasiquote_list(form, depth, span);
}

Result<Value> Analyser::expand_quasiquote_list(Value form, int depth, Span span) {
  std::vector<Value> parts;
  for (; form.is(Tag::kPair); form = tail(form)) {
    Value item = head(form);
    const Span item_span = head_span(form, span);
    if (item.is(Tag::kPair) && is_symbol(head(item), "unquote-splicing") && list_length(item) == 2 && depth == 1)
      parts.push_back(second(item));
    else
      parts.push_back(runtime_.list({language_function("list"), TRY(expand_quasiquote(item, depth, item_span))}));
  }
  Value all = nil();
  while (!parts.empty()) {
    all = runtime_.cons(parts.back(), all);
    parts.pop_back();
  }
  return runtime_.cons(language_function("append"), all);
}

}  // namespace elle::lang
