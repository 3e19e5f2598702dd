// The folder's TypeHandle is a TypeRef here; sizes are those of the headers' target.
#include "core/headers/macro_scope.h"

#include "core/macros/arithmetic.h"

namespace elle::core::headers {

using format::DeclarationKind;
using format::TypeKind;
using macros::NameKind;
using macros::TypeClass;

macros::NamedValue MacroScope::find_name(std::string_view name) {
  auto ref = builder_.find_string(name);
  auto entry = ref ? names_.ordinary(*ref) : std::nullopt;
  if (!entry) return {};
  switch (entry->kind) {
    case DeclarationKind::kFunction:
      return {NameKind::kFunction};
    case DeclarationKind::kVariable:
      return {NameKind::kVariable};
    case DeclarationKind::kEnumConstant:
      return {NameKind::kConstant, static_cast<uint64_t>(builder_.constants[entry->number].value),
              builder_.declarations(entry->kind)[entry->number].type};
    default:
      return {};
  }
}

std::optional<macros::TypeHandle> MacroScope::find_type(Tag tag, std::string_view name) {
  auto ref = builder_.find_string(name);
  if (!ref) return std::nullopt;
  auto entry = tag == Tag::kTypedef ? names_.ordinary(*ref) : names_.tag(*ref);
  if (!entry) return std::nullopt;
  const format::DeclarationRow& row = builder_.declarations(entry->kind)[entry->number];
  if (tag != Tag::kTypedef) {
    bool is_enum = entry->kind == DeclarationKind::kEnum;
    return is_enum == (tag == Tag::kEnum) ? std::optional(row.type) : std::nullopt;
  }
  if (entry->kind != DeclarationKind::kTypedef) return std::nullopt;
  return builder_.type({TypeKind::kTypedef, 0, 0, row.type, entry->number});
}

macros::TypeFacts MacroScope::facts(macros::TypeHandle type) {
  const format::TypeRow& row = builder_.bare_type_row(type);
  if (row.kind == TypeKind::kVoid) return {TypeClass::kVoid};
  if (row.kind > TypeKind::kComplexLongDouble) return derived_facts(row);
  macros::TypeFacts facts;
  bool floating = row.kind == TypeKind::kFloat || row.kind == TypeKind::kDouble || row.kind == TypeKind::kLongDouble;
  facts.type_class = floating ? TypeClass::kFloating : TypeClass::kInteger;
  if (row.kind >= TypeKind::kFloat128) facts.type_class = TypeClass::kOther;
  facts.scalar = row.kind;
  facts.is_unsigned = format::is_unsigned(row.kind);
  facts.size = facts.align = macros::scalar_size(row.kind);
  return facts;
}

macros::TypeFacts MacroScope::derived_facts(const format::TypeRow& row) {
  constexpr uint64_t kPointerSize = 8;
  switch (row.kind) {
    case TypeKind::kPointer:
      return {TypeClass::kPointer, TypeKind::kUnsignedLong, true, kPointerSize, kPointerSize};
    case TypeKind::kEnum:
      return facts(builder_.enums[row.a].underlying);
    case TypeKind::kRecord: {
      const format::RecordRow& record = builder_.records[row.a];
      return {TypeClass::kRecord, TypeKind::kInt, false, record.size, record.align};
    }
    case TypeKind::kArray: {
      macros::TypeFacts element = facts(row.a);
      return {TypeClass::kArray, TypeKind::kInt, false, element.size * row.b, element.align};
    }
    case TypeKind::kFunction:
      return {TypeClass::kFunction};
    default:
      return {};
  }
}

macros::TypeHandle MacroScope::pointer_to(macros::TypeHandle pointee) {
  return builder_.type({TypeKind::kPointer, 0, 0, pointee, 0});
}

macros::TypeHandle MacroScope::array_of(macros::TypeHandle element, uint64_t count) {
  return builder_.type({TypeKind::kArray, 0, 0, element, count});
}

macros::TypeHandle MacroScope::qualified(macros::TypeHandle type, uint8_t flags) {
  return builder_.type({TypeKind::kQualified, flags, 0, type, 0});
}

macros::TypeHandle MacroScope::function(macros::TypeHandle result, const std::vector<macros::TypeHandle>& parameters,
                                        bool variadic) {
  return builder_.function_type(result, parameters, variadic ? format::kVariadic : 0);
}

}  // namespace elle::core::headers
