// The macros that a text is known by, and finding a form by its name.
#include "lang/read/known_forms.h"

#include <algorithm>
#include <iterator>

namespace elle::lang {

namespace {

struct KnownMacro {
  std::string_view name;
  KnownForm form;
};

using enum FormLayout;
using enum FormBinding;
using enum FormValue;

// Of stdlib/, and the clauses of `try`. Those that begin with `def` or `with-` are known by that.
constexpr KnownMacro kMacros[] = {
    {"->", {kAligned}},
    {"->>", {kAligned}},
    {"assert", {kAligned}},
    {"case", {kBody}},
    {"catch", {kBody, kError, kLast}},
    {"cond", {kAligned}},
    {"do-times", {kBody, kItems}},
    {"dotimes", {kBody, kItems}},
    {"finally", {kBody}},
    {"for", {kBody, kItems}},
    {"for/list", {kBody, kItems}},
    {"for/vector", {kBody, kItems}},
    {"if-let", {kBody, kNames}},
    {"let*", {kBody, kNames, kLast}},
    {"letrec", {kBody, kNames, kLast}},
    {"match", {kBody, kPatterns}},
    {"private", {kBody}},
    {"time", {kBody, kNothing, kLast}},
    {"unless", {kBody, kNothing, kLast}},
    {"when", {kBody, kNothing, kLast}},
    {"when-let", {kBody, kNames, kLast}},
    {"with", {kBody, kNames, kLast}},
};

}  // namespace

const SpecialForm* find_special_form(std::string_view name) {
  const auto* found = std::ranges::find(kSpecialForms, name, &SpecialForm::name);
  return found == std::end(kSpecialForms) ? nullptr : found;
}

KnownForm known_form(std::string_view name) {
  if (const SpecialForm* special = find_special_form(name)) return special->form;
  const auto* macro = std::ranges::find(kMacros, name, &KnownMacro::name);
  if (macro != std::end(kMacros)) return macro->form;
  const bool body = name.starts_with("def") || name.starts_with("with-");
  return {body ? FormLayout::kBody : FormLayout::kCall};
}

}  // namespace elle::lang
