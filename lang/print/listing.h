// Rows of texts in aligned columns, for people.
#pragma once

#include <string>
#include <vector>

#include "lang/text/output.h"
#include "lang/text/paint.h"

namespace elle::lang {

struct Listing {
  std::vector<Role> roles;                     // of the columns
  std::vector<std::vector<std::string>> rows;  // each as long as `roles`

  // Whole lines, each begun with `indent` spaces. On a screen a row is one line: what does not fit is cut and ends in
  // "…".
  std::string text(const Output& out, size_t indent = 0) const;
};

// The first sentence of a text, on one line.
std::string first_sentence(std::string_view text);
// As much of the text as takes up to `width` columns; "…" in place of what is cut.
std::string cut_to(std::string_view text, size_t width);

}  // namespace elle::lang
