// The names of loaded headers that answer (apropos "window").
#include <set>

#include "lang/bridge/bridge.h"
#include "lang/bridge/declaration_summary.h"
#include "lang/bridge/names.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;

void Names::search(NameQuery& query, std::vector<NameFinding>& findings) {
  // The last loaded first, as names are found. Two headers may include a third, and `struct point` may be a typedef.
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (size_t i = bridge_.libraries.size(); i-- > 0;) {
    const LoadedLibrary& library = bridge_.libraries[i];
    if (!library.file) continue;
    for (const Declaration& declaration : library.file->all()) {
      const std::string_view name = declaration.name();
      if (name.empty() || declaration.predefined()) continue;
      const NameMatch match = query.match(name);
      if (match == NameMatch::kNone && !query.found_in(declaration.comment())) continue;
      const std::string_view kind = use_of(declaration);
      if (!seen.insert({name, kind}).second) continue;
      findings.push_back({.name = lisp_name(declaration),
                          .kind = kind,
                          .match = match,
                          .library = static_cast<uint32_t>(i),
                          .declaration = declaration.index()});
    }
  }
}

void Names::tell(NameFinding& finding) {
  LoadedLibrary& library = bridge_.libraries[finding.library];
  const Declaration declaration(*library.file, finding.declaration);
  finding.about = absent_.reason_against(library, declaration);
  finding.usable = finding.about.empty();
  if (finding.usable) finding.about = declaration_summary(bridge_, library, declaration);
}

}  // namespace elle::lang
