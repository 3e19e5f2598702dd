// The writing side of the declarations file: rows are put into the tables one by one, finish() lays them out. Used by
// elle-headers, and by tests that need a file saying something particular.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/declarations/format.h"
#include "core/declarations/string_pool.h"

namespace elle::core {

class DeclarationsBuilder {
 public:
  DeclarationsBuilder();

  format::StringRef string(std::string_view text) { return strings_.add(text); }
  std::optional<format::StringRef> find_string(std::string_view text) const { return strings_.find(text); }
  std::string_view text(format::StringRef ref) const { return strings_.at(ref); }

  // Equal rows are stored once. REQUIRES: the types it refers to have been added.
  format::TypeRef type(const format::TypeRow& row);
  format::TypeRef function_type(format::TypeRef result, std::span<const format::TypeRef> parameters, uint8_t flags);
  const format::TypeRow& type_row(format::TypeRef ref) const { return types_[ref]; }
  // The row under typedefs and qualifiers.
  const format::TypeRow& bare_type_row(format::TypeRef ref) const;

  // The tables of declarations, by kind; the n-th row of a kind has the n-th row of its own table below.
  std::vector<format::DeclarationRow>& declarations(format::DeclarationKind kind) {
    return declarations_[static_cast<size_t>(kind)];
  }

  std::vector<format::FunctionRow> functions;
  std::vector<format::ParameterRow> parameters;
  std::vector<format::VariableRow> variables;
  std::vector<format::RecordRow> records;
  std::vector<format::FieldRow> fields;
  std::vector<format::EnumRow> enums;
  std::vector<format::ConstantRow> constants;
  std::vector<format::MacroRow> macros;
  std::vector<format::StringRef> macro_parameters;
  std::vector<format::InputRow> inputs;
  std::vector<format::FolderRow> folders;
  std::vector<format::StringRef> misses;
  format::InfoRow info{};

  // The bytes of the file. Untagged records and enums without a name are not put into the name table.
  std::string finish();

 private:
  std::vector<format::DeclarationRow> all_declarations();
  std::vector<format::SlotRow> name_table(std::span<const format::DeclarationRow> all) const;

  struct RowHash {
    size_t operator()(const format::TypeRow& row) const;
  };
  struct RowEqual {
    bool operator()(const format::TypeRow& a, const format::TypeRow& b) const;
  };

  StringPool strings_;
  std::vector<format::TypeRow> types_;
  std::vector<format::TypeRef> parameter_types_;
  std::unordered_map<format::TypeRow, format::TypeRef, RowHash, RowEqual> interned_;
  std::unordered_map<std::string, uint64_t> parameter_lists_;
  std::vector<format::DeclarationRow> declarations_[format::kDeclarationKindCount];
};

}  // namespace elle::core
