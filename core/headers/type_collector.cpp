// libclang unfolds a type level by level. Sugar is taken off (elaborated, attributed, typeof), typedefs are kept: their
// names are what people look for.
#include "core/headers/type_collector.h"

#include <fmt/format.h>
#include <optional>

#include "core/headers/cx.h"

namespace elle::core::headers {
namespace {

using format::DeclarationKind;
using format::TypeKind;
using format::TypeRef;

std::optional<TypeKind> scalar_kind(CXTypeKind kind) {
  switch (kind) {
    case CXType_Void:
      return TypeKind::kVoid;
    case CXType_Bool:
      return TypeKind::kBool;
    case CXType_Char_S:
    case CXType_Char_U:
      return TypeKind::kChar;
    case CXType_SChar:
      return TypeKind::kSignedChar;
    case CXType_UChar:
      return TypeKind::kUnsignedChar;
    case CXType_Short:
      return TypeKind::kShort;
    case CXType_UShort:
      return TypeKind::kUnsignedShort;
    case CXType_Int:
    case CXType_WChar:
      return TypeKind::kInt;
    case CXType_UInt:
      return TypeKind::kUnsignedInt;
    case CXType_Long:
      return TypeKind::kLong;
    case CXType_ULong:
      return TypeKind::kUnsignedLong;
    case CXType_LongLong:
      return TypeKind::kLongLong;
    case CXType_ULongLong:
      return TypeKind::kUnsignedLongLong;
    case CXType_Int128:
      return TypeKind::kInt128;
    case CXType_UInt128:
      return TypeKind::kUnsignedInt128;
    case CXType_Float:
      return TypeKind::kFloat;
    case CXType_Double:
      return TypeKind::kDouble;
    case CXType_LongDouble:
      return TypeKind::kLongDouble;
    case CXType_Float128:
      return TypeKind::kFloat128;
    default:
      return std::nullopt;
  }
}

std::optional<TypeKind> complex_kind(CXType element) {
  switch (element.kind) {
    case CXType_Float:
      return TypeKind::kComplexFloat;
    case CXType_Double:
      return TypeKind::kComplexDouble;
    case CXType_LongDouble:
      return TypeKind::kComplexLongDouble;
    default:
      return std::nullopt;
  }
}

uint8_t qualifiers_of(CXType type) {
  uint8_t flags = 0;
  if (clang_isConstQualifiedType(type)) flags |= format::kConst;
  if (clang_isVolatileQualifiedType(type)) flags |= format::kVolatile;
  if (clang_isRestrictQualifiedType(type)) flags |= format::kRestrict;
  return flags;
}

}  // namespace

TypeRef TypeCollector::type(CXType type) {
  Key key{type.data[0], type.kind};
  auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  TypeRef made = make(type);
  known_.emplace(key, made);
  return made;
}

TypeRef TypeCollector::make(CXType type) {
  uint8_t flags = qualifiers_of(type);
  if (flags == 0) return make_unqualified(type);
  return builder_.type({TypeKind::kQualified, flags, 0, this->type(clang_getUnqualifiedType(type)), 0});
}

TypeRef TypeCollector::make_unqualified(CXType type) {
  if (auto scalar = scalar_kind(type.kind)) return derived(*scalar, 0);
  switch (type.kind) {
    case CXType_Pointer:
    case CXType_BlockPointer:
      return derived(TypeKind::kPointer, this->type(clang_getPointeeType(type)));
    case CXType_Elaborated:
      return this->type(clang_Type_getNamedType(type));
    case CXType_Attributed:
      return this->type(clang_Type_getModifiedType(type));
    case CXType_Typedef:
      return make_typedef(type);
    case CXType_Record:
      return derived(TypeKind::kRecord, number(DeclarationKind::kRecord, clang_getTypeDeclaration(type)));
    case CXType_Enum:
      return derived(TypeKind::kEnum, number(DeclarationKind::kEnum, clang_getTypeDeclaration(type)));
    case CXType_ConstantArray:
      return derived(TypeKind::kArray, this->type(clang_getArrayElementType(type)),
                     static_cast<uint64_t>(clang_getArraySize(type)));
    case CXType_IncompleteArray:
    case CXType_VariableArray:
      return derived(TypeKind::kOpenArray, this->type(clang_getArrayElementType(type)));
    case CXType_Vector:
    case CXType_ExtVector:
      return derived(TypeKind::kVector, this->type(clang_getElementType(type)),
                     static_cast<uint64_t>(clang_getNumElements(type)));
    case CXType_FunctionProto:
    case CXType_FunctionNoProto:
      return make_function(type);
    case CXType_Atomic:
      return builder_.type({TypeKind::kQualified, format::kAtomic, 0, this->type(clang_Type_getValueType(type)), 0});
    case CXType_Complex:
      if (auto kind = complex_kind(clang_getElementType(type))) return derived(*kind, 0);
      return make_unsupported(type);
    default:
      break;
  }
  // What libclang does not name: brackets around a declarator (whose function type it still sees through), typeof.
  CXType canonical = clang_getCanonicalType(type);
  if (canonical.kind == CXType_FunctionProto || canonical.kind == CXType_FunctionNoProto) return make_function(type);
  if (canonical.kind == type.kind) return make_unsupported(type);
  return this->type(canonical);
}

// `int f(void)` and `int f()` differ in C17: only the second says nothing about its arguments (6.7.6.3p14).
TypeRef TypeCollector::make_function(CXType type) {
  std::vector<TypeRef> parameters;
  int count = clang_getNumArgTypes(type);
  for (int i = 0; i < count; i++)
    parameters.push_back(adjusted(this->type(clang_getArgType(type, static_cast<unsigned>(i)))));
  uint8_t flags = 0;
  if (clang_getCanonicalType(type).kind == CXType_FunctionNoProto)
    flags = format::kNoPrototype;
  else if (clang_isFunctionTypeVariadic(type))
    flags = format::kVariadic;
  return builder_.function_type(this->type(clang_getResultType(type)), parameters, flags);
}

TypeRef TypeCollector::make_typedef(CXType type) {
  CXCursor declaration = clang_getTypeDeclaration(type);
  TypeRef underlying = this->type(clang_getTypedefDeclUnderlyingType(declaration));
  return derived(TypeKind::kTypedef, underlying, number(DeclarationKind::kTypedef, declaration));
}

TypeRef TypeCollector::make_unsupported(CXType type) {
  Text spelling(clang_getTypeSpelling(type));
  long long size = clang_Type_getSizeOf(type), align = clang_Type_getAlignOf(type);
  // A layout is kept of what is not supported, so that a record with such a member can be used through the others.
  uint64_t layout = size > 0 ? static_cast<uint64_t>(align) << 48 | static_cast<uint64_t>(size) : 0;
  return derived(TypeKind::kUnsupported, builder_.string(spelling.view()), layout);
}

TypeRef TypeCollector::adjusted(TypeRef type) {
  format::TypeRow row = builder_.type_row(type);
  if (row.kind == TypeKind::kArray || row.kind == TypeKind::kOpenArray) return derived(TypeKind::kPointer, row.a);
  if (row.kind == TypeKind::kFunction) return derived(TypeKind::kPointer, type);
  return type;
}

uint32_t TypeCollector::number(DeclarationKind kind, CXCursor declaration) {
  // All declarations of one thing have one canonical cursor, so that a forward declaration and the definition get one
  // number.
  CXCursor canonical = clang_getCanonicalCursor(declaration);
  uint32_t next = static_cast<uint32_t>(builder_.declarations(kind).size());
  auto [found, fresh] = numbers_.try_emplace(canonical.data[0], next);
  if (!fresh) return found->second;
  builder_.declarations(kind).emplace_back();
  if (kind == DeclarationKind::kRecord) builder_.records.push_back({0, 0, 0, 0, format::kOpaque});
  if (kind == DeclarationKind::kEnum) builder_.enums.push_back({0, 0, 0, 1});
  pending_.push_back({kind, next, declaration});
  return next;
}

std::string TypeCollector::unsupported(TypeRef type) const {
  const format::TypeRow& row = builder_.type_row(type);
  switch (row.kind) {
    case TypeKind::kUnsupported:
      return fmt::format("the type `{}` is not supported", builder_.text(row.a));
    case TypeKind::kArray:
    case TypeKind::kOpenArray:
    case TypeKind::kTypedef:
    case TypeKind::kQualified:
      return unsupported(row.a);
    default:
      return {};
  }
}

}  // namespace elle::core::headers
