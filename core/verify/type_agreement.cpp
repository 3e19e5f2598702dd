#include "core/verify/type_agreement.h"

namespace elle::core {
namespace {

// The name nearest to the type that typedefs give it, or "".
std::string_view alias_of(const TypeTable& types, TypeId type) {
  std::string_view name;
  for (;;) {
    const Type& node = types[type];
    if (node.kind == TypeKind::kTypedef) name = types.typedef_name(type);
    if (node.kind != TypeKind::kTypedef && node.kind != TypeKind::kQualified) return name;
    type = node.target;
  }
}

std::string_view tag_of(const TypeTable& types, TypeId type) {
  return types.kind_of(type) == TypeKind::kRecord ? types.record(types.resolve(type)).tag
                                                  : types.enumeration(types.resolve(type)).tag;
}

// By tag; where one has none, by what it is called. One without any name is taken for the other.
bool same_name(const TypeTable& types, TypeId a, TypeId b) {
  std::string_view x = tag_of(types, a), y = tag_of(types, b);
  if (x.empty() || y.empty()) x = alias_of(types, a), y = alias_of(types, b);
  return x.empty() || y.empty() || x == y;
}

bool agree_functions(const TypeTable& types, const FunctionType& a, const FunctionType& b) {
  // `int f()` says nothing about its parameters.
  bool open = (a.variadic && a.parameters.empty()) || (b.variadic && b.parameters.empty());
  if (!agree(types, a.result, b.result)) return false;
  if (open) return true;
  if (a.variadic != b.variadic || a.parameters.size() != b.parameters.size()) return false;
  for (size_t i = 0; i < a.parameters.size(); i++)
    if (!agree(types, a.parameters[i], b.parameters[i])) return false;
  return true;
}

bool agree_arrays(const TypeTable& types, const Type& a, const Type& b) {
  bool same_length = a.count == b.count || a.count == kUnknownLength || b.count == kUnknownLength;
  return same_length && agree(types, a.target, b.target);
}

}  // namespace

bool agree(const TypeTable& types, TypeId declared, TypeId compiled) {
  const Type &a = types.resolved(declared), &b = types.resolved(compiled);
  // An enum is passed as its underlying type (C17 6.7.2.2p4).
  bool one_enum = (a.kind == TypeKind::kEnum) != (b.kind == TypeKind::kEnum);
  if (one_enum) return types.scalar_kind(declared) == types.scalar_kind(compiled);
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case TypeKind::kPointer:
      return agree(types, a.target, b.target);
    case TypeKind::kArray:
    case TypeKind::kVector:
      return agree_arrays(types, a, b);
    case TypeKind::kRecord:
    case TypeKind::kEnum:
      return same_name(types, declared, compiled);
    case TypeKind::kFunction:
      return agree_functions(types, types.function_type(declared), types.function_type(compiled));
    default:
      return true;
  }
}

}  // namespace elle::core
