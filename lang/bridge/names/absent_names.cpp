// Two questions: why a declaration that is there cannot be used, and why a name is not there at all. The second reads
// the headers' text again, so it is asked only of names that nothing else has.
#include "lang/bridge/names/absent_names.h"

#include <algorithm>

#include "core/thunk/header_addresses.h"

#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/library/qualified_name.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::LeftOut;

std::string AbsentNames::reason_against(const LoadedLibrary& library, const Declaration& declaration) {
  if (!declaration.reason().empty()) return std::string(declaration.reason());
  if (declaration.unavailable()) return "the header says that it is unavailable";
  const DeclarationKind kind = declaration.kind();
  if (kind == DeclarationKind::kMacro && declaration.macro_value() == core::MacroValue::kNotExpression)
    return std::string(declaration.macro_text());
  const bool needs_symbol = kind == DeclarationKind::kFunction || kind == DeclarationKind::kVariable;
  if (!needs_symbol || core::HeaderAddresses::may_have(declaration) ||
      bridge_.name_values.exported_address(library, declaration.symbol()))
    return {};
  return fmt::format("not exported by {}", library.library ? library.library->name() : "the program");
}

const std::vector<LeftOut>& AbsentNames::left_out(const LoadedLibrary& library) {
  auto [found, fresh] = left_out_.try_emplace(library.file.get());
  if (fresh && library.file) found->second = core::find_left_out(*library.file);
  return found->second;
}

const LeftOut* AbsentNames::find_left_out(const LoadedLibrary& library, std::string_view name) {
  std::string c_name(name);
  std::replace(c_name.begin(), c_name.end(), '-', '_');
  for (const LeftOut& candidate : left_out(library))
    if (candidate.name == c_name || lisp_spelling(candidate.name) == name) return &candidate;
  return nullptr;
}

std::optional<NameResolver::Absence> AbsentNames::absence(std::string_view full) {
  const QualifiedName qualified(full);
  for (const LoadedLibrary& library : bridge_.libraries.loaded) {
    if (!library.file || !qualified.reaches(library)) continue;
    if (const LeftOut* left_out = find_left_out(library, qualified.name))
      return NameResolver::Absence{fmt::format("`{}` is not here: it is {}.", left_out->name, left_out->reason()),
                                   next_step_for(*left_out)};
  }
  return std::nullopt;
}

std::string next_step_for(const LeftOut& left_out) {
  if (left_out.cplusplus || left_out.wanted.empty()) return {};
  std::string names;
  for (const std::string& wanted : left_out.wanted) names += fmt::format("{}\"{}\"", names.empty() ? "" : " ", wanted);
  return left_out.wanted.size() == 1 ? fmt::format("Load the header with :define {}.", names)
                                     : fmt::format("Load the header with :define [{}].", names);
}

}  // namespace elle::lang
