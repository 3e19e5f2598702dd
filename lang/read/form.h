// Small questions about forms.
#pragma once

#include "lang/data/sequence_items.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

inline Value head(Value list) { return list.as<Pair>()->head; }
inline Value tail(Value list) { return list.as<Pair>()->tail; }
inline Value second(Value list) { return head(tail(list)); }
inline Value third(Value list) { return head(tail(tail(list))); }

inline bool is_symbol(Value value, std::string_view name) {
  return value.is(Tag::kSymbol) && value.as<Symbol>()->view() == name;
}

// The place of a form that stands where only its container's place is known: a list inside a vector, say.
inline Span form_span(Value form, Span otherwise) {
  if (!form.is(Tag::kPair)) return otherwise;
  Span span = form.as<Pair>()->span;
  if (!span.known()) return otherwise;
  for (Value rest = tail(form); rest.is(Tag::kPair); rest = tail(rest))
    if (rest.as<Pair>()->span.known()) span.end = rest.as<Pair>()->span.end;
  return span;
}

// The place of the head of `list`. In a list that a macro made, a head that was read still knows most of its place.
inline Span head_span(Value list, Span otherwise) {
  const Span span = list.as<Pair>()->span;
  return span.known() ? span : form_span(head(list), otherwise);
}

}  // namespace elle::lang
