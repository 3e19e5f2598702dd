// TypeTable's questions: what a type is made of, its size, its members.
#include <bit>
#include <cassert>
#include <fmt/format.h>

#include "core/types/type_table.h"

namespace elle::core {

TypeId TypeTable::resolve(TypeId type) const {
  while (types_[type].kind == TypeKind::kTypedef || types_[type].kind == TypeKind::kQualified) {
    type = types_[type].target;
  }
  return type;
}

Qualifiers TypeTable::qualifiers_of(TypeId type) const {
  Qualifiers all = 0;
  for (; types_[type].kind == TypeKind::kTypedef || types_[type].kind == TypeKind::kQualified;
       type = types_[type].target) {
    all |= types_[type].qualifiers;
  }
  return all;
}

TypeId TypeTable::element_of(TypeId type) const {
  const Type& node = resolved(type);
  const bool has_element =
      node.kind == TypeKind::kPointer || node.kind == TypeKind::kArray || node.kind == TypeKind::kVector;
  return has_element ? node.target : kNoType;
}

TypeId TypeTable::function_of(TypeId type) const {
  TypeId under = resolve(type);
  if (types_[under].kind == TypeKind::kPointer) under = resolve(types_[under].target);
  return types_[under].kind == TypeKind::kFunction ? under : kNoType;
}

const FunctionType& TypeTable::function_type(TypeId type) const {
  assert(kind_of(type) == TypeKind::kFunction);
  return functions_[resolved(type).detail];
}

std::string_view TypeTable::typedef_name(TypeId type) const {
  const Type& node = types_[type];
  return node.kind == TypeKind::kTypedef ? std::string_view(typedef_names_[node.detail]) : std::string_view();
}

const RecordType& TypeTable::record(TypeId type) const {
  assert(kind_of(type) == TypeKind::kRecord);
  return records_[resolved(type).detail];
}

const EnumType& TypeTable::enumeration(TypeId type) const {
  assert(kind_of(type) == TypeKind::kEnum);
  return enums_[resolved(type).detail];
}

namespace {

// Runs the completer of a record or enum that still has one. It is taken out first, so that a type which needs itself
// is found incomplete instead of being completed for ever, and put back when it failed, to give the reason again.
template <class Parts>
Result<Done> run_completer(TypeTable& table, TypeId id, Parts& parts) {
  if (parts.complete || !parts.completer) return Done{};
  Completer completer = std::move(parts.completer);
  parts.completer = nullptr;
  Result<Done> outcome = completer(table, id);
  if (!outcome.ok()) parts.completer = std::move(completer);
  return outcome;
}

}  // namespace

Result<const RecordType*> TypeTable::complete_record(TypeId type) {
  if (kind_of(type) != TypeKind::kRecord) {
    return fail(ErrorKind::kType, fmt::format("`{}` is not a struct or union.", text(type)), {},
                {{"expected", "a struct or union"}, {"got", text(type)}});
  }
  RecordType& parts = record_at(type);
  if (!parts.complete) TRY(run_completer(*this, resolve(type), parts));
  if (!parts.complete) {
    return fail(
        ErrorKind::kLayout,
        fmt::format("The members of `{}` are not known: it is declared but never defined.", text(resolve(type))),
        "Use it through pointers only, or load the header that defines it.", {{"struct-name", text(resolve(type))}});
  }
  return static_cast<const RecordType*>(&parts);
}

// The members of anonymous members are looked up as the record's own, so all of them must be known.
Result<Done> TypeTable::complete_anonymous_members(const RecordLayout& layout) {
  for (const Field& field : layout.fields) {
    if (!field.name.empty() || kind_of(field.type) != TypeKind::kRecord) continue;
    TRY(complete_anonymous_members(TRY(complete_record(field.type))->layout));
  }
  return Done{};
}

Result<const EnumType*> TypeTable::complete_enum(TypeId type) {
  if (kind_of(type) != TypeKind::kEnum)
    return fail(ErrorKind::kType, fmt::format("`{}` is not an enum.", text(type)), {},
                {{"expected", "an enum"}, {"got", text(type)}});
  EnumType& parts = enum_at(type);
  TRY(run_completer(*this, resolve(type), parts));
  return static_cast<const EnumType*>(&parts);
}

Result<Extent> TypeTable::extent_of(TypeId type) {
  const Type& node = resolved(type);
  switch (node.kind) {
    case TypeKind::kPointer:
      return Extent{target_.pointer.size, target_.pointer.align};
    case TypeKind::kEnum:
      return extent_of(enumeration(type).underlying);
    case TypeKind::kArray:
      return array_extent(type);
    // Vectors are aligned to their size (System V AMD64 ABI 3.1.2, __m128 and its like).
    case TypeKind::kVector: {
      const uint64_t size = TRY(size_of(node.target)) * node.count;
      return Extent{size, static_cast<uint32_t>(size)};
    }
    case TypeKind::kRecord: {
      const RecordLayout& layout = TRY(complete_record(type))->layout;
      return Extent{layout.size, layout.align};
    }
    default:
      break;
  }
  const bool sized = is_scalar(node.kind) && target_.scalar(node.kind).size != 0;
  if (!sized)
    return fail(ErrorKind::kLayout, fmt::format("`{}` has no size.", text(type)), {}, {{"type-name", text(type)}});
  return Extent{target_.scalar(node.kind).size, target_.scalar(node.kind).align};
}

Result<Extent> TypeTable::array_extent(TypeId type) {
  const Type& node = resolved(type);
  if (node.count == kUnknownLength) {
    return fail(ErrorKind::kLayout, fmt::format("`{}` has no size: its length is not known.", text(type)), {},
                {{"type-name", text(type)}});
  }
  const Extent element = TRY(extent_of(node.target));
  uint64_t size = 0;
  const bool countless = __builtin_mul_overflow(element.size, node.count, &size);
  if (countless || size > uint64_t{INT64_MAX}) {
    ErrorFields fields;
    if (!countless) fields.push_back({"requested", size});
    fields.push_back({"type-name", text(type)});
    return fail(ErrorKind::kMemory, fmt::format("`{}` is larger than memory.", text(type)), {}, std::move(fields));
  }
  return Extent{size, element.align};
}

Result<uint64_t> TypeTable::size_of(TypeId type) { return TRY(extent_of(type)).size; }

Result<uint32_t> TypeTable::align_of(TypeId type) {
  // An array of unknown length still has an alignment (C17 6.2.8), as a flexible last member needs.
  const Type& node = resolved(type);
  if (node.kind == TypeKind::kArray) return align_of(node.target);
  return TRY(extent_of(type)).align;
}

std::optional<FieldLocation> TypeTable::field_in(const RecordLayout& layout, std::string_view name,
                                                 uint64_t base) const {
  for (const Field& field : layout.fields) {
    if (!field.name.empty()) {
      if (field.name == name) return FieldLocation{&field, base + field.bit_offset};
    } else if (kind_of(field.type) == TypeKind::kRecord) {
      const auto inner = field_in(record(field.type).layout, name, base + field.bit_offset);
      if (inner) return inner;
    }
  }
  return std::nullopt;
}

namespace {

void list_fields(const TypeTable& table, const RecordLayout& layout, std::string& into) {
  for (const Field& field : layout.fields) {
    if (field.name.empty() && table.kind_of(field.type) == TypeKind::kRecord) {
      list_fields(table, table.record(field.type).layout, into);
    } else {
      into += fmt::format("{}`{}`", into.empty() ? "" : ", ", field.name);
    }
  }
}

}  // namespace

Result<FieldLocation> TypeTable::find_field(TypeId record_type, std::string_view name) {
  const RecordType* parts = TRY(complete_record(record_type));
  TRY(complete_anonymous_members(parts->layout));
  if (const auto found = field_in(parts->layout, name, 0)) return *found;
  std::string known;
  list_fields(*this, parts->layout, known);
  return fail(ErrorKind::kType, fmt::format("`{}` has no field `{}`.", text(record_type), name),
              known.empty() ? "It has no fields at all." : fmt::format("Its fields are {}.", known),
              {{"struct-name", text(record_type)}, {"field", std::string(name)}});
}

TypeKind TypeTable::scalar_kind(TypeId type) const {
  const Type& node = resolved(type);
  if (node.kind == TypeKind::kEnum) return scalar_kind(enumeration(type).underlying);
  return is_scalar(node.kind) ? node.kind : TypeKind::kVoid;
}

bool TypeTable::is_signed(TypeId type) const { return target_.is_signed(scalar_kind(type)); }

}  // namespace elle::core
