// TypeTable's making of types.
//
// A derived type is found again by a text that says how it is made: `*17` is the pointer to type 17. The parts are
// interned already, so equal texts are equal types, and no type is ever compared member by member. Records and enums
// have no such text: two declarations make two types, whatever is in them.
//
// Everything lies in deques, so that references stay good while a completer, asked in the middle of a query, makes
// more.
#include "core/types/type_table.h"

#include <bit>
#include <cassert>
#include <fmt/format.h>

namespace elle::core {

TypeTable::TypeTable(const TargetModel& target) : target_(target) {
  types_.push_back(Type{.kind = TypeKind::kVoid});  // kNoType
  for (size_t i = 0; i < kScalarCount; i++) types_.push_back(Type{.kind = static_cast<TypeKind>(i)});
}

TypeId TypeTable::add(Type type) {
  types_.push_back(type);
  return static_cast<TypeId>(types_.size() - 1);
}

TypeId TypeTable::intern(Type type, std::string key) {
  const auto [place, is_new] = interned_.try_emplace(std::move(key), kNoType);
  if (is_new) place->second = add(type);
  return place->second;
}

TypeId TypeTable::pointer_to(TypeId pointee) {
  assert(pointee != kNoType);
  return intern({.kind = TypeKind::kPointer, .target = pointee}, fmt::format("*{}", pointee));
}

TypeId TypeTable::array_of(TypeId element, uint64_t length) {
  assert(element != kNoType);
  return intern({.kind = TypeKind::kArray, .target = element, .count = length}, fmt::format("[{}]{}", length, element));
}

TypeId TypeTable::vector_of(TypeId element, uint32_t lanes) {
  assert(element != kNoType && std::has_single_bit(lanes));
  return intern({.kind = TypeKind::kVector, .target = element, .count = lanes}, fmt::format("<{}>{}", lanes, element));
}

TypeId TypeTable::qualified(TypeId type, Qualifiers qualifiers) {
  const Type node = types_[type];
  switch (node.kind) {
    // Of a qualified function type C17 6.7.3p9 says nothing but that it is undefined.
    case TypeKind::kFunction:
      return type;
    // C has no qualified arrays, only arrays of qualified elements (C17 6.7.3p9).
    case TypeKind::kArray:
      return array_of(qualified(node.target, qualifiers), node.count);
    case TypeKind::kQualified:
      return qualified(node.target, qualifiers | node.qualifiers);
    default:
      break;
  }
  if (qualifiers == 0) return type;
  return intern({.kind = TypeKind::kQualified, .qualifiers = qualifiers, .target = type},
                fmt::format("q{},{}", qualifiers, type));
}

TypeId TypeTable::typedef_named(std::string_view name, TypeId target) {
  assert(target != kNoType);
  const auto [place, is_new] = interned_.try_emplace(fmt::format("={},{}", target, name), kNoType);
  if (is_new) {
    typedef_names_.emplace_back(name);
    const auto detail = static_cast<uint32_t>(typedef_names_.size() - 1);
    place->second = add({.kind = TypeKind::kTypedef, .detail = detail, .target = target});
  }
  return place->second;
}

TypeId TypeTable::parameter_type(TypeId type) {
  const Type& node = resolved(type);
  if (node.kind == TypeKind::kArray) return pointer_to(node.target);
  if (node.kind == TypeKind::kFunction) return pointer_to(type);
  return types_[type].kind == TypeKind::kQualified ? types_[type].target : type;
}

TypeId TypeTable::function(TypeId result, std::span<const TypeId> parameters, bool variadic) {
  FunctionType parts{.result = result, .parameters = {}, .variadic = variadic};
  std::string key = fmt::format("({}{}", variadic ? "..." : "", result);
  for (TypeId parameter : parameters) {
    parts.parameters.push_back(parameter_type(parameter));
    key += fmt::format(",{}", parts.parameters.back());
  }
  const auto [place, is_new] = interned_.try_emplace(std::move(key), kNoType);
  if (is_new) {
    functions_.push_back(std::move(parts));
    place->second = add({.kind = TypeKind::kFunction, .detail = static_cast<uint32_t>(functions_.size() - 1)});
  }
  return place->second;
}

TypeId TypeTable::declare_record(std::string_view tag, RecordKind kind, Completer completer) {
  records_.push_back({.tag = std::string(tag), .kind = kind, .layout = {}, .completer = std::move(completer)});
  return add({.kind = TypeKind::kRecord, .detail = static_cast<uint32_t>(records_.size() - 1)});
}

Result<Done> TypeTable::define_record(TypeId record_type, std::span<const FieldSpec> fields,
                                      const RecordAttributes& attributes) {
  assert(!record_at(record_type).complete);
  const RecordKind kind = record_at(record_type).kind;
  auto layout = lay_out_record(*this, kind, fields, attributes);
  if (!layout.ok() && layout.error()->fields.empty()) layout.error()->fields = {{"struct-name", text(record_type)}};
  define_record_with_layout(record_type, TRY(std::move(layout)));
  return Done{};
}

void TypeTable::define_record_with_layout(TypeId record_type, RecordLayout layout) {
  RecordType& parts = record_at(record_type);
  assert(!parts.complete);
  parts.layout = std::move(layout);
  parts.complete = true;
}

TypeId TypeTable::declare_enum(std::string_view tag, TypeId underlying, Completer completer) {
  enums_.push_back(
      {.tag = std::string(tag), .underlying = underlying, .constants = {}, .completer = std::move(completer)});
  return add({.kind = TypeKind::kEnum, .detail = static_cast<uint32_t>(enums_.size() - 1)});
}

void TypeTable::define_enum(TypeId enumeration_type, TypeId underlying, std::vector<EnumConstant> constants) {
  EnumType& parts = enum_at(enumeration_type);
  parts.underlying = underlying;
  parts.constants = std::move(constants);
  parts.complete = true;
}

RecordType& TypeTable::record_at(TypeId type) {
  assert(kind_of(type) == TypeKind::kRecord);
  return records_[resolved(type).detail];
}

EnumType& TypeTable::enum_at(TypeId type) {
  assert(kind_of(type) == TypeKind::kEnum);
  return enums_[resolved(type).detail];
}

}  // namespace elle::core
