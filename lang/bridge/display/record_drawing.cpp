// Each byte of a struct belongs to one part, padding among them; of a union there is a strip for each member, with what
// that one leaves unused.
#include "lang/bridge/display/record_drawing.h"

#include <algorithm>

#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Field;
using core::RecordPart;
using core::TypeId;

namespace {

constexpr size_t kWidth = 8;
// Records larger than this keep their arrays of structs whole.
constexpr uint64_t kLarge = 1024;
constexpr uint64_t kElements = 8;

std::string bits_text(const Field& field, uint64_t base) {
  const uint64_t first = field.bit_offset - base * 8, last = first + field.bit_width - 1;
  return first == last ? fmt::format("bit {}", first) : fmt::format("bits {}-{}", first, last);
}

class Drawing {
 public:
  Drawing(BridgeContext& bridge, TypeId type, const core::RecordType& record)
      : bridge_(bridge), type_(type), record_(record) {}

  RecordDrawing draw(std::vector<RecordPart> parts) {
    for (RecordPart& part : parts) add_part(std::move(part));
    drawing_.name = bridge_.types.text(type_);
    if (record_.kind == core::RecordKind::kUnion)
      add_strips_of_union();
    else
      add_strip("", 0, drawing_.parts.size());
    summarise();
    return std::move(drawing_);
  }

 private:
  void add_part(RecordPart part) {
    DrawnPart drawn;
    drawn.name = name_of(part);
    drawn.look = look_of(part);
    if (part.kind == RecordPart::Kind::kField || part.kind == RecordPart::Kind::kUnion)
      drawn.type = bridge_.types.text(part.type);
    drawn.about = fmt::format("{}{}{}, byte {}, {}", drawn.name, drawn.type.empty() ? "" : ": ", drawn.type,
                              part.offset, count_text(part.size, "byte"));
    add_details(part);
    drawn.part = std::move(part);
    drawing_.parts.push_back(std::move(drawn));
  }

  Look look_of(const RecordPart& part) const {
    switch (part.kind) {
      case RecordPart::Kind::kPadding:
        return Look::kPadding;
      case RecordPart::Kind::kBits:
        return Look::kBits;
      case RecordPart::Kind::kUnion:
        return Look::kUnion;
      case RecordPart::Kind::kField:
        break;
    }
    const core::TypeKind kind = bridge_.types.kind_of(part.type);
    if (kind == core::TypeKind::kPointer) return Look::kPointer;
    return bridge_.facts.of(part.type).scalar ? Look::kNumber : Look::kArray;
  }

  std::string name_of(const RecordPart& part) const {
    switch (part.kind) {
      case RecordPart::Kind::kPadding:
        return "padding";
      case RecordPart::Kind::kBits:
        return joined(part.bits, " ");
      case RecordPart::Kind::kUnion:
        return part.name.empty() ? joined(members_of(part), " | ") : part.name;
      case RecordPart::Kind::kField:
        break;
    }
    return part.name;
  }

  static std::string joined(const std::vector<Field>& fields, std::string_view between) {
    std::string names;
    for (const Field& field : fields) names.append(names.empty() ? "" : between).append(field.name);
    return names;
  }

  const std::vector<Field>& members_of(const RecordPart& part) const {
    return bridge_.types.complete_record(part.type).value()->layout.fields;
  }

  void add_details(const RecordPart& part) {
    for (const Field& field : part.bits)
      drawing_.details.push_back(
          {part.offset, field.name, bits_text(field, part.offset), bridge_.types.text(field.type)});
    if (part.kind == RecordPart::Kind::kUnion)
      for (const Field& field : members_of(part)) {
        const std::string name = part.name.empty() ? field.name : part.name + "." + field.name;
        const uint64_t size = bridge_.facts.of(field.type).size;
        drawing_.details.push_back(
            {part.offset, name, "one of, " + count_text(size, "byte"), bridge_.types.text(field.type)});
      }
    if (part.kind == RecordPart::Kind::kField && part.size == 0)
      drawing_.details.push_back({part.offset, part.name, "as long as the memory", bridge_.types.text(part.type)});
  }

