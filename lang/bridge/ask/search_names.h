// The names of loaded headers that answer (apropos "window").
#pragma once

#include <vector>

#include "lang/runtime/name_finding.h"

namespace elle::lang {

struct BridgeContext;

// Adds the names that answer the query, without what is to be said of them.
void search_names(BridgeContext& bridge, NameQuery& query, std::vector<NameFinding>& findings);
// Says of one of those what it is, or why it cannot be used.
void tell_name(BridgeContext& bridge, NameFinding& finding);

}  // namespace elle::lang
