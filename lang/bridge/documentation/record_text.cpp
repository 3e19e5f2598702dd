// Places are counted in bits of the whole record until they are written, because bit-fields, gaps between them and
// members of nested records without a name may begin anywhere.
#include "lang/bridge/documentation/record_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/documentation/text_blocks.h"
#include "core/types/type_table.h"

#include "lang/bridge/documentation/declaration_text.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Field;
using core::TypeId;

namespace {

constexpr size_t kWidestField = 60;  // columns; what is said of longer ones stands below them

class RecordTable {
 public:
  RecordTable(Page& page, BridgeContext& bridge, const core::Declaration* record,
              const std::vector<core::NamedText>& parts)
      : page_(page), bridge_(bridge), record_(record), parts_(parts) {}

  void put(const core::RecordType& type) {
    add_fields(type, 0, 0);
    page_.line(page_.paint()(Role::kDim, "  offset  size"));
    page_.table(rows_, Role::kPlain, 0, kWidestField);
  }

 private:
  // The members of a record that lies `base` bits into the whole one.
  void add_fields(const core::RecordType& type, uint64_t base, size_t nesting) {
    const bool is_struct = type.kind == core::RecordKind::kStruct;
    uint64_t end = 0;  // in bits
    for (const Field& field : type.layout.fields) {
      if (is_struct && field.bit_offset > end) add_gap(base + end, field.bit_offset - end, nesting);
      add_field(field, base, nesting);
      end = std::max(end, field.bit_offset + bits_of(field));
    }
    const uint64_t all = type.layout.size * 8;
    const bool open = !type.layout.fields.empty() && is_open(type.layout.fields.back());
    if (is_struct && all > end && !open) add_gap(base + end, all - end, nesting);
  }

  // `int items[]`, which is as long as its memory.
  bool is_open(const Field& field) const { return bridge_.types.resolved(field.type).count == core::kUnknownLength; }

  uint64_t bits_of(const Field& field) {
    if (field.is_bit_field) return field.bit_width;
    auto size = bridge_.types.size_of(field.type);
    return size.ok() ? size.value() * 8 : 0;
  }

  void add_field(const Field& field, uint64_t base, size_t nesting) {
    const uint64_t at = base + field.bit_offset;
    const Paint& paint = page_.paint();
    const bool open = is_open(field);
    const std::string size = field.is_bit_field ? fmt::format(":{}", field.bit_width)
                             : open             ? "…"
                                                : fmt::format("{}", bits_of(field) / 8);
    std::string about = comment_of(field.name);
    if (open && about.empty()) about = "As many as there is memory for.";
    add_row(
        at, field.is_bit_field, size,
        std::string(2 * nesting, ' ') + painted_declaration(paint, bridge_.types, field.type, field.name, Role::kName),
        std::move(about));
    if (!field.name.empty() || bridge_.types.kind_of(field.type) != core::TypeKind::kRecord) return;
    auto inner = bridge_.types.complete_record(field.type);
    if (inner.ok()) add_fields(*inner.value(), at, nesting + 1);
  }

  void add_gap(uint64_t at, uint64_t bits, size_t nesting) {
    const bool whole = bits % 8 == 0 && at % 8 == 0;
    const uint64_t count = whole ? bits / 8 : bits;
    const std::string text = fmt::format("{} {}{} of padding", count, whole ? "byte" : "bit", count == 1 ? "" : "s");
    add_row(at, !whole, whole ? fmt::format("{}", count) : fmt::format(":{}", count),
            std::string(2 * nesting, ' ') + page_.paint()(Role::kDim, text), {});
  }

  void add_row(uint64_t at, bool in_bits, std::string_view size, const std::string& what, std::string about) {
    const std::string offset = in_bits ? fmt::format("{}:{}", at / 8, at % 8) : fmt::format("{}", at / 8);
    rows_.push_back({fmt::format("{:>8}{:>6}  {}", offset, size, what), std::move(about)});
  }

  // What the header says beside a member, or the record's own comment of it.
  std::string comment_of(std::string_view name) const {
    for (uint32_t i = 0; record_ && !name.empty() && i < record_->field_count(); i++)
      if (const core::FieldView field = record_->field(i); field.name == name && !field.comment.empty())
        return core::one_line(field.comment);
    for (const core::NamedText& part : parts_)
      if (!name.empty() && part.name == name) return part.text;
    return {};
  }

  Page& page_;
  BridgeContext& bridge_;
  const core::Declaration* record_;
  const std::vector<core::NamedText>& parts_;
  std::vector<Page::Row> rows_;
};

}  // namespace

void put_record(Page& page, BridgeContext& bridge, TypeId type, const core::Declaration* record,
                const std::vector<core::NamedText>& parts) {
  const std::string name = page.paint()(Role::kName, bridge.types.text(bridge.types.resolve(type)));
  auto complete = bridge.types.complete_record(type);
  auto size = bridge.types.size_of(type);
  if (!complete.ok() || !size.ok()) return page.line(name + ": opaque, only C knows what is in it");
  page.line(fmt::format("{}: {} bytes, aligned to {}", name, size.value(), complete.value()->layout.align));
  RecordTable(page, bridge, record, parts).put(*complete.value());
}

}  // namespace elle::lang
