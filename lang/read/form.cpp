// The place of a form.
#include "lang/read/form.h"

namespace elle::lang {

Span form_span(Value form, Span otherwise) {
  if (!form.is(Tag::kPair)) return otherwise;
  Span span = form.as<Pair>()->span;
  if (!span.known()) return otherwise;
  for (Value rest = tail(form); rest.is(Tag::kPair); rest = tail(rest))
    if (rest.as<Pair>()->span.known()) span.end = rest.as<Pair>()->span.end;
  return span;
}

}  // namespace elle::lang
