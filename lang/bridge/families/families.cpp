// An object that knows its class is believed. Of all others only the first member tells, and only on the way up.
#include "lang/bridge/families/families.h"

#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

Kinship Families::ask(TypeId wanted, TypeId given, const void* address) {
  const TypeId base = bridge_.types.element_of(wanted), derived = bridge_.types.element_of(given);
  const bool records = base && derived && bridge_.types.kind_of(base) == TypeKind::kRecord &&
                       bridge_.types.kind_of(derived) == TypeKind::kRecord;
  if (!records) return Kinship::kStranger;
  if (const std::optional<bool> is = gobjects_.is_instance(base, derived, address))
    return *is ? Kinship::kIs : Kinship::kIsNot;
  // Of a struct without a class only the way up is safe: whatever is a `derived` begins with a `base`.
  return begins_with(derived, base) ? Kinship::kIs : Kinship::kStranger;
}

bool Families::begins_with(TypeId whole, TypeId part) {
  for (int depth = 0; depth < 32 && bridge_.types.kind_of(whole) == TypeKind::kRecord; depth++) {
    if (bridge_.types.resolve(whole) == bridge_.types.resolve(part)) return true;
    auto record = bridge_.types.complete_record(whole);
    if (!record.ok() || record.value()->layout.fields.empty()) return false;
    whole = record.value()->layout.fields[0].type;
  }
  return false;
}

}  // namespace elle::lang
