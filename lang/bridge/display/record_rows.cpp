// A table must stay a screenful: rows, elements and depth have limits, and that something was cut is said. Who asks for
// the whole gets it.
#include "lang/bridge/display/record_rows.h"

#include <fmt/format.h>

#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/display/value_text.h"
#include "lang/text/grouped.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

// Rows of a table after which fields are left out.
constexpr size_t kRows = 60;
constexpr uint64_t kElements = 4;
constexpr size_t kDepth = 3;

std::string indented(std::string_view name, size_t depth) { return std::string(2 * depth, ' ').append(name); }

}  // namespace

void RecordRows::add_record(TypeId type, const std::byte* at, size_t depth) {
  auto record = bridge_.types.complete_record(type);
  if (!record.ok()) return;
  const auto& fields = record.value()->layout.fields;
  for (size_t i = 0; i < fields.size(); i++) {
    if (!whole_ && table_.rows() >= kRows) return leave_out(fields.size() - i, "fields", depth);
    add_field(fields[i], at, depth);
  }
}

void RecordRows::add_field(const core::Field& field, const std::byte* record, size_t depth) {
  if (field.is_bit_field) {
    const std::string type = fmt::format("{} : {}", bridge_.types.text(field.type), field.bit_width);
    return table_.add({indented(field.name, depth), objects_.bit_field(field, record), type});
  }
  const std::byte* at = record + field.offset();
  const TypeId element = bridge_.types.element_of(field.type);
  const TypeKind kind = bridge_.types.kind_of(field.type);
  const bool of_records = kind == TypeKind::kArray && bridge_.types.kind_of(element) == TypeKind::kRecord;
  if (kind == TypeKind::kRecord || of_records) return add_nested(field.name, field.type, at, depth);
  table_.add({indented(field.name, depth), objects_.text(field.type, at), bridge_.types.text(field.type)});
}

// The fields of an anonymous member are its owner's, as in C.
void RecordRows::add_nested(const std::string& name, TypeId type, const std::byte* at, size_t depth) {
  const bool is_record = bridge_.types.kind_of(type) == TypeKind::kRecord;
  if (is_record && name.empty()) return add_record(type, at, depth);
  const bool too_deep = !whole_ && depth + 1 >= kDepth;
  cut_ = cut_ || too_deep;
  table_.add({indented(name, depth), too_deep ? objects_.text(type, at) : "", bridge_.types.text(type)});
  if (too_deep) return;
  if (is_record)
    add_record(type, at, depth + 1);
  else
    add_elements(type, at, depth + 1);
}

void RecordRows::add_elements(TypeId array, const std::byte* at, size_t depth) {
  const TypeId element = bridge_.types.element_of(array);
  const uint64_t count = bridge_.types.resolved(array).count, size = bridge_.facts.of(element).size;
  if (count == core::kUnknownLength) return;
  const uint64_t shown = whole_ ? count : std::min(count, kElements);
  const bool small = objects_.is_small(element);
  for (uint64_t i = 0; i < shown; i++) {
    const std::string name = fmt::format("[{}]", i);
    if (small)
      table_.add({indented(name, depth), objects_.text(element, at + i * size), ""});
    else
      add_nested(name, element, at + i * size, depth);
  }
  if (shown < count) leave_out(count - shown, "elements", depth);
}

void RecordRows::leave_out(uint64_t count, std::string_view what, size_t depth) {
  cut_ = true;
  table_.add({indented(fmt::format("… {} more {}", grouped(count), what), depth), "", ""});
}

}  // namespace elle::lang
