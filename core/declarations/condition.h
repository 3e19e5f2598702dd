// Preprocessor conditions, as far as the macros of a declarations file tell whether they held: for saying why a part of
// a header was left out, not for compiling it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

// What is known of a macro: nullopt when it is not defined, else its value, which is unknown (an inner nullopt) unless
// it is an integer.
using MacroLookup = std::function<std::optional<std::optional<int64_t>>(std::string_view)>;

struct Condition {
  std::optional<bool> holds;        // nullopt: it cannot be told
  std::vector<std::string> wanted;  // macros that, all defined, would help it to hold
};

// Of what follows `#if` or `#elif`. Knows defined, names, integers and `! && || ( )`; whatever else there is in it
// makes that part unknown.
Condition evaluate_condition(std::string_view text, const MacroLookup& lookup);

}  // namespace elle::core
