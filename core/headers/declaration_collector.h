// Everything but the macros: functions, variables, records, enums and typedefs of a translation unit, each with its
// place, comment and attributes, put into the tables of a declarations file.
#pragma once

#include <clang-c/Index.h>
#include <optional>
#include <string>

#include "core/declarations/declarations_builder.h"
#include "core/headers/cx.h"
#include "core/headers/declared_names.h"
#include "core/headers/source_files.h"
#include "core/headers/type_collector.h"

namespace elle::core::headers {

class DeclarationCollector {
 public:
  DeclarationCollector(DeclarationsBuilder& builder, SourceFiles& files, DeclaredNames& names)
      : builder_(builder), files_(files), names_(names), types_(builder) {}

  // One declaration at the top level, in the order of the text.
  void take(CXCursor cursor);
  // Describes all records, enums and typedefs that have been mentioned. Call once, after the last take().
  void finish();

 private:
  void take_function(CXCursor cursor);
  void take_variable(CXCursor cursor);
  void take_other(CXCursor cursor);
  void take_parameters(CXCursor cursor, format::FunctionRow& row);
  void merge_function(CXCursor cursor, uint32_t number);
  void describe(const PendingDeclaration& pending);
  void describe_typedef(CXCursor cursor, format::DeclarationRow& row);
  void describe_record(CXCursor cursor, uint32_t number);
  void describe_enum(CXCursor cursor, uint32_t number);
  void take_field(CXCursor cursor, format::RecordRow& record);
  void take_constant(CXCursor cursor, uint32_t enum_number, bool is_unsigned);
  void note_record_attributes(CXCursor cursor, format::RecordRow& record);

  // Name, place and deprecation of any declaration.
  format::DeclarationRow common(CXCursor cursor);
  void set_place(const Position& position, format::DeclarationRow& row);
  void note_deprecation(CXCursor cursor, format::DeclarationRow& row);
  // The comment above a declaration, or that of the function right above it.
  format::StringRef comment_above(const Position& start);
  format::StringRef member_comment(CXCursor cursor);
  uint16_t linkage_flags(CXCursor cursor);
  uint16_t function_flags(CXCursor cursor);
  std::string reason_against(format::TypeRef type);

  // The last function and its comment, for the ones right below it.
  struct LastFunction {
    CXFile file = nullptr;
    unsigned end = 0;
    format::StringRef comment = 0;
  };

  DeclarationsBuilder& builder_;
  SourceFiles& files_;
  DeclaredNames& names_;
  TypeCollector types_;
  LastFunction last_function_;
};

// The value a header gives a `static const` variable; kNotExpression for one that is not both const and defined with a
// constant.
format::VariableRow variable_value(DeclarationsBuilder& builder, CXCursor cursor, const format::DeclarationRow& row);

}  // namespace elle::core::headers
