// A comment is looked for where headers put one: above, beside, below. The header's text counts only while it is what
// was parsed, or places would lead to other lines. Of a comment and a .gir file the one that says more wins.
#include "lang/bridge/documentation/found_text.h"

#include "core/base/file.h"
#include "core/documentation/gir_texts.h"
#include "core/documentation/header_text.h"
#include "core/documentation/parse_comment.h"

#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::Document;

namespace {

std::vector<std::string> loaded_libraries(const BridgeContext& bridge) {
  std::vector<std::string> names;
  for (const LoadedLibrary& library : bridge.libraries.loaded)
    if (library.library) names.emplace_back(core::file_name(library.library->path()));
  return names;
}

// The comment of a declaration in a header that has its comments elsewhere than above.
std::string comment_elsewhere(const Declaration& declaration) {
  const core::Place place = declaration.place();
  const std::optional<std::string> header =
      place.file.empty() ? std::nullopt : unchanged_header(declaration.file(), place.file);
  if (!header) return {};
  if (declaration.kind() == DeclarationKind::kMacro)
    return core::clean_comment(core::comment_that_declares(*header, declaration.name()));
  const auto range = core::declaration_at(*header, place.line, place.column);
  if (!range) return {};
  const std::string_view beside = core::comment_beside(*header, *range);
  return core::clean_comment(beside.empty() ? core::comment_below(*header, *range) : beside);
}

// The record or enum that a typedef names, whose comment may be the one.
std::optional<Declaration> named_by(const Declaration& declaration) {
  if (declaration.kind() != DeclarationKind::kTypedef) return std::nullopt;
  const core::format::TypeRow& row = declaration.file().type_row(declaration.type());
  if (row.kind == core::format::TypeKind::kRecord) return declaration.file().record(row.a);
  if (row.kind == core::format::TypeKind::kEnum) return declaration.file().enumeration(row.a);
  return std::nullopt;
}

size_t words_in(const Document& document) {
  size_t size = document.returns.size();
  for (const core::Block& block : document.blocks) size += block.text.size();
  for (const core::NamedText& part : document.parts) size += part.text.size();
  return size;
}

}  // namespace

bool header_changed(const core::DeclarationsFile& file, std::string_view path) {
  const auto status = core::file_status(std::string(path));
  const uint32_t inputs = file.count(core::format::SectionKind::kInputs);
  for (uint32_t i = 0; status && i < inputs; i++) {
    const auto& input = file.row<core::format::InputRow>(core::format::SectionKind::kInputs, i);
    if (file.string(input.path) == path) return input.size != status->size || input.mtime_ns != status->mtime_ns;
  }
  return true;
}

std::optional<std::string> unchanged_header(const core::DeclarationsFile& file, std::string_view path) {
  if (header_changed(file, path)) return std::nullopt;
  auto text = core::read_file(std::string(path));
  return text.ok() ? std::optional(text.take()) : std::nullopt;
}

FoundText find_text(BridgeContext& bridge, const Declaration& declaration) {
  FoundText found;
  std::string comment(declaration.comment());
  if (const auto named = comment.empty() ? named_by(declaration) : std::nullopt) comment = named->comment();
  if (comment.empty()) comment = comment_elsewhere(declaration);
  found.document = core::parse_comment(comment);
  found.gir = find_gir_text(bridge, declaration.name());
  if (found.gir && words_in(found.gir->document) > words_in(found.document)) found.document = found.gir->document;
  return found;
}

std::optional<core::GirText> find_gir_text(BridgeContext& bridge, std::string_view name) {
  return bridge.gir_texts.find(name, loaded_libraries(bridge));
}

}  // namespace elle::lang
