// libclang gives declarations one by one, types as it meets them. A record that a function mentions is numbered at once
// but described when all top-level declarations have been seen (finish): by then it may have been defined further down.
//
// Whatever cannot be taken whole is kept with a reason, never dropped: a name that is missing without a word costs a
// person an afternoon.
#include "core/headers/declaration_collector.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/documentation/parse_comment.h"
#include "core/headers/comments.h"

namespace elle::core::headers {
namespace {

using format::DeclarationKind;
using format::DeclarationRow;

Position end_of(CXCursor cursor) { return position_of(clang_getRangeEnd(clang_getCursorExtent(cursor))); }
Position start_of(CXCursor cursor) { return position_of(clang_getRangeStart(clang_getCursorExtent(cursor))); }

// The name of a declaration that may have none; libclang makes one up then, "struct (unnamed at …)".
bool has_made_up_name(std::string_view name) { return name.find('(') != std::string_view::npos; }

// A record or enum without a tag borrows the name of its typedef; only its type's spelling tells ("Point", not
// "struct Point").
bool is_untagged(CXCursor cursor) {
  Text text(clang_getTypeSpelling(clang_getCursorType(cursor)));
  std::string_view spelling = text.view();
  bool has_keyword = spelling.starts_with("struct ") || spelling.starts_with("union ") || spelling.starts_with("enum ");
  return !has_keyword || has_made_up_name(spelling);
}

// "name" of `__asm__("name")`, or nothing.
std::string asm_label(CXCursor cursor) {
  std::string label;
  if (!clang_Cursor_hasAttrs(cursor)) return label;
  for_each_child(cursor, [&](CXCursor child) {
    if (clang_getCursorKind(child) == CXCursor_AsmLabelAttr) label = Text(clang_getCursorSpelling(child)).string();
  });
  return label;
}

}  // namespace

// Top-level declarations of types are only mentioned here, which numbers them; finish() describes them.
void DeclarationCollector::take(CXCursor cursor) {
  switch (clang_getCursorKind(cursor)) {
    case CXCursor_FunctionDecl:
      return take_function(cursor);
    case CXCursor_VarDecl:
      return take_variable(cursor);
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
      types_.number(DeclarationKind::kRecord, cursor);
      return;
    case CXCursor_EnumDecl:
      types_.number(DeclarationKind::kEnum, cursor);
      return;
    case CXCursor_TypedefDecl:
      types_.type(clang_getCursorType(cursor));
      return;
    default:
      return take_other(cursor);
  }
}

void DeclarationCollector::finish() {
  while (!types_.pending().empty()) {
    PendingDeclaration pending = types_.pending().front();
    types_.pending().pop_front();
    describe(pending);
  }
}

DeclarationRow DeclarationCollector::common(CXCursor cursor) {
  DeclarationRow row{};
  row.name = builder_.string(Text(clang_getCursorSpelling(cursor)).view());
  set_place(position_of(clang_getCursorLocation(cursor)), row);
  note_deprecation(cursor, row);
  return row;
}

// Columns past 16 bits stand in generated code of one line; a place near them is as good as any.
void DeclarationCollector::set_place(const Position& position, DeclarationRow& row) {
  row.file = files_.number(position.file);
  if (row.file == format::kNoFile) row.flags |= format::kPredefined;
  row.line = position.line;
  row.column = static_cast<uint16_t>(std::min(position.column, 0xffffu));
}

void DeclarationCollector::note_deprecation(CXCursor cursor, DeclarationRow& row) {
  // Availability of a whole cursor costs little; the message behind it is only asked for where there is one.
  CXAvailabilityKind availability = clang_getCursorAvailability(cursor);
  if (availability == CXAvailability_NotAvailable) row.flags |= format::kUnavailable;
  if (availability != CXAvailability_Deprecated) return;
  row.flags |= format::kDeprecated;
  int always = 0, never = 0;
  CXString text{}, unavailable{};
  clang_getCursorPlatformAvailability(cursor, &always, &text, &never, &unavailable, nullptr, 0);
  row.deprecated = builder_.string(Text(text).view());
  clang_disposeString(unavailable);
}

format::StringRef DeclarationCollector::comment_above(const Position& start) {
  return builder_.string(clean_comment(comment_before(files_.text(start.file), start.offset)));
}

format::StringRef DeclarationCollector::member_comment(CXCursor cursor) {
  if (format::StringRef above = comment_above(start_of(cursor))) return above;
  Position end = end_of(cursor);
  return builder_.string(clean_comment(comment_after(files_.text(end.file), end.offset)));
}

std::string DeclarationCollector::reason_against(format::TypeRef type) {
  const format::TypeRow& row = builder_.type_row(type);
  if (row.kind != format::TypeKind::kFunction) return types_.unsupported(type);
  return types_.unsupported(row.a);
}

uint16_t DeclarationCollector::linkage_flags(CXCursor cursor) {
  CX_StorageClass storage = clang_Cursor_getStorageClass(cursor);
  uint16_t flags = 0;
  if (storage == CX_SC_Static) flags |= format::kStatic;
  if (storage == CX_SC_Extern) flags |= format::kExtern;
  if (clang_isCursorDefinition(cursor)) flags |= format::kDefined;
  return flags;
}

uint16_t DeclarationCollector::function_flags(CXCursor cursor) {
  uint16_t flags = linkage_flags(cursor);
  if (clang_Cursor_isFunctionInlined(cursor)) flags |= format::kInline;
  // Bodies are skipped, and libclang knows a definition by its body: what follows tells.
  Position end = end_of(cursor);
  std::string_view text = files_.text(end.file);
  size_t next = text.find_first_not_of(" \t\r\n", end.offset);
  if (next != std::string_view::npos && text[next] == '{') flags |= format::kDefined;
  return flags;
}

void DeclarationCollector::take_function(CXCursor cursor) {
  format::StringRef name = builder_.string(Text(clang_getCursorSpelling(cursor)).view());
  auto known = names_.ordinary(name);
  if (known && known->kind == DeclarationKind::kFunction) return merge_function(cursor, known->number);

  DeclarationRow row{};
  row.name = name;
  Position start = start_of(cursor);
  set_place(position_of(clang_getCursorLocation(cursor)), row);
  note_deprecation(cursor, row);
  row.type = types_.type(clang_getCursorType(cursor));
  row.flags |= function_flags(cursor);
  row.comment = comment_above(start);
  // `int a(int); int b(int);` on consecutive lines under one comment: it is about both.
  bool below =
      last_function_.file == start.file && follows_directly(files_.text(start.file), last_function_.end, start.offset);
  if (row.comment == 0 && below) row.comment = last_function_.comment;
  last_function_ = {start.file, end_of(cursor).offset, row.comment};

  format::FunctionRow function{};
  function.symbol = builder_.string(asm_label(cursor));
  row.reason = builder_.string(reason_against(row.type));
  take_parameters(cursor, function);
  names_.add(name, {DeclarationKind::kFunction, static_cast<uint32_t>(builder_.functions.size())});
  builder_.functions.push_back(function);
  builder_.declarations(DeclarationKind::kFunction).push_back(row);
}

void DeclarationCollector::take_parameters(CXCursor cursor, format::FunctionRow& row) {
  row.first_parameter = static_cast<uint32_t>(builder_.parameters.size());
  int count = clang_Cursor_getNumArguments(cursor);
  for (int i = 0; i < count; i++) {
    CXCursor parameter = clang_Cursor_getArgument(cursor, static_cast<unsigned>(i));
    builder_.parameters.push_back({builder_.string(Text(clang_getCursorSpelling(parameter)).view()),
                                   types_.type(clang_getCursorType(parameter))});
  }
  row.parameter_count = static_cast<uint32_t>(builder_.parameters.size()) - row.first_parameter;
}

// A function declared again adds what the first declaration lacked: a comment, a body, parameters and their names.
void DeclarationCollector::merge_function(CXCursor cursor, uint32_t number) {
  DeclarationRow& row = builder_.declarations(DeclarationKind::kFunction)[number];
  format::FunctionRow& function = builder_.functions[number];
  if (row.comment == 0) row.comment = comment_above(start_of(cursor));
  row.flags |= function_flags(cursor);
  if (function.symbol == 0) function.symbol = builder_.string(asm_label(cursor));
  bool named = function.parameter_count > 0 && builder_.parameters[function.first_parameter].name != 0;
  if (named || clang_Cursor_getNumArguments(cursor) <= 0) return;
  row.type = types_.type(clang_getCursorType(cursor));
  take_parameters(cursor, function);
}

void DeclarationCollector::take_variable(CXCursor cursor) {
  format::StringRef name = builder_.string(Text(clang_getCursorSpelling(cursor)).view());
  auto known = names_.ordinary(name);
  if (known && known->kind == DeclarationKind::kVariable) return;
  DeclarationRow row = common(cursor);
  row.type = types_.type(clang_getCursorType(cursor));
  row.flags |= linkage_flags(cursor);
  row.comment = member_comment(cursor);
  row.reason = builder_.string(reason_against(row.type));
  names_.add(name, {DeclarationKind::kVariable, static_cast<uint32_t>(builder_.variables.size())});
  builder_.variables.push_back(variable_value(builder_, cursor, row));
  builder_.variables.back().symbol = builder_.string(asm_label(cursor));
  builder_.declarations(DeclarationKind::kVariable).push_back(row);
}

// Whatever else has a name is recorded with the reason why it is not more than that.
void DeclarationCollector::take_other(CXCursor cursor) {
  if (!clang_isDeclaration(clang_getCursorKind(cursor))) return;
  DeclarationRow row = common(cursor);
  if (row.name == 0) return;
  Text kind(clang_getCursorKindSpelling(clang_getCursorKind(cursor)));
  row.reason = builder_.string(fmt::format("it is of a kind that C does not have ({})", kind.view()));
  builder_.declarations(DeclarationKind::kOther).push_back(row);
}

// By now the definition has been seen, if there is one in these headers.
void DeclarationCollector::describe(const PendingDeclaration& pending) {
  CXCursor cursor = pending.cursor;
  if (pending.kind != DeclarationKind::kTypedef) {
    CXCursor definition = clang_getCursorDefinition(cursor);
    if (!clang_Cursor_isNull(definition)) cursor = definition;
  }
  DeclarationRow row = common(cursor);
  bool untagged = pending.kind != DeclarationKind::kTypedef && is_untagged(cursor);
  if (has_made_up_name(builder_.text(row.name))) row.name = 0;
  if (untagged) row.flags |= format::kUntagged;
  if (clang_isCursorDefinition(cursor)) row.flags |= format::kDefined;
  row.comment = comment_above(start_of(cursor));
  if (pending.kind == DeclarationKind::kTypedef) {
    describe_typedef(cursor, row);
  } else {
    auto kind = pending.kind == DeclarationKind::kRecord ? format::TypeKind::kRecord : format::TypeKind::kEnum;
    row.type = builder_.type({kind, 0, 0, pending.number, 0});
  }
  builder_.declarations(pending.kind)[pending.number] = row;
  if (row.name != 0 && !untagged) names_.add(row.name, {pending.kind, pending.number});
  if (pending.kind == DeclarationKind::kRecord) describe_record(cursor, pending.number);
  if (pending.kind == DeclarationKind::kEnum) describe_enum(cursor, pending.number);
}

void DeclarationCollector::describe_typedef(CXCursor cursor, DeclarationRow& row) {
  row.type = types_.type(clang_getTypedefDeclUnderlyingType(cursor));
  row.reason = builder_.string(types_.unsupported(row.type));
}

void DeclarationCollector::describe_record(CXCursor cursor, uint32_t number) {
  CXType type = clang_getCursorType(cursor);
  format::RecordRow record{};
  if (clang_getCursorKind(cursor) == CXCursor_UnionDecl) record.flags |= format::kUnion;
  // Negative values are libclang's errors: the type is incomplete, or depends on something invalid.
  long long size = clang_Type_getSizeOf(type), align = clang_Type_getAlignOf(type);
  if (size < 0 || align < 0) {
    record.flags |= format::kOpaque;
    builder_.records[number] = record;
    return;
  }
  record.size = static_cast<uint64_t>(size);
  record.align = static_cast<uint32_t>(align);
  record.first_field = static_cast<uint32_t>(builder_.fields.size());
  struct Context {
    DeclarationCollector* self;
    format::RecordRow* record;
  } context{this, &record};
  clang_Type_visitFields(
      type,
      [](CXCursor field, CXClientData data) {
        auto* c = static_cast<Context*>(data);
        c->self->take_field(field, *c->record);
        return CXVisit_Continue;
      },
      &context);
  record.field_count = static_cast<uint32_t>(builder_.fields.size()) - record.first_field;
  note_record_attributes(cursor, record);
  builder_.records[number] = record;
}

void DeclarationCollector::take_field(CXCursor cursor, format::RecordRow& record) {
  format::FieldRow field{};
  Text name(clang_getCursorSpelling(cursor));
  if (!has_made_up_name(name.view())) field.name = builder_.string(name.view());
  field.type = types_.type(clang_getCursorType(cursor));
  Position position = position_of(clang_getCursorLocation(cursor));
  field.file = files_.number(position.file);
  field.line = position.line;
  field.column = static_cast<uint16_t>(std::min(position.column, 0xffffu));
  field.comment = member_comment(cursor);
  long long offset = clang_Cursor_getOffsetOfField(cursor);
  field.bit_offset = offset >= 0 ? static_cast<uint64_t>(offset) : 0;
  field.bit_width = format::kNotBitField;
  if (clang_Cursor_isBitField(cursor)) field.bit_width = static_cast<uint16_t>(clang_getFieldDeclBitWidth(cursor));
  note_record_attributes(cursor, record);
  note_record_attributes(clang_getTypeDeclaration(clang_getCursorType(cursor)), record);  // of its typedef
  builder_.fields.push_back(field);
}

void DeclarationCollector::note_record_attributes(CXCursor cursor, format::RecordRow& record) {
  if (!clang_Cursor_hasAttrs(cursor)) return;
  for_each_child(cursor, [&](CXCursor child) {
    if (clang_getCursorKind(child) == CXCursor_PackedAttr) record.flags |= format::kPacked;
    if (clang_getCursorKind(child) == CXCursor_AlignedAttr) record.flags |= format::kAligned;
  });
}

void DeclarationCollector::describe_enum(CXCursor cursor, uint32_t number) {
  format::EnumRow row{};
  row.underlying = types_.type(clang_getEnumDeclIntegerType(cursor));
  row.opaque = !clang_isCursorDefinition(cursor);
  row.first_constant = static_cast<uint32_t>(builder_.constants.size());
  bool is_unsigned = format::is_unsigned(builder_.bare_type_row(row.underlying).kind);
  for_each_child(cursor, [&](CXCursor child) {
    if (clang_getCursorKind(child) == CXCursor_EnumConstantDecl) take_constant(child, number, is_unsigned);
  });
  row.constant_count = static_cast<uint32_t>(builder_.constants.size()) - row.first_constant;
  builder_.enums[number] = row;
}

void DeclarationCollector::take_constant(CXCursor cursor, uint32_t enum_number, bool is_unsigned) {
  DeclarationRow row = common(cursor);
  row.type = types_.type(clang_getCursorType(cursor));
  row.comment = member_comment(cursor);
  int64_t value = is_unsigned ? static_cast<int64_t>(clang_getEnumConstantDeclUnsignedValue(cursor))
                              : clang_getEnumConstantDeclValue(cursor);
  names_.add(row.name, {DeclarationKind::kEnumConstant, static_cast<uint32_t>(builder_.constants.size())});
  builder_.constants.push_back({value, enum_number, 0});
  builder_.declarations(DeclarationKind::kEnumConstant).push_back(row);
}

}  // namespace elle::core::headers
