// Typedefs and qualifiers are looked through row by row, and nothing is entered in the session's types: a search that
// made each type it looks at would make all that the headers have.
#include "lang/bridge/library/file_types.h"

namespace elle::lang {

using core::DeclarationsFile;
using core::FileType;
using core::format::TypeKind;
using core::format::TypeRow;

const TypeRow& bare_type(const DeclarationsFile& file, FileType type) {
  const TypeRow* row = &file.type_row(type);
  while (row->kind == TypeKind::kTypedef || row->kind == TypeKind::kQualified) row = &file.type_row(FileType{row->a});
  return *row;
}

bool is_const(const DeclarationsFile& file, FileType type) {
  const TypeRow* row = &file.type_row(type);
  for (; row->kind == TypeKind::kTypedef || row->kind == TypeKind::kQualified; row = &file.type_row(FileType{row->a}))
    if (row->kind == TypeKind::kQualified && (row->flags & core::format::kConst) != 0) return true;
  return false;
}

std::optional<FileType> written_through(const DeclarationsFile& file, FileType parameter) {
  const TypeRow& pointer = bare_type(file, parameter);
  if (pointer.kind != TypeKind::kPointer) return std::nullopt;
  const FileType written{pointer.a};
  if (is_const(file, written) || bare_type(file, written).kind != TypeKind::kPointer) return std::nullopt;
  return written;
}

bool only_ends(const DeclarationsFile& file, const TypeRow& function) {
  return parameter_count(function) == 1 && bare_type(file, FileType{function.a}).kind == TypeKind::kVoid;
}

}  // namespace elle::lang
