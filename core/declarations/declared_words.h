// The names that a piece of C text declares, told from its tokens alone: for parts of headers that no compiler has
// read.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace elle::core {

struct DeclaredWord {
  std::string_view name;  // borrowed from the text
  uint32_t line;          // from 0, within the text
};

// Functions, variables, typedefs, tags and enum constants of whole declarations. `text` has neither comments nor
// directives.
std::vector<DeclaredWord> declared_words(std::string_view text);

}  // namespace elle::core
