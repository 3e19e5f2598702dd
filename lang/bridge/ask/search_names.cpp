// The names of loaded headers that answer (apropos "window").
#include "lang/bridge/ask/search_names.h"

#include <set>

#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/declaration_summary.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;

void search_names(BridgeContext& bridge, NameQuery& query, std::vector<NameFinding>& findings) {
  // The last loaded first, as names are found. Two headers may include a third, and `struct point` may be a typedef.
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (size_t i = bridge.libraries.loaded.size(); i-- > 0;) {
    const LoadedLibrary& library = bridge.libraries.loaded[i];
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

void tell_name(BridgeContext& bridge, NameFinding& finding) {
  LoadedLibrary& library = bridge.libraries.loaded[finding.library];
  const Declaration declaration(*library.file, finding.declaration);
  finding.about = bridge.absent_names.reason_against(library, declaration);
  finding.usable = finding.about.empty();
  if (finding.usable) finding.about = declaration_summary(bridge, library, declaration);
}

}  // namespace elle::lang
