// The walk keeps where the parts so far end. What begins later than that is preceded by padding; what begins earlier is
// a union's, whose parts therefore start again from 0.
#include "core/types/record_parts.h"

#include <algorithm>

namespace elle::core {

namespace {

// One walk over a record.
class Parts {
 public:
  Parts(TypeTable& types, uint64_t max_elements) : types_(types), max_elements_(max_elements) {}

  void add_members(const RecordLayout& layout, const std::string& prefix, uint64_t base) {
    for (const Field& field : layout.fields) {
      const std::string name = prefix.empty() || field.name.empty() ? prefix + field.name : prefix + "." + field.name;
      if (field.is_bit_field)
        add_bits(field, name, base);
      else
        add(name, field.type, base + field.offset());
    }
    pad_to(base + layout.size);
  }

  void add_union_members(const RecordLayout& layout) {
    for (const Field& field : layout.fields) {
      end_ = 0;
      if (field.is_bit_field)
        add_bits(field, field.name, 0);
      else
        add_leaf(RecordPart::Kind::kField, field.name, field.type, 0);
    }
  }

  std::vector<RecordPart> take() { return std::move(parts_); }

 private:
  void add(const std::string& name, TypeId type, uint64_t offset) {
    if (types_.kind_of(type) == TypeKind::kArray && add_elements(name, type, offset)) return;
    auto record = types_.complete_record(type);
    if (!record.ok()) return add_leaf(RecordPart::Kind::kField, name, type, offset);
    if (record.value()->kind == RecordKind::kUnion) return add_leaf(RecordPart::Kind::kUnion, name, type, offset);
    pad_to(offset);
    add_members(record.value()->layout, name, offset);
  }

  bool add_elements(const std::string& name, TypeId array, uint64_t offset) {
    const TypeId element = types_.element_of(array);
    const uint64_t count = types_.resolved(array).count;
    auto record = types_.complete_record(element);
    if (!record.ok() || count > max_elements_) return false;
    for (uint64_t i = 0; i < count; i++)
      add(name + "[" + std::to_string(i) + "]", element, offset + i * record.value()->layout.size);
    return true;
  }

  void add_leaf(RecordPart::Kind kind, const std::string& name, TypeId type, uint64_t offset) {
    pad_to(offset);
    auto size = types_.size_of(type);
    RecordPart& part = parts_.emplace_back();
    part.kind = kind;
    part.name = name;
    part.type = type;
    part.offset = offset;
    part.size = size.ok() ? size.value() : 0;
    end_ = offset + part.size;
  }

  void add_bits(const Field& field, const std::string& name, uint64_t base) {
    Field bits = field;
    bits.name = name;
    bits.bit_offset += base * 8;
    const uint64_t begin = bits.bit_offset / 8, end = (bits.bit_offset + bits.bit_width + 7) / 8;
    const bool joins = !parts_.empty() && parts_.back().kind == RecordPart::Kind::kBits && begin < end_;
    if (!joins) {
      pad_to(begin);
      RecordPart& part = parts_.emplace_back();
      part.kind = RecordPart::Kind::kBits;
      part.offset = begin;
    }
    parts_.back().bits.push_back(std::move(bits));
    end_ = std::max(end_, end);
    parts_.back().size = end_ - parts_.back().offset;
  }

  void pad_to(uint64_t offset) {
    if (offset <= end_) return;
    RecordPart& part = parts_.emplace_back();
    part.offset = end_;
    part.size = offset - end_;
    end_ = offset;
  }

  TypeTable& types_;
  uint64_t max_elements_;
  uint64_t end_ = 0;  // of the parts so far
  std::vector<RecordPart> parts_;
};

}  // namespace

Result<std::vector<RecordPart>> record_parts(TypeTable& types, TypeId record, uint64_t max_elements) {
  const RecordType* complete = TRY(types.complete_record(record));
  Parts parts(types, max_elements);
  if (complete->kind == RecordKind::kUnion)
    parts.add_union_members(complete->layout);
  else
    parts.add_members(complete->layout, "", 0);
  return parts.take();
}

uint64_t size_when_sorted(TypeTable& types, TypeId record) {
  const RecordType& complete = *types.complete_record(record).value();
  const uint64_t size = complete.layout.size;
  if (complete.kind == RecordKind::kUnion) return size;
  std::vector<Extent> members;
  for (const Field& field : complete.layout.fields) {
    auto extent = types.extent_of(field.type);
    if (field.is_bit_field || !extent.ok()) return size;
    members.push_back(extent.value());
  }
  std::ranges::stable_sort(members, std::greater{}, &Extent::align);
  uint64_t end = 0;
  for (const Extent& member : members) end = round_up(end, member.align) + member.size;
  const uint64_t align = std::max<uint64_t>(complete.layout.align, 1);
  return std::min(size, round_up(end, align));
}

}  // namespace elle::core
