// The views of single declarations: each accessor follows one reference of a row.
#include <algorithm>
#include <cstring>
#include <fmt/format.h>

#include "core/declarations/declarations_file.h"

namespace elle::core {
namespace {

using format::SectionKind;

Place place_of(const DeclarationsFile& file, uint32_t input, uint32_t line, uint32_t column) {
  if (input == format::kNoFile) return {};
  return {file.string(file.row<format::InputRow>(SectionKind::kInputs, input).path), line, column};
}

const format::DeclarationRow& common(const Declaration& d) {
  return d.file().row<format::DeclarationRow>(SectionKind::kDeclarations, d.index());
}
const format::FunctionRow& function(const Declaration& d) {
  return d.file().row<format::FunctionRow>(SectionKind::kFunctions, d.number());
}
const format::VariableRow& variable(const Declaration& d) {
  return d.file().row<format::VariableRow>(SectionKind::kVariables, d.number());
}
const format::RecordRow& record(const Declaration& d) {
  return d.file().row<format::RecordRow>(SectionKind::kRecords, d.number());
}
const format::EnumRow& enumeration(const Declaration& d) {
  return d.file().row<format::EnumRow>(SectionKind::kEnums, d.number());
}
const format::ConstantRow& constant_row(const Declaration& d) {
  return d.file().row<format::ConstantRow>(SectionKind::kConstants, d.number());
}
const format::MacroRow& macro(const Declaration& d) {
  return d.file().row<format::MacroRow>(SectionKind::kMacros, d.number());
}

// `count` rows from `first`, or as many as the section has: loops over a forged count must end.
uint32_t rows_there(const DeclarationsFile& file, SectionKind section, uint32_t first, uint32_t count) {
  uint32_t rows = file.count(section);
  return first < rows ? std::min(count, rows - first) : 0;
}

// The row under typedefs and qualifiers. Ends, because types refer only to earlier ones.
const format::TypeRow& bare_type(const DeclarationsFile& file, FileType type) {
  const format::TypeRow* row = &file.type_row(type);
  while (row->kind == format::TypeKind::kTypedef || row->kind == format::TypeKind::kQualified)
    row = &file.type_row(FileType{row->a});
  return *row;
}

}  // namespace

DeclarationKind Declaration::kind() const {
  uint32_t kind = 0;
  while (kind + 1 < format::kDeclarationKindCount && index_ >= file_->kind_end(static_cast<DeclarationKind>(kind)))
    kind++;
  return static_cast<DeclarationKind>(kind);
}

uint32_t Declaration::number() const { return index_ - file_->kind_begin(kind()); }

std::string_view Declaration::name() const { return file_->string(common(*this).name); }
std::string_view Declaration::comment() const { return file_->string(common(*this).comment); }
std::string_view Declaration::reason() const { return file_->string(common(*this).reason); }
std::string_view Declaration::deprecated_text() const { return file_->string(common(*this).deprecated); }
FileType Declaration::type() const { return FileType{common(*this).type}; }
bool Declaration::has(uint16_t flag) const { return (common(*this).flags & flag) != 0; }

std::string Place::text() const { return file.empty() ? std::string() : fmt::format("{}:{}", file, line); }

Place Declaration::place() const {
  const format::DeclarationRow& row = common(*this);
  return place_of(*file_, row.file, row.line, row.column);
}

uint32_t Declaration::parameter_count() const {
  const format::FunctionRow& row = function(*this);
  return rows_there(*file_, SectionKind::kParameters, row.first_parameter, row.parameter_count);
}

ParameterView Declaration::parameter(uint32_t i) const {
  uint64_t index = uint64_t{function(*this).first_parameter} + i;
  const auto& row = file_->row<format::ParameterRow>(SectionKind::kParameters, index);
  return {file_->string(row.name), FileType{row.type}};
}

FileType Declaration::result() const { return FileType{bare_type(*file_, type()).a}; }
bool Declaration::variadic() const { return (bare_type(*file_, type()).flags & format::kVariadic) != 0; }
bool Declaration::without_prototype() const { return (bare_type(*file_, type()).flags & format::kNoPrototype) != 0; }
bool Declaration::header_only() const { return is_static() || (is_inline() && !has(format::kExtern)); }

std::string_view Declaration::symbol() const {
  const bool is_function = kind() == DeclarationKind::kFunction;
  if (!is_function && kind() != DeclarationKind::kVariable) return name();
  std::string_view symbol = file_->string(is_function ? function(*this).symbol : variable(*this).symbol);
  return symbol.empty() ? name() : symbol;
}

bool Declaration::is_union() const { return (record(*this).flags & format::kUnion) != 0; }
bool Declaration::opaque() const {
  if (kind() == DeclarationKind::kEnum) return enumeration(*this).opaque != 0;
  return (record(*this).flags & format::kOpaque) != 0;
}
bool Declaration::packed() const { return (record(*this).flags & format::kPacked) != 0; }
bool Declaration::aligned() const { return (record(*this).flags & format::kAligned) != 0; }
uint64_t Declaration::size() const { return record(*this).size; }
uint32_t Declaration::align() const { return record(*this).align; }
uint32_t Declaration::field_count() const {
  const format::RecordRow& row = record(*this);
  return rows_there(*file_, SectionKind::kFields, row.first_field, row.field_count);
}

FieldView Declaration::field(uint32_t i) const {
  uint64_t index = uint64_t{record(*this).first_field} + i;
  const auto& row = file_->row<format::FieldRow>(SectionKind::kFields, index);
  FieldView view;
  view.name = file_->string(row.name);
  view.comment = file_->string(row.comment);
  view.place = place_of(*file_, row.file, row.line, row.column);
  view.type = FileType{row.type};
  view.bit_offset = row.bit_offset;
  if (row.bit_width != format::kNotBitField) view.bit_width = row.bit_width;
  return view;
}

FileType Declaration::underlying() const { return FileType{enumeration(*this).underlying}; }
uint32_t Declaration::constant_count() const {
  const format::EnumRow& row = enumeration(*this);
  return rows_there(*file_, SectionKind::kConstants, row.first_constant, row.constant_count);
}

Declaration Declaration::constant(uint32_t i) const {
  uint32_t number = enumeration(*this).first_constant + i;
  return {*file_, file_->kind_begin(DeclarationKind::kEnumConstant) + number};
}

int64_t Declaration::constant_value() const { return constant_row(*this).value; }
bool Declaration::constant_is_unsigned() const {
  return format::is_unsigned(bare_type(*file_, constant_owner().underlying()).kind);
}
Declaration Declaration::constant_owner() const { return file_->enumeration(constant_row(*this).enum_number); }

MacroValue Declaration::macro_value() const { return macro(*this).value_kind; }
std::string_view Declaration::macro_body() const { return file_->string(macro(*this).body); }
uint32_t Declaration::macro_parameter_count() const { return macro(*this).parameter_count; }

std::string_view Declaration::macro_parameter(uint32_t i) const {
  uint64_t index = uint64_t{macro(*this).first_parameter} + i;
  return file_->string(file_->row<format::StringRef>(SectionKind::kMacroParameters, index));
}

MacroValue Declaration::constant_kind() const { return variable(*this).value_kind; }

uint64_t Declaration::macro_bits() const {
  return kind() == DeclarationKind::kVariable ? variable(*this).value : macro(*this).value;
}

double Declaration::macro_double() const {
  uint64_t bits = macro_bits();
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

std::string_view Declaration::macro_text() const {
  return file_->string(kind() == DeclarationKind::kVariable ? variable(*this).text : macro(*this).text);
}

}  // namespace elle::core
