// Where the cursor stands in a text: which call it is an argument of, and what is typed there.
#pragma once

#include "lang/complete/outline.h"

namespace elle::lang {

// An argument of a call, or what stands in its place in some other form.
struct ArgumentPlace {
  NodeIndex form;
  size_t place;  // among the form's children; 0 is what it begins with
};

// The innermost form around the cursor, with the place the cursor is at; then the one around that, and so on.
ArgumentPlace innermost_place(const Outline& outline);
// REQUIRES: inner.form is not kRoot.
ArgumentPlace place_around(const Outline& outline, ArgumentPlace inner);

// Whether a form is data, as part of a quoted one.
bool is_quoted(const Outline& outline, NodeIndex form);

// The keyword right before the argument at the place, whose value that may be: "as" in (f x :as |); "" when there is
// none.
std::string_view keyword_before(const Outline& outline, ArgumentPlace at);

}  // namespace elle::lang
