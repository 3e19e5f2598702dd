// Every compilation unit describes every type it uses, so a library of a hundred files has a hundred GtkWidgets, some
// whole and some only declared. Two definitions are one when tag, place and size are the same; a declaration stands for
// the definition of its tag, whichever comes first. What a source file keeps to itself (two files may have a `struct
// entry` each) stays two types: their places differ.
#include "core/debug_info/type_reader.h"

#include <fmt/format.h>
#include <optional>
#include <vector>

namespace elle::core::debug_info {

using format::DeclarationKind;
using format::TypeKind;
using format::TypeRef;

namespace {

// DWARF's base types (5.1) as C's scalars. One encoding with one size can be several types of C; then a word of the
// name tells.
struct BaseType {
  uint64_t encoding;
  uint64_t size;       // bytes
  const char* within;  // a part of its name; "" for any
  TypeKind kind;
};

// The first that fits counts.
constexpr BaseType kBaseTypes[] = {
    {DW_ATE_boolean, 1, "", TypeKind::kBool},
    {DW_ATE_signed_char, 1, "signed", TypeKind::kSignedChar},
    {DW_ATE_signed_char, 1, "", TypeKind::kChar},
    {DW_ATE_unsigned_char, 1, "unsigned", TypeKind::kUnsignedChar},
    {DW_ATE_unsigned_char, 1, "", TypeKind::kChar},
    {DW_ATE_signed, 2, "short", TypeKind::kShort},
    {DW_ATE_unsigned, 2, "short", TypeKind::kUnsignedShort},
    {DW_ATE_signed, 4, "int", TypeKind::kInt},
    {DW_ATE_unsigned, 4, "unsigned", TypeKind::kUnsignedInt},
    {DW_ATE_signed, 8, "long long", TypeKind::kLongLong},
    {DW_ATE_signed, 8, "long", TypeKind::kLong},
    // gcc calls it "long long unsigned int", clang "unsigned long long".
    {DW_ATE_unsigned, 8, "long long", TypeKind::kUnsignedLongLong},
    {DW_ATE_unsigned, 8, "long", TypeKind::kUnsignedLong},
    {DW_ATE_signed, 16, "__int128", TypeKind::kInt128},
    {DW_ATE_unsigned, 16, "__int128", TypeKind::kUnsignedInt128},
    {DW_ATE_float, 4, "float", TypeKind::kFloat},
    {DW_ATE_float, 8, "double", TypeKind::kDouble},
    {DW_ATE_float, 16, "long double", TypeKind::kLongDouble},
    {DW_ATE_float, 16, "loat128", TypeKind::kFloat128},
    {DW_ATE_complex_float, 8, "", TypeKind::kComplexFloat},
    {DW_ATE_complex_float, 16, "", TypeKind::kComplexDouble},
    {DW_ATE_complex_float, 32, "long double", TypeKind::kComplexLongDouble},
};

// Nothing for one that C's list does not have: `_BitInt(7)`, `_Float16`.
std::optional<TypeKind> scalar_of(Die base) {
  uint64_t encoding = number_of(base, DW_AT_encoding).value_or(0), size = number_of(base, DW_AT_byte_size).value_or(0);
  std::string_view name = name_of(base);
  if (name.find("_BitInt") != std::string_view::npos) return std::nullopt;
  for (const BaseType& type : kBaseTypes)
    if (type.encoding == encoding && type.size == size && name.find(type.within) != std::string_view::npos)
      return type.kind;
  return std::nullopt;
}

}  // namespace

// An entry without DW_AT_type is void: C's functions without a result, and what `void *` points to.
TypeRef TypeReader::type_of(Die die) {
  auto found = reference_of(die, DW_AT_type);
  return found ? type(*found) : derived(TypeKind::kVoid, 0);
}

TypeRef TypeReader::type(Die die) {
  // An entry that leads to itself, which only damaged debug information has, ends in void.
  auto [known, fresh] = known_.try_emplace(identity_of(die), TypeRef{0});
  if (!fresh) return known->second;
  TypeRef made = make(die);
  return known_[identity_of(die)] = made;
}

TypeRef TypeReader::make(Die die) {
  switch (tag_of(die)) {
    case DW_TAG_base_type:
      return make_base(die);
    case DW_TAG_pointer_type:
      return derived(TypeKind::kPointer, type_of(die));
    case DW_TAG_array_type:
      return make_array(die);
    case DW_TAG_typedef:
      return make_typedef(die);
    case DW_TAG_const_type:
      return make_qualified(die, format::kConst);
    case DW_TAG_volatile_type:
      return make_qualified(die, format::kVolatile);
    case DW_TAG_restrict_type:
      return make_qualified(die, format::kRestrict);
    case DW_TAG_atomic_type:
      return make_qualified(die, format::kAtomic);
    case DW_TAG_subroutine_type:
      return function_type(die);
    case DW_TAG_structure_type:
    case DW_TAG_class_type:
    case DW_TAG_union_type:
      return make_tagged(die, DeclarationKind::kRecord);
    case DW_TAG_enumeration_type:
      return make_tagged(die, DeclarationKind::kEnum);
    case DW_TAG_unspecified_type:
      return derived(TypeKind::kVoid, 0);
    default:
      return make_unsupported(die);
  }
}

TypeRef TypeReader::make_base(Die die) {
  auto scalar = scalar_of(die);
  return scalar ? derived(*scalar, 0) : make_unsupported(die);
}

TypeRef TypeReader::make_array(Die die) {
  TypeRef element = type_of(die);
  if (is_set(die, DW_AT_GNU_vector)) return make_vector(element, die);
  std::vector<std::optional<uint64_t>> lengths;  // outermost first; nothing for `[]`
  for_each_child(die, [&](Die child) {
    if (tag_of(child) != DW_TAG_subrange_type) return;
    auto length = number_of(child, DW_AT_count);
    auto last = number_of(child, DW_AT_upper_bound);
    if (!length && last) length = *last + 1;
    lengths.push_back(length);
  });
  for (size_t i = lengths.size(); i-- > 0;)
    element = lengths[i] ? derived(TypeKind::kArray, element, *lengths[i]) : derived(TypeKind::kOpenArray, element);
  return element;
}

TypeRef TypeReader::make_vector(TypeRef element, Die array) {
  uint64_t lanes = 0;
  for_each_child(array, [&](Die child) {
    lanes = number_of(child, DW_AT_count).value_or(number_of(child, DW_AT_upper_bound).value_or(0) + 1);
  });
  return derived(TypeKind::kVector, element, lanes);
}

// `const volatile int` is two entries in DWARF and one row here.
TypeRef TypeReader::make_qualified(Die die, uint8_t flag) {
  TypeRef inner = type_of(die);
  format::TypeRow row = builder_.type_row(inner);
  if (row.kind != TypeKind::kQualified) return builder_.type({TypeKind::kQualified, flag, 0, inner, 0});
  row.flags |= flag;
  return builder_.type(row);
}

TypeRef TypeReader::function_type(Die die) {
  std::vector<TypeRef> parameters;
  bool variadic = false;
  for_each_child(die, [&](Die child) {
    if (tag_of(child) == DW_TAG_formal_parameter) parameters.push_back(type_of(child));
    if (tag_of(child) == DW_TAG_unspecified_parameters) variadic = true;
  });
  bool open = parameters.empty() && !is_set(die, DW_AT_prototyped);
  uint8_t flags = open ? format::kNoPrototype : variadic ? format::kVariadic : 0;
  return builder_.function_type(type_of(die), parameters, flags);
}

TypeRef TypeReader::make_typedef(Die die) {
  TypeRef underlying = type_of(die);
  std::string key = fmt::format("{} {}", name_of(die), underlying);
  auto& rows = builder_.declarations(DeclarationKind::kTypedef);
  auto [found, fresh] = typedefs_.try_emplace(key, static_cast<uint32_t>(rows.size()));
  if (fresh) {
    format::DeclarationRow row{};
    row.name = builder_.string(name_of(die));
    row.type = underlying;
    places_.set(die, row);
    rows.push_back(row);
    lend_name(row.name, underlying);
  }
  return derived(TypeKind::kTypedef, underlying, found->second);
}

// `typedef struct { … } Point;`: the struct is known by that name.
void TypeReader::lend_name(format::StringRef name, TypeRef type) {
  const format::TypeRow& row = builder_.type_row(type);
  if (row.kind != TypeKind::kRecord && row.kind != TypeKind::kEnum) return;
  auto kind = row.kind == TypeKind::kRecord ? DeclarationKind::kRecord : DeclarationKind::kEnum;
  format::DeclarationRow& target = builder_.declarations(kind)[row.a];
  if ((target.flags & format::kUntagged) != 0 && target.name == 0) target.name = name;
}

TypeRef TypeReader::make_tagged(Die die, DeclarationKind kind) {
  uint32_t of_kind = number(die, kind);
  return builder_.declarations(kind)[of_kind].type;
}

TypeRef TypeReader::make_unsupported(Die die) {
  // An alignment is not said, so no layout is claimed.
  return derived(TypeKind::kUnsupported, builder_.string(name_of(die)));
}

// A definition is known by its place as well: sources have private types that share a name.
std::string TypeReader::definition_key(Die die, const std::string& tag) {
  SourcePlace place = places_.place_of(die);
  std::string key = fmt::format("{} {}:{}:{} {}", tag, place.file, place.line, place.column,
                                number_of(die, DW_AT_byte_size).value_or(0));
  if (name_of(die).empty())  // clang gives no columns, and one line can have several
    for_each_child(die, [&](Die child) { key.append(" ").append(name_of(child)); });
  return key;
}

// The number of a record or enum. The one that was declared under its tag before anybody defined it becomes the
// definition; later ones of the same tag from another place get numbers of their own, and the tag finds the first.
uint32_t TypeReader::number(Die die, DeclarationKind kind) {
  bool tagged = !name_of(die).empty();
  std::string tag =
      fmt::format("{} {}", tag_of(die) == DW_TAG_class_type ? DW_TAG_structure_type : tag_of(die), name_of(die));
  auto known = tags_.find(tag);
  if (dwarf_hasattr(&die, DW_AT_declaration)) {
    if (known != tags_.end()) return known->second;
    return tags_[tag] = new_number(die, kind);
  }
  auto [definition, fresh] = definitions_.try_emplace(definition_key(die, tag));
  if (!fresh) return definition->second;
  auto is_defined = [&](uint32_t n) { return (builder_.declarations(kind)[n].flags & format::kDefined) != 0; };
  bool completes = tagged && known != tags_.end() && !is_defined(known->second);
  uint32_t number = completes ? known->second : new_number(die, kind);
  if (tagged) tags_.try_emplace(tag, number);
  builder_.declarations(kind)[number].flags |= format::kDefined;
  pending_.push_back({kind, number, die});
  return definition->second = number;
}

uint32_t TypeReader::new_number(Die die, DeclarationKind kind) {
  auto number = static_cast<uint32_t>(builder_.declarations(kind).size());
  format::DeclarationRow row{};
  row.name = builder_.string(name_of(die));
  if (row.name == 0) row.flags |= format::kUntagged;
  bool is_record = kind == DeclarationKind::kRecord;
  row.type = derived(is_record ? TypeKind::kRecord : TypeKind::kEnum, number);
  places_.set(die, row);
  builder_.declarations(kind).push_back(row);
  uint32_t opaque = format::kOpaque | (tag_of(die) == DW_TAG_union_type ? format::kUnion : 0u);
  if (is_record)
    builder_.records.push_back({0, 0, 0, 0, opaque});
  else
    builder_.enums.push_back({derived(TypeKind::kUnsignedInt, 0), 0, 0, 1});
  return number;
}

}  // namespace elle::core::debug_info
