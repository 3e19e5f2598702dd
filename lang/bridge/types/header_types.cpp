// Of headers that have a type of the same name the one loaded last counts, as it does for every other name.
#include "lang/bridge/types/header_types.h"

#include <algorithm>

#include "core/base/text.h"

#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/script_types.h"

namespace elle::lang {

using core::DeclarationKind;
using core::MacroValue;

core::Result<core::TypeId> find_header_type(BridgeContext& bridge, std::string_view name, core::Kinds kinds) {
  for (size_t i = bridge.libraries.loaded.size(); i-- > 0;) {
    const LoadedLibrary& library = bridge.libraries.loaded[i];
    if (!library.file) continue;
    if (auto declaration = library.file->find(name, kinds)) return library.types->named(*declaration);
    // #define PCRE2_SIZE size_t
    auto macro = library.file->find(name, core::kMacros);
    if (macro && macro->macro_value() == MacroValue::kTypeAlias) return library.types->load(macro->type());
  }
  return core::kNoType;
}

std::vector<std::string> nearest_types(BridgeContext& bridge, std::string_view name, size_t limit) {
  core::NearestNames nearest(name, limit);
  for (const LoadedLibrary& library : bridge.libraries.loaded) {
    if (!library.file) continue;
    for (std::string_view near : library.file->nearest(name, limit, DeclarationKind::kTypedef | core::kTags))
      nearest.offer(near);
  }
  for (const auto& [own, type] : bridge.script_types.all()) nearest.offer(own);
  std::vector<std::string> names;
  for (std::string_view near : nearest.take())
    if (std::ranges::find(names, near) == names.end()) names.emplace_back(near);
  return names;
}

}  // namespace elle::lang
