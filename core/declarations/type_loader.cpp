// Types are made from the inside out as they are asked for, each once (loaded_). A record is only declared then, with a
// completer that gives it its members later: whoever holds a GtkWidget * never looks inside, and records that refer to
// each other in a circle would never end.
//
// Indices come from a file that may be forged, so they are checked against the sizes of the tables made here.
#include "core/declarations/type_loader.h"

#include <fmt/format.h>

namespace elle::core {
namespace {

static_assert(format::kConst == kConst && format::kVolatile == kVolatile);
constexpr uint8_t kKeptQualifiers = kConst | kVolatile;  // `restrict` and `_Atomic` change no layout and no call

std::string_view tag_of(const Declaration& declaration) {
  return declaration.untagged() ? std::string_view() : declaration.name();
}

}  // namespace

TypeKind scalar_of(format::TypeKind kind) {
  switch (kind) {
#define X(name, spelling)      \
  case format::TypeKind::name: \
    return TypeKind::name;
    ELLE_FILE_SCALARS(X)
#undef X
    default:
      return TypeKind::kVoid;
  }
}

format::TypeKind file_scalar(TypeKind kind) {
  switch (kind) {
#define X(name, spelling) \
  case TypeKind::name:    \
    return format::TypeKind::name;
    ELLE_FILE_SCALARS(X)
#undef X
    default:
      return format::TypeKind::kVoid;
  }
}

std::shared_ptr<TypeLoader> TypeLoader::create(TypeTable& table, std::shared_ptr<const DeclarationsFile> file) {
  return std::shared_ptr<TypeLoader>(new TypeLoader(table, std::move(file)));
}

TypeLoader::TypeLoader(TypeTable& table, std::shared_ptr<const DeclarationsFile> file)
    : table_(table),
      file_(std::move(file)),
      loaded_(file_->type_count(), kNoType),
      records_(file_->all(DeclarationKind::kRecord).size(), kNoType),
      enums_(file_->all(DeclarationKind::kEnum).size(), kNoType) {}

Result<TypeId> TypeLoader::load(FileType type) {
  if (type.index >= loaded_.size()) return type_of(TypeKind::kVoid);
  if (loaded_[type.index] == kNoType) {
    TypeId made = TRY(make(file_->type_row(type)));
    loaded_[type.index] = made;
  }
  return loaded_[type.index];
}

Result<TypeId> TypeLoader::named(const Declaration& declaration) {
  TypeId type = TRY(load(declaration.type()));
  if (declaration.kind() != DeclarationKind::kTypedef) return type;
  return table_.typedef_named(declaration.name(), type);
}

Result<TypeId> TypeLoader::make(const format::TypeRow& row) {
  FileType inner{row.a};
  switch (row.kind) {
    case format::TypeKind::kPointer:
      return table_.pointer_to(TRY(load(inner)));
    case format::TypeKind::kArray:
      return table_.array_of(TRY(load(inner)), row.b);
    case format::TypeKind::kOpenArray:
      return table_.array_of(TRY(load(inner)), kUnknownLength);
    case format::TypeKind::kVector:
      return table_.vector_of(TRY(load(inner)), static_cast<uint32_t>(row.b));
    case format::TypeKind::kFunction:
      return make_function(row);
    case format::TypeKind::kRecord:
      return make_record(row.a);
    case format::TypeKind::kEnum:
      return make_enum(row.a);
    case format::TypeKind::kTypedef:
      return table_.typedef_named(file_->alias(static_cast<uint32_t>(row.b)).name(), TRY(load(inner)));
    case format::TypeKind::kQualified: {
      TypeId type = TRY(load(inner));
      uint8_t kept = row.flags & kKeptQualifiers;
      return kept ? table_.qualified(type, kept) : type;
    }
    case format::TypeKind::kUnsupported:
      return fail(ErrorKind::kCType, fmt::format("The type `{}` is not supported.", file_->string(row.a)), {},
                  {{"type-name", std::string(file_->string(row.a))}});
    default:
      return type_of(scalar_of(row.kind));
  }
}

Result<TypeId> TypeLoader::make_function(const format::TypeRow& row) {
  TypeId result = TRY(load(FileType{row.a}));
  std::vector<TypeId> parameters;
  uint32_t count = static_cast<uint32_t>(row.b & 0xffffffff);
  for (uint32_t i = 0; i < count; i++) parameters.push_back(TRY(load(file_->parameter_type(row, i))));
  // `int f()` takes whatever it is given, promoted as variadic arguments are (C17 6.5.2.2p6).
  bool variadic = (row.flags & (format::kVariadic | format::kNoPrototype)) != 0;
  return table_.function(result, parameters, variadic);
}

Result<TypeId> TypeLoader::make_record(uint32_t number) {
  if (number >= records_.size()) return fail(ErrorKind::kHeader, "The declarations file names a record it lacks.");
  if (records_[number] != kNoType) return records_[number];
  Declaration record = file_->record(number);
  auto kind = record.is_union() ? RecordKind::kUnion : RecordKind::kStruct;
  auto complete = [self = shared_from_this(), number](TypeTable&, TypeId id) {
    return self->complete_record(id, number);
  };
  return records_[number] = table_.declare_record(tag_of(record), kind, complete);
}

Result<Done> TypeLoader::complete_record(TypeId id, uint32_t number) {
  Declaration record = file_->record(number);
  if (record.opaque()) return Done{};
  RecordLayout layout;
  layout.size = record.size();
  layout.align = record.align();
  for (uint32_t i = 0; i < record.field_count(); i++) {
    FieldView view = record.field(i);
    if (view.name.empty() && view.bit_width) continue;  // padding
    if (view.bit_offset > layout.size * 8)
      return fail(ErrorKind::kHeader, fmt::format("The declarations file puts `{}` outside its record.", view.name));
    Field field;
    field.name = view.name;
    field.type = TRY(load(view.type));
    field.bit_offset = view.bit_offset;
    field.is_bit_field = view.bit_width.has_value();
    field.bit_width = view.bit_width.value_or(0);
    layout.fields.push_back(std::move(field));
  }
  table_.define_record_with_layout(id, std::move(layout));
  return Done{};
}

Result<TypeId> TypeLoader::make_enum(uint32_t number) {
  if (number >= enums_.size()) return fail(ErrorKind::kHeader, "The declarations file names an enum it lacks.");
  if (enums_[number] != kNoType) return enums_[number];
  Declaration enumeration = file_->enumeration(number);
  TypeId underlying = TRY(load(enumeration.underlying()));
  auto complete = [self = shared_from_this(), number, underlying](TypeTable&, TypeId id) -> Result<Done> {
    self->complete_enum(id, number, underlying);
    return Done{};
  };
  return enums_[number] = table_.declare_enum(tag_of(enumeration), underlying, complete);
}

void TypeLoader::complete_enum(TypeId id, uint32_t number, TypeId underlying) {
  Declaration enumeration = file_->enumeration(number);
  if (enumeration.opaque()) return;
  std::vector<EnumConstant> constants;
  for (uint32_t i = 0; i < enumeration.constant_count(); i++) {
    Declaration constant = enumeration.constant(i);
    constants.push_back({std::string(constant.name()), static_cast<uint64_t>(constant.constant_value())});
  }
  table_.define_enum(id, underlying, std::move(constants));
}

}  // namespace elle::core
