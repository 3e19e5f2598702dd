// Collections over several lines: what fits its line stays on it, what does not is broken at its items.
#pragma once

#include <string>
#include <vector>

#include "lang/display/show_options.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

struct Pretty {
  std::string text;    // lines, the last without its end
  bool cut = false;    // something was left out
  uint64_t shown = 0;  // items of the outermost collection; of a map its entries
  uint64_t of = 0;     // how many it has
};

// Lists, vectors and maps, nested; a collection inside itself is "…".
Pretty pretty_text(const Runtime& runtime, Value collection, const ShowOptions& options);

// Texts side by side between `open` and `close`, as many to a line as fit.
std::string filled_text(const std::vector<std::string>& texts, std::string_view open, std::string_view close,
                        const ShowOptions& options);

}  // namespace elle::lang
