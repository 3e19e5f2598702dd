// What DWARF leaves out: the alignment of a record. It is that of its most aligned member, as C has it (C17 6.2.8),
// unless places or size say otherwise: then the record is packed. DW_AT_alignment stands only where source code asked
// for one.
#include "core/debug_info/member_reader.h"

#include <algorithm>

#include "core/declarations/type_loader.h"
#include "core/types/target_model.h"

namespace elle::core::debug_info {
namespace {

using format::DeclarationKind;
using format::TypeKind;
using format::TypeRef;

// From the start of the record. Until DWARF 4 a bit-field's place was counted from the high end of the unit it was
// declared in (DWARF 3, 5.6.6).
uint64_t bit_offset_of(Die member, uint64_t bit_width) {
  uint64_t start = number_of(member, DW_AT_data_member_location).value_or(0) * 8;
  if (auto offset = number_of(member, DW_AT_data_bit_offset)) return *offset;
  auto from_high_end = number_of(member, DW_AT_bit_offset);
  auto unit = number_of(member, DW_AT_byte_size);
  return from_high_end && unit ? start + *unit * 8 - *from_high_end - bit_width : start;
}

}  // namespace

void MemberReader::describe_pending() {
  while (!types_.pending().empty()) {
    PendingType pending = types_.pending().front();
    types_.pending().pop_front();
    if (pending.kind == DeclarationKind::kRecord)
      describe_record(pending.die, pending.number);
    else
      describe_enum(pending.die, pending.number);
    places_.set(pending.die, builder_.declarations(pending.kind)[pending.number]);
  }
}

void MemberReader::describe_record(Die die, uint32_t number) {
  format::RecordRow record{};
  if (tag_of(die) == DW_TAG_union_type) record.flags |= format::kUnion;
  record.size = number_of(die, DW_AT_byte_size).value_or(0);
  record.align = static_cast<uint32_t>(number_of(die, DW_AT_alignment).value_or(0));
  if (record.align) record.flags |= format::kAligned;
  record.first_field = static_cast<uint32_t>(builder_.fields.size());
  for_each_child(die, [&](Die child) {
    if (tag_of(child) == DW_TAG_member) take_field(child);
  });
  record.field_count = static_cast<uint32_t>(builder_.fields.size()) - record.first_field;
  builder_.records[number] = record;
}

void MemberReader::take_field(Die die) {
  format::FieldRow field{};
  field.name = builder_.string(name_of(die));
  field.type = types_.type_of(die);
  places_.set(die, field);
  auto width = number_of(die, DW_AT_bit_size);
  field.bit_width = width ? static_cast<uint16_t>(*width) : format::kNotBitField;
  field.bit_offset = bit_offset_of(die, width.value_or(0));
  builder_.fields.push_back(field);
}

void MemberReader::describe_enum(Die die, uint32_t number) {
  format::EnumRow row{};
  bool has_type = has(die, DW_AT_type);
  row.underlying = has_type ? types_.type_of(die) : builder_.type({TypeKind::kUnsignedInt, 0, 0, 0, 0});
  row.first_constant = static_cast<uint32_t>(builder_.constants.size());
  bool without_sign = format::is_unsigned(builder_.bare_type_row(row.underlying).kind);
  for_each_child(die, [&](Die child) {
    if (tag_of(child) == DW_TAG_enumerator) take_constant(child, number, without_sign);
  });
  row.constant_count = static_cast<uint32_t>(builder_.constants.size()) - row.first_constant;
  builder_.enums[number] = row;
}

void MemberReader::take_constant(Die die, uint32_t enum_number, bool is_unsigned) {
  format::DeclarationRow row{};
  row.name = builder_.string(name_of(die));
  row.type = builder_.declarations(DeclarationKind::kEnum)[enum_number].type;
  builder_.constants.push_back({value_of(die, DW_AT_const_value, is_unsigned), enum_number, 0});
  builder_.declarations(DeclarationKind::kEnumConstant).push_back(row);
}

void MemberReader::finish() {
  for (uint32_t number = 0; number < builder_.records.size(); number++) align_of_record(number);
}

// That of its most aligned member; a record whose members or size do not keep to that is packed.
uint32_t MemberReader::align_of_record(uint32_t number) {
  format::RecordRow& record = builder_.records[number];
  if (record.align || (record.flags & format::kOpaque) != 0) return std::max(record.align, 1u);
  record.align = 1;  // also of one that holds itself, which only damaged debug information has
  uint32_t align = 1;
  bool packed = false;
  for (uint32_t i = 0; i < record.field_count; i++) {
    const format::FieldRow& field = builder_.fields[record.first_field + i];
    uint32_t own = align_of(field.type);
    align = std::max(align, own);
    if (field.bit_width == format::kNotBitField) packed |= field.bit_offset % (own * 8) != 0;
  }
  packed |= record.size % align != 0;
  if (packed) record.flags |= format::kPacked;
  return record.align = packed ? 1 : align;
}

uint32_t MemberReader::align_of(TypeRef type) {
  const format::TypeRow& row = builder_.type_row(type);
  switch (row.kind) {
    case TypeKind::kPointer:
      return x86_64_sysv().pointer.align;
    case TypeKind::kArray:
    case TypeKind::kOpenArray:
    case TypeKind::kTypedef:
    case TypeKind::kQualified:
      return align_of(row.a);
    case TypeKind::kVector:
      return align_of(row.a) * static_cast<uint32_t>(std::max<uint64_t>(row.b, 1));
    case TypeKind::kRecord:
      return align_of_record(row.a);
    case TypeKind::kEnum:
      return align_of(builder_.enums[row.a].underlying);
    case TypeKind::kVoid:
    case TypeKind::kFunction:
    case TypeKind::kUnsupported:
      return 1;
    default:
      return x86_64_sysv().scalar(scalar_of(row.kind)).align;
  }
}

}  // namespace elle::core::debug_info
