// Every record is written packed, so that nothing is placed by the compiler's own rules: each member then says the
// alignment that leads from where the last one ended to where it lies. What no alignment leads to is reached by unnamed
// bit-fields, since those are what shaped such a record in the first place, and the ABI does not look at them.
//
//     struct r0 {
//     int m0 __attribute__((aligned(1)));           lies at 0, where the record begins
//     double m1 __attribute__((aligned(8)));        leads from 4 to 8
//     char m2 __attribute__((aligned(1)));
//     unsigned long long : 16;                      no alignment leads from 17 to 19
//     short m3 __attribute__((aligned(1)));
//     } __attribute__((packed, aligned(8)))
#include "core/types/record_definition.h"

#include <algorithm>
#include <fmt/format.h>

namespace elle::core {

namespace {

class DefinitionWriter {
 public:
  DefinitionWriter(TypeTable& types, const RecordType& record, const MemberText& member)
      : types_(types), record_(record), member_(member) {}

  Result<std::string> write(std::string_view tag) {
    const RecordLayout& layout = record_.layout;
    const bool is_union = record_.kind == RecordKind::kUnion;
    for (const Field& field : layout.fields) {
      if (is_union) next_bit_ = 0;
      TRY(field.is_bit_field ? add_bit_field(field) : add_plain(field));
    }
    // Of a union it would be a member like the others: the alignment alone makes its size.
    if (!is_union && round_up(round_up(next_bit_, 8) / 8, layout.align) != layout.size) pad_to(layout.size * 8);
    return fmt::format("{} {} {{\n{}}} __attribute__((packed, aligned({})))", is_union ? "union" : "struct", tag, text_,
                       layout.align);
  }

 private:
  Result<Done> add_plain(const Field& field) {
    const Type& node = types_.resolved(field.type);
    const bool flexible = node.kind == TypeKind::kArray && node.count == kUnknownLength;
    const uint64_t size = flexible ? 0 : TRY(types_.size_of(field.type));
    uint64_t align = 1;
    while (align < record_.layout.align && round_up(next_bit_, align * 8) != field.bit_offset) align *= 2;
    if (round_up(next_bit_, align * 8) != field.bit_offset) {
      pad_to(field.bit_offset);
      align = 1;
    }
    text_ +=
        fmt::format("{} __attribute__((aligned({})));\n", TRY(member_(written_type(field.type), field.name)), align);
    next_bit_ = field.bit_offset + size * 8;
    return Done{};
  }

  Result<Done> add_bit_field(const Field& field) {
    pad_to(field.bit_offset);
    text_ += fmt::format("{} : {};\n", TRY(member_(field.type, field.name)), field.bit_width);
    next_bit_ = field.bit_offset + field.bit_width;
    return Done{};
  }

  // C lets an array without length stand last in a struct that has other members; one of no elements stands anywhere.
  TypeId written_type(TypeId type) {
    const Type node = types_.resolved(type);
    const bool flexible = node.kind == TypeKind::kArray && node.count == kUnknownLength;
    return flexible ? types_.array_of(node.target, 0) : type;
  }

  void pad_to(uint64_t bit) {
    while (next_bit_ < bit) {
      const uint64_t width = std::min<uint64_t>(bit - next_bit_, 64);
      text_ += fmt::format("unsigned long long : {};\n", width);
      next_bit_ += width;
    }
  }

  TypeTable& types_;
  const RecordType& record_;
  const MemberText& member_;
  std::string text_;
  uint64_t next_bit_ = 0;
};

}  // namespace

Result<std::string> record_definition(TypeTable& types, TypeId record, std::string_view tag, const MemberText& member) {
  return DefinitionWriter(types, *TRY(types.complete_record(record)), member).write(tag);
}

}  // namespace elle::core
