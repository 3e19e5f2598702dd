// Finding is by hash in the file of each header, the one loaded last first.
#include "lang/bridge/names/find_names.h"

#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/library/qualified_name.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;

namespace {

constexpr core::Kinds kValues = core::kOrdinaryNames | core::kMacros | core::kTags;

}  // namespace

std::optional<Declaration> find_name(const LoadedLibrary& library, std::string_view name) {
  if (!library.file) return std::nullopt;
  if (auto exact = library.file->find(name, kValues)) return exact;
  if (name.size() > 1 && name.back() == '!') return find_name(library, name.substr(0, name.size() - 1));
  if (!is_lisp_spelling(name)) return std::nullopt;
  std::optional<Declaration> best;
  for (const Declaration& candidate :
       library.file->find_folded(name, core::Kinds(DeclarationKind::kFunction) | core::kMacros)) {
    if (candidate.kind() == DeclarationKind::kMacro && candidate.macro_value() != MacroValue::kFunctionAlias &&
        candidate.macro_value() != MacroValue::kFunctionLike)
      continue;
    if (!best || (lisp_spelling(candidate.name()) == name && lisp_spelling(best->name()) != name)) best = candidate;
  }
  return best;
}

std::optional<FoundName> find_name(BridgeContext& bridge, std::string_view full) {
  const QualifiedName qualified(full);
  for (size_t i = bridge.libraries.loaded.size(); i-- > 0;) {
    LoadedLibrary& library = bridge.libraries.loaded[i];
    if (!qualified.reaches(library)) continue;
    if (auto declaration = find_name(library, qualified.name)) return FoundName{&library, *declaration};
  }
  return std::nullopt;
}

std::vector<std::string> nearest_names(BridgeContext& bridge, std::string_view full, size_t limit) {
  std::vector<std::string> names;
  const QualifiedName qualified(full);
  const std::string_view name = qualified.name;
  const bool lisp = is_lisp_spelling(name);
  std::string c_name(name);
  for (char& c : c_name)
    if (c == '-') c = '_';
  for (const LoadedLibrary& library : bridge.libraries.loaded) {
    if (!library.file || !qualified.reaches(library)) continue;
    for (std::string_view near : library.file->nearest(c_name, limit)) {
      const bool respell = lisp && library.file->find(near, DeclarationKind::kFunction);
      names.push_back(std::string(full.substr(0, full.size() - name.size())) +
                      (respell ? lisp_spelling(near) : std::string(near)));
    }
  }
  return names;
}

}  // namespace elle::lang
