// Hands each question about the names of headers to the room that answers it.
#include "lang/bridge/header_names.h"

#include "lang/bridge/ask/search_names.h"
#include "lang/bridge/documentation/describe.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/names/reload.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

NameResolver::Resolution HeaderNames::resolve(VM& vm, Symbol* name) {
  std::optional<FoundName> found = find_name(bridge_, name->view());
  if (!found) return {};
  const core::Declaration& declaration = found->declaration;
  const bool is_variable = declaration.kind() == core::DeclarationKind::kVariable &&
                           declaration.constant_kind() == core::MacroValue::kNotExpression;
  const bool varies = is_variable || NameValues::is_computed(declaration);
  return {bridge_.name_values.value_of(vm, *found->library, declaration), !varies};
}

Result<bool> HeaderNames::assign(Symbol* name, Value value) {
  std::optional<FoundName> found = find_name(bridge_, name->view());
  if (!found) return false;
  TRY(bridge_.name_values.assign(*found->library, found->declaration, name->view(), value));
  return true;
}

std::vector<std::string> HeaderNames::nearest(std::string_view name, size_t limit) {
  return nearest_names(bridge_, name, limit);
}

std::optional<std::string> HeaderNames::describe(std::string_view name, const Screen& screen) {
  return describe_header_name(bridge_, name, screen);
}

std::optional<NameResolver::Absence> HeaderNames::absence(std::string_view name) {
  return bridge_.absent_names.absence(name);
}

void HeaderNames::search(NameQuery& query, std::vector<NameFinding>& findings) {
  search_names(bridge_, query, findings);
}

void HeaderNames::tell(NameFinding& finding) { tell_name(bridge_, finding); }

std::vector<std::string> HeaderNames::changes() { return header_changes(bridge_); }

Result<std::optional<std::string>> HeaderNames::reload(std::string_view name) { return reload_headers(bridge_, name); }

}  // namespace elle::lang
