// Of what only C knows the inside, the outside is told: which functions of the same file give it, and take it.
#include "lang/bridge/documentation/opaque_uses.h"

#include <fmt/format.h>

#include "core/base/text.h"

#include "lang/bridge/documentation/document_text.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::FileType;
using core::format::TypeKind;
using core::format::TypeRow;

namespace {

constexpr size_t kShown = 5;

// The type under typedefs and qualifiers.
FileType resolved(const core::DeclarationsFile& file, FileType type) {
  for (;;) {
    const TypeRow& row = file.type_row(type);
    if (row.kind != TypeKind::kTypedef && row.kind != TypeKind::kQualified) return type;
    type = {row.a};
  }
}

bool points_to(const core::DeclarationsFile& file, FileType type, uint32_t record) {
  const TypeRow& pointer = file.type_row(resolved(file, type));
  if (pointer.kind != TypeKind::kPointer) return false;
  const TypeRow& target = file.type_row(resolved(file, {pointer.a}));
  return target.kind == TypeKind::kRecord && target.a == record;
}

void put_names(Page& page, std::string_view title, const std::vector<std::string>& names, size_t all) {
  if (names.empty()) return;
  page.words(fmt::format("{} {}{}", title, core::join(names, ", "),
                         all > names.size() ? fmt::format(" and {} more", all - names.size()) : ""));
}

}  // namespace

void put_opaque_uses(Page& page, const Declaration& record) {
  const core::DeclarationsFile& file = record.file();
  std::vector<std::string> makers, takers;
  size_t all_makers = 0, all_takers = 0;
  for (const Declaration& function : file.all(DeclarationKind::kFunction)) {
    if (points_to(file, function.result(), record.number()) && ++all_makers <= kShown)
      makers.emplace_back(function.name());
    bool takes = false;
    for (uint32_t i = 0; i < function.parameter_count() && !takes; i++)
      takes = points_to(file, function.parameter(i).type, record.number());
    if (takes && ++all_takers <= kShown) takers.emplace_back(function.name());
  }
  put_names(page, "Returned by", makers, all_makers);
  put_names(page, "Taken by", takers, all_takers);
}

void put_class(Page& page, const core::GirText& text) {
  if (!text.parent.empty()) {
    page.gap();
    page.words(fmt::format("It is a kind of {}.", text.parent));
  }
  put_section(page, "Properties", text.properties);
  put_section(page, "Signals", text.signals);
}

}  // namespace elle::lang
