// How forms are laid out and coloured whose heads are part of the language.
#include "lang/read/known_forms.h"

#include <algorithm>
#include <iterator>

namespace elle::lang {

namespace {

// Those that begin with `def` or `with` are known by that.
constexpr std::string_view kBodies[] = {
    "begin",    "case",       "catch",  "do",     "do-times", "dotimes",  "finally", "fn",   "for",
    "for/list", "for/vector", "if-let", "lambda", "let",      "let*",     "letrec",  "loop", "match",
    "private",  "time",       "try",    "unless", "when",     "when-let", "while",
};
constexpr std::string_view kAligned[] = {
    "->", "->>", "and", "assert", "cond", "if", "import", "or", "quasiquote", "quote", "set!",
};

}  // namespace

KnownForm known_form(std::string_view name) {
  const auto among = [&](const auto& names) { return std::find(std::begin(names), std::end(names), name); };
  if (name.starts_with("def") || name == "with" || name.starts_with("with-")) return KnownForm::kBody;
  if (among(kBodies) != std::end(kBodies)) return KnownForm::kBody;
  return among(kAligned) != std::end(kAligned) ? KnownForm::kAligned : KnownForm::kNone;
}

}  // namespace elle::lang