  // Each member, and what it leaves of the union's size.
  void add_strips_of_union() {
    const size_t members = drawing_.parts.size();
    for (size_t i = 0; i < members; i++) {
      const uint64_t end = drawing_.parts[i].part.size;
      RecordPart rest;
      rest.offset = end;
      rest.size = record_.layout.size - end;
      if (rest.size > 0) add_part(rest);
      add_strip(drawing_.parts[i].name, i, i + 1);
      if (rest.size > 0) fill(drawing_.strips.back(), drawing_.parts.size() - 1);
      leave_out(drawing_.strips.back());
    }
  }

  void add_strip(std::string caption, size_t begin, size_t end) {
    Strip& strip = drawing_.strips.emplace_back();
    strip.caption = std::move(caption);
    for (uint64_t offset = 0; offset < record_.layout.size; offset += kWidth) {
      DrawnRow& row = strip.rows.emplace_back();
      row.offset = offset;
      row.parts.fill(DrawnRow::kNothing);
    }
    for (size_t i = begin; i < end; i++) fill(strip, i);
    if (strip.caption.empty()) leave_out(strip);
  }

  void fill(Strip& strip, size_t index) const {
    const RecordPart& part = drawing_.parts[index].part;
    for (uint64_t at = part.offset; at < part.offset + part.size && at < record_.layout.size; at++)
      strip.rows[at / kWidth].parts[at % kWidth] = static_cast<int>(index);
  }

  // Of rows that are one part from side to side, only the first two and the last are drawn.
  static void leave_out(Strip& strip) {
    std::vector<DrawnRow> kept;
    const auto same = [&](size_t a, size_t b) { return strip.rows[a].parts == strip.rows[b].parts; };
    for (size_t i = 0; i < strip.rows.size(); i++) {
      const auto& parts = strip.rows[i].parts;
      const bool plain = std::ranges::count(parts, parts[0]) == kWidth;
      const bool inside =
          plain && i >= 2 && i + 1 < strip.rows.size() && same(i, i - 1) && same(i, i - 2) && same(i, i + 1);
      if (inside)
        kept.back().rows_left_out++;
      else
        kept.push_back(strip.rows[i]);
    }
    strip.rows = std::move(kept);
  }

  void summarise() {
    uint64_t padding = 0;
    const bool is_union = record_.kind == core::RecordKind::kUnion;
    for (const DrawnPart& part : drawing_.parts)
      if (part.part.kind == RecordPart::Kind::kPadding && !is_union) padding += part.part.size;
    const std::string about_padding = is_union       ? ", a union: its members share the memory"
                                      : padding == 0 ? ", no padding"
                                                     : fmt::format(", {} of padding", count_text(padding, "byte"));
    drawing_.summary = fmt::format("{}, aligned to {}{}", count_text(record_.layout.size, "byte"), record_.layout.align,
                                   about_padding);
    const uint64_t sorted = core::size_when_sorted(bridge_.types, type_);
    if (sorted < record_.layout.size)
      drawing_.advice = fmt::format("With its fields in the order of their alignment it would have {} bytes, {} fewer.",
                                    sorted, record_.layout.size - sorted);
  }

  BridgeContext& bridge_;
  TypeId type_;
  const core::RecordType& record_;
  RecordDrawing drawing_;
};

}  // namespace

std::string_view look_name(Look look) {
  constexpr std::string_view kNames[] = {
#define X(look, name) name,
      ELLE_LOOKS(X)
#undef X
  };
  return kNames[static_cast<size_t>(look)];
}

std::string count_text(uint64_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

Result<RecordDrawing> draw_record(BridgeContext& bridge, TypeId type) {
  const core::RecordType* record = TRY(bridge.runtime.lift(bridge.types.complete_record(type)));
  const uint64_t elements = record->layout.size > kLarge ? 0 : kElements;
  auto parts = TRY(bridge.runtime.lift(core::record_parts(bridge.types, type, elements)));
  return Drawing(bridge, type, *record).draw(std::move(parts));
}

}  // namespace elle::lang
