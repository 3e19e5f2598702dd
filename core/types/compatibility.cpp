// C17 6.2.7 asks that the members of two records be compatible in turn. Here the tag and the places of the members
// decide: members that point back at their record would lead in circles, and comparing them would complete records that
// nobody has needed so far.
#include "core/types/compatibility.h"

namespace elle::core {

namespace {

bool same_layout(const RecordLayout& a, const RecordLayout& b) {
  if (a.size != b.size || a.align != b.align || a.fields.size() != b.fields.size()) return false;
  for (size_t i = 0; i < a.fields.size(); i++) {
    if (a.fields[i].name != b.fields[i].name || a.fields[i].bit_offset != b.fields[i].bit_offset) return false;
  }
  return true;
}

bool compatible_records(const RecordType& a, const RecordType& b) {
  if (a.tag.empty() || a.tag != b.tag || a.kind != b.kind) return false;
  return !a.complete || !b.complete || same_layout(a.layout, b.layout);
}

bool compatible_functions(const TypeTable& table, const FunctionType& a, const FunctionType& b) {
  if (a.variadic != b.variadic || a.parameters.size() != b.parameters.size()) return false;
  for (size_t i = 0; i < a.parameters.size(); i++) {
    if (!compatible(table, a.parameters[i], b.parameters[i])) return false;
  }
  return compatible(table, a.result, b.result);
}

// What a value of this type points at once C has turned arrays and functions into pointers; kNoType for no pointer.
TypeId pointee_of(const TypeTable& table, TypeId type) {
  const TypeKind kind = table.kind_of(type);
  if (kind == TypeKind::kFunction) return type;
  return kind == TypeKind::kPointer || kind == TypeKind::kArray ? table.element_of(type) : kNoType;
}

}  // namespace

bool compatible(const TypeTable& table, TypeId a, TypeId b) {
  a = table.resolve(a);
  b = table.resolve(b);
  if (a == b) return true;
  // An enum is compatible with its underlying type (C17 6.7.2.2p4).
  if (table[a].kind == TypeKind::kEnum && is_scalar(table[b].kind)) return table.scalar_kind(a) == table[b].kind;
  if (table[b].kind == TypeKind::kEnum && is_scalar(table[a].kind)) return table.scalar_kind(b) == table[a].kind;
  if (table[a].kind != table[b].kind) return false;
  switch (table[a].kind) {
    case TypeKind::kPointer:
      return compatible(table, table[a].target, table[b].target);
    case TypeKind::kArray: {
      const bool fits =
          table[a].count == table[b].count || table[a].count == kUnknownLength || table[b].count == kUnknownLength;
      return fits && compatible(table, table[a].target, table[b].target);
    }
    case TypeKind::kVector:
      return table[a].count == table[b].count && compatible(table, table[a].target, table[b].target);
    case TypeKind::kRecord:
      return compatible_records(table.record(a), table.record(b));
    case TypeKind::kEnum:
      return !table.enumeration(a).tag.empty() && table.enumeration(a).tag == table.enumeration(b).tag;
    case TypeKind::kFunction:
      return compatible_functions(table, table.function_type(a), table.function_type(b));
    default:
      return false;
  }
}

bool pointer_accepts(const TypeTable& table, TypeId to, TypeId from) {
  const TypeId wanted = pointee_of(table, to);
  const TypeId given = pointee_of(table, from);
  if (wanted == kNoType || given == kNoType) return false;
  if (table.kind_of(wanted) == TypeKind::kVoid || table.kind_of(given) == TypeKind::kVoid) return true;
  return compatible(table, wanted, given);
}

}  // namespace elle::core
