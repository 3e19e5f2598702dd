// All names that may stand for a value: of the text, of scripts, of the language, of headers.
#include "lang/complete/names.h"

#include <algorithm>

#include "lang/bridge/ask/c_classes.h"
#include "lang/bridge/ask/c_types.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/compile/special_forms.h"
#include "lang/complete/locals.h"
#include "lang/complete/value_types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

bool is_callable(Value value) {
  return value.is(Tag::kClosure) || value.is(Tag::kBuiltin) || value.is(Tag::kNativeFunction) ||
         value.is(Tag::kPointer);
}

bool is_c_type(Value value) { return value.is(Tag::kOpaque) && value.as<Opaque>()->body->type_name() == "C type"; }

}  // namespace

NameOffers::NameOffers(Runtime& runtime, const Module& module, const Outline& outline, NamePlace place,
                       const RecentNames* recent, Ranking& ranking)
    : runtime_(runtime),
      module_(module),
      outline_(outline),
      place_(place),
      recent_(recent),
      ranking_(ranking),
      wanted_(*runtime.bridge, place.c_type) {}

void NameOffers::offer_all(ArgumentPlace at) {
  offer_locals(at);
  offer_cells(module_, "", Origin::kScript);
  if (!ranking_.pattern().empty()) {
    offer_prefixes();
    offer_language();
  }
  offer_c_names("");
  if (recent_)
    for (std::string_view name : recent_->names())
      if (const auto c_name = find_c_name(*runtime_.bridge, name)) offer_c_name(*c_name, Origin::kUsed);
}

bool NameOffers::offer_reached_by(std::string_view prefix) {
  const auto alias = module_.aliases.find(runtime_.symbols.intern(prefix));
  if (alias != module_.aliases.end()) {
    offer_cells(*alias->second, "", Origin::kScript);
    return true;
  }
  const auto prefixes = c_prefixes(*runtime_.bridge);
  if (std::ranges::find(prefixes, prefix) == prefixes.end()) return false;
  offer_c_names(prefix);
  return true;
}

void NameOffers::offer_left_out() {
  each_left_out_name(*runtime_.bridge, [&](std::string_view name, std::string reason) {
    const bool respelt = ranking_.pattern().means_lisp(name);
    ranking_.offer({.name = respelt ? ranking_.keep(lisp_spelling(name)) : name,
                    .origin = Origin::kHeader,
                    .against = ranking_.keep(std::move(reason))});
  });
}

void NameOffers::offer_locals(ArgumentPlace at) {
  ValueTypes types(runtime_, module_, outline_);
  for (const Local& local : locals_around(outline_, at)) {
    const CTypeId type = local.value ? types.of(*local.value) : 0;
    const bool function = !local.usage.empty();
    const int fit = function && wanted_.wants_function() ? 3 : type_fit(type);
    std::string about = function ? local.usage : type ? c_type_text(*runtime_.bridge, type) : "local";
    ranking_.offer({.name = local.name,
                    .origin = Origin::kLocal,
                    .type_fit = fit,
                    .misplaced = place_.expected == Expected::kType,
                    .about = ranking_.keep(std::move(about))});
  }
}

int NameOffers::type_fit(Value value) {
  if (place_.expected == Expected::kType) return is_c_type(value) ? 3 : 0;
  if (value.is(Tag::kClosure)) return wanted_.wants_function() ? 3 : 0;
  if (value.is(Tag::kString)) return wanted_.wants_text() ? 2 : 0;
  if (value.is_number()) return wanted_.wants_number() ? 1 : 0;
  return type_fit(c_type_of_value(*runtime_.bridge, value));
}

// A GtkLabel * is a GtkWidget *, which nothing but its class says.
int NameOffers::type_fit(CTypeId given) {
  const int fit = wanted_.of(given);
  if (fit || !given || !place_.c_type) return fit;
  BridgeContext& bridge = *runtime_.bridge;
  const CTypeId to = c_element_of(bridge, place_.c_type), from = c_element_of(bridge, given);
  return to && from && is_c_record(bridge, to) && is_c_record(bridge, from) && may_be_hidden_class(bridge, from, to)
             ? 3
             : 0;
}

void NameOffers::offer_cells(const Module& names, const std::string& prefix, Origin origin) {
  const bool own = &names == &module_;
  for (const auto& [symbol, cell] : names.cells) {
    if (cell->value.is(Tag::kUnbound) || cell->flags & Cell::kHeader || (!own && cell->flags & Cell::kPrivate))
      continue;
    const std::string_view name = prefix.empty() ? symbol->view() : ranking_.keep(prefix + std::string(symbol->view()));
    const bool recent = origin == Origin::kLanguage && recent_ && recent_->names().count(name);
    ranking_.offer({.name = name,
                    .origin = recent ? Origin::kUsed : origin,
                    .type_fit = origin == Origin::kLanguage ? 0 : type_fit(cell->value),
                    .misplaced = place_.expected == Expected::kCall && !is_callable(cell->value),
                    .cell = cell});
  }
}

void NameOffers::offer_language() {
  offer_cells(*runtime_.prelude, "", Origin::kLanguage);
  for (const SpecialForm& form : kSpecialForms)
    ranking_.offer({.name = form.name,
                    .origin = Origin::kLanguage,
                    .misplaced = place_.expected != Expected::kCall,
                    .about = form.usage});
}

void NameOffers::offer_prefixes() {
  for (const auto& [alias, imported] : module_.aliases)
    offer_cells(*imported, std::string(alias->view()) + "/", Origin::kScript);
  for (std::string_view prefix : c_prefixes(*runtime_.bridge))
    ranking_.offer(
        {.name = ranking_.keep(std::string(prefix) + "/"), .origin = Origin::kLanguage, .about = "a header's names"});
}

void NameOffers::offer_c_names(std::string_view prefix) {
  each_c_name(*runtime_.bridge, prefix, letter_set(ranking_.pattern().typed()),
              [&](const CName& name) { offer_c_name(name, Origin::kHeader); });
}

void NameOffers::offer_c_name(const CName& name, Origin origin) {
  const Fit how = ranking_.pattern().fit(name.text);
  if (how == Fit::kNot) return;
  const bool call = place_.expected == Expected::kCall, type = place_.expected == Expected::kType;
  const bool is_type = name.kind == CNameKind::kType || name.kind == CNameKind::kTag;
  const bool nothing_typed = ranking_.pattern().empty();
  const int fit = type ? (is_type && !nothing_typed ? 3 : 0) : wanted_.of(name);
  if (nothing_typed && fit < 2) return;
  ranking_.offer({.name = name.text,
                  .origin = origin,
                  .type_fit = fit,
                  .misplaced = (call && !name.is_called()) || (!type && is_type),
                  .c_name = name},
                 how);
}

}  // namespace elle::lang
