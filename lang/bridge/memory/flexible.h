// The flexible array member of a struct, `int items[]`: it has as many elements as the memory behind the struct holds.
#pragma once

#include <optional>
#include <span>

#include "lang/bridge/memory/views.h"

namespace elle::lang {

// Null when the record has none.
const core::Field* flexible_member(core::TypeTable& types, core::TypeId record);

// The elements of a field in a record's memory; nothing when it is no flexible array, or nobody knows how far the
// memory goes.
std::optional<Memory> flexible_elements(BridgeContext& bridge, const Memory& record,
                                        const core::FieldLocation& location);

// The bytes behind the record that an initial value needs, given as field, value, field, value, …
uint64_t flexible_bytes(BridgeContext& bridge, core::TypeId record, std::span<const Value> initial);

}  // namespace elle::lang
