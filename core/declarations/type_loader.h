// Types of a declarations file, made in a TypeTable one by one as they are first asked for. A record's or enum's
// members come later still, when somebody needs them: drawing a GtkWidget * makes three nodes, not eight thousand.
//
// Record layouts are the ones the parser reported, so packing and alignment attributes are right by construction; a
// test compares them with our own layout rules.
#pragma once

#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/declarations_file.h"
#include "core/types/type_table.h"

namespace elle::core {

// The table's kind of a scalar, whose name is the same; kVoid for what is no scalar.
TypeKind scalar_of(format::TypeKind kind);
// And back.
format::TypeKind file_scalar(TypeKind kind);

class TypeLoader : public std::enable_shared_from_this<TypeLoader> {
 public:
  // The table's completers keep the loader, and the loader its file, alive. REQUIRES: `table` outlives the loader's
  // use.
  static std::shared_ptr<TypeLoader> create(TypeTable& table, std::shared_ptr<const DeclarationsFile> file);

  const DeclarationsFile& file() const { return *file_; }

  // The same FileType gives the same TypeId every time. Fails, naming it, for a type Elle has no place for (`_BitInt`).
  Result<TypeId> load(FileType type);

  // The function type of a function; its parameters are the adjusted ones (`int *` for `int v[3]`).
  Result<TypeId> function(const Declaration& function) { return load(function.type()); }
  // What a declaration called by its name means as a type: a typedef itself (so that its name is kept), a record or
  // enum, or for another declaration the type it has.
  Result<TypeId> named(const Declaration& declaration);

 private:
  TypeLoader(TypeTable& table, std::shared_ptr<const DeclarationsFile> file);

  Result<TypeId> make(const format::TypeRow& row);
  Result<TypeId> make_function(const format::TypeRow& row);
  Result<TypeId> make_record(uint32_t number);
  Result<TypeId> make_enum(uint32_t number);
  Result<Done> complete_record(TypeId id, uint32_t number);
  void complete_enum(TypeId id, uint32_t number, TypeId underlying);

  TypeTable& table_;
  std::shared_ptr<const DeclarationsFile> file_;
  std::vector<TypeId> loaded_;   // by type index; kNoType until made
  std::vector<TypeId> records_;  // by record number
  std::vector<TypeId> enums_;    // by enum number
};

}  // namespace elle::core
