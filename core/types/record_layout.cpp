// System V AMD64 ABI 3.1.2 ("Aggregates and Unions", "Bit-Fields"), with gcc's reading of packed, aligned and
// #pragma pack, which the ABI leaves open:
//
// - A bit-field lies at the next free bit unless it would cross more units of its type's alignment than its type has;
//   then it starts at the next unit. Packed bit-fields, and all under #pragma pack, cross freely.
// - A named bit-field gives the record its type's alignment; an unnamed one does not.
// - A bit-field of width 0 moves on to the next boundary of its type, whatever packing there is.
// - `packed` brings a member's alignment to one byte, an explicit `aligned` on the member then sets it; #pragma pack(n)
//   caps both. `aligned` on the record only raises.
//
// A position is a bit, counted from the start of the record, so that bit-fields are nothing special:
//
//     struct { char a; int b : 17; int c : 9; short d; }
//              0       8           32         48            64 bits, aligned to 4 bytes
//
// b may begin right behind a, because bits 8 to 24 lie in one int; c would cross into the next (25 to 33), so it begins
// there.
#include <algorithm>
#include <fmt/format.h>

#include "core/types/type_table.h"

namespace elle::core {

namespace {

class Layouter {
 public:
  Layouter(TypeTable& table, RecordKind kind, const RecordAttributes& attributes)
      : table_(table), is_union_(kind == RecordKind::kUnion), attributes_(attributes) {}

  Result<Done> place(const FieldSpec& spec) {
    if (is_union_) next_bit_ = 0;
    TRY(spec.is_bit_field ? place_bit_field(spec) : place_plain(spec));
    end_bit_ = std::max(end_bit_, next_bit_);
    return Done{};
  }

  RecordLayout finish() {
    layout_.align = std::max(layout_.align, attributes_.aligned);
    layout_.size = round_up(round_up(end_bit_, 8) / 8, layout_.align);
    return std::move(layout_);
  }

 private:
  bool is_packed(const FieldSpec& spec) const { return attributes_.packed || spec.packed; }

  uint32_t capped(uint32_t align) const { return attributes_.pack != 0 ? std::min(align, attributes_.pack) : align; }

  uint32_t member_align(const FieldSpec& spec, uint32_t natural) const {
    return capped(std::max(is_packed(spec) ? 1u : natural, spec.aligned));
  }

  // What a named bit-field asks of the record. Under #pragma pack, gcc looks at nothing else.
  uint32_t bit_field_align(const FieldSpec& spec, uint32_t natural) const {
    const bool may_lower = is_packed(spec) && attributes_.pack == 0;
    return capped(std::max(may_lower ? 1U : natural, spec.aligned));
  }

  Result<Done> place_plain(const FieldSpec& spec) {
    const uint32_t natural = TRY(table_.align_of(spec.type));
    const Type& node = table_.resolved(spec.type);
    const bool is_flexible = node.kind == TypeKind::kArray && node.count == kUnknownLength;
    const uint64_t size = is_flexible ? 0 : TRY(table_.size_of(spec.type));
    const uint32_t align = member_align(spec, natural);
    next_bit_ = round_up(next_bit_, uint64_t{align} * 8);
    layout_.align = std::max(layout_.align, align);
    layout_.fields.push_back({.name = spec.name, .type = spec.type, .bit_offset = next_bit_});
    next_bit_ += size * 8;
    return Done{};
  }

  Result<Done> place_bit_field(const FieldSpec& spec) {
    const Extent unit = TRY(unit_of(spec));
    if (spec.bit_width == 0) {
      next_bit_ = round_up(next_bit_, uint64_t{std::max(unit.align, spec.aligned)} * 8);
      return Done{};
    }
    if (spec.aligned != 0) next_bit_ = round_up(next_bit_, uint64_t{capped(spec.aligned)} * 8);
    if (crosses_units(spec, unit)) next_bit_ = round_up(next_bit_, uint64_t{unit.align} * 8);
    if (!spec.name.empty()) {
      layout_.align = std::max(layout_.align, bit_field_align(spec, unit.align));
      layout_.fields.push_back({.name = spec.name,
                                .type = spec.type,
                                .bit_offset = next_bit_,
                                .bit_width = spec.bit_width,
                                .is_bit_field = true});
    }
    next_bit_ += spec.bit_width;
    return Done{};
  }

  bool crosses_units(const FieldSpec& spec, const Extent& unit) const {
    if (is_packed(spec) || attributes_.pack != 0) return false;
    const uint64_t align_bits = uint64_t{unit.align} * 8;
    const uint64_t units = (next_bit_ % align_bits + spec.bit_width + align_bits - 1) / align_bits;
    return units > unit.size * 8 / align_bits;
  }

  Result<Extent> unit_of(const FieldSpec& spec) const {
    const TypeKind scalar = table_.scalar_kind(spec.type);
    const ScalarClass meaning = scalar_class(scalar);
    if (!is_integer(meaning)) {
      return fail(ErrorKind::kLayout, fmt::format("Bit-field `{}` is of type `{}`, which is not an integer type.",
                                                  spec.name, table_.text(spec.type)));
    }
    const Extent unit = TRY(table_.extent_of(spec.type));
    const uint64_t room = meaning == ScalarClass::kBoolean ? 1 : unit.size * 8;
    if (spec.bit_width > room) {
      return fail(ErrorKind::kLayout, fmt::format("Bit-field `{}` is {} bits wide, but `{}` has only {}.", spec.name,
                                                  spec.bit_width, table_.text(spec.type), room));
    }
    return unit;
  }

  TypeTable& table_;
  const bool is_union_;
  const RecordAttributes& attributes_;
  RecordLayout layout_;
  uint64_t next_bit_ = 0;
  uint64_t end_bit_ = 0;
};

}  // namespace

Result<RecordLayout> lay_out_record(TypeTable& table, RecordKind kind, std::span<const FieldSpec> fields,
                                    const RecordAttributes& attributes) {
  Layouter layouter(table, kind, attributes);
  for (const FieldSpec& spec : fields) TRY(layouter.place(spec));
  return layouter.finish();
}

}  // namespace elle::core
