// A struct's or union's memory on a page: each member with its offset and size, what lies unused between them, and what
// the header says beside it.
#pragma once

#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/documentation/document.h"
#include "core/types/type.h"

#include "lang/print/page.h"

namespace elle::lang {

struct BridgeContext;

// `record` is its declaration, or null for a type that a script made. `parts` are what its comment says of the members.
void put_record(Page& page, BridgeContext& bridge, core::TypeId type, const core::Declaration* record,
                const std::vector<core::NamedText>& parts);

}  // namespace elle::lang
