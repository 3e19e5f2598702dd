// Such an array ends where its memory does, so it has an end only in memory whose size is known. Behind a bare pointer
// it stays an array of unknown length.
#include "lang/bridge/memory/flexible.h"

#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/data/sequence_items.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

// `int items[]` at the end of a struct, or as it was written before C99, `int items[0]`.
bool is_flexible_array(const core::TypeTable& types, TypeId type) {
  if (types.kind_of(type) != TypeKind::kArray) return false;
  const uint64_t count = types.resolved(type).count;
  return count == core::kUnknownLength || count == 0;
}

}  // namespace

const core::Field* flexible_member(core::TypeTable& types, TypeId record) {
  auto complete = types.complete_record(record);
  if (!complete.ok() || complete.value()->layout.fields.empty()) return nullptr;
  const core::Field& last = complete.value()->layout.fields.back();
  return is_flexible_array(types, last.type) ? &last : nullptr;
}

std::optional<Memory> flexible_elements(BridgeContext& bridge, const Memory& record,
                                        const core::FieldLocation& location) {
  const TypeId type = location.field->type;
  if (record.pointed_to || !is_flexible_array(bridge.types, type)) return std::nullopt;
  const TypeId element = bridge.types.element_of(type);
  const auto element_size = bridge.types.size_of(element);
  if (!element_size.ok() || element_size.value() == 0) return std::nullopt;
  const uint64_t begin = location.offset();
  const uint64_t count = record.size > begin ? (record.size - begin) / element_size.value() : 0;
  return Memory{record.address + begin, bridge.types.array_of(element, count), count * element_size.value(),
                record.owner, record.keeper};
}

uint64_t flexible_bytes(BridgeContext& bridge, TypeId record, std::span<const Value> initial) {
  const core::Field* last = flexible_member(bridge.types, record);
  if (last == nullptr) return 0;
  uint64_t count = 0;
  for (size_t i = 0; i + 1 < initial.size(); i += 2) {
    const bool named = initial[i].is(Tag::kKeyword) || initial[i].is(Tag::kSymbol);
    if (!named || initial[i].as<Symbol>()->view() != last->name) continue;
    std::vector<Value> items;
    if (initial[i + 1].is(Tag::kString))
      count = initial[i + 1].as<String>()->bytes + 1;
    else if (sequence_items(initial[i + 1], &items))
      count = items.size();
  }
  const auto element_size = bridge.types.size_of(bridge.types.element_of(last->type));
  return element_size.ok() ? count * element_size.value() : 0;
}

}  // namespace elle::lang
