// Where a record's members lie: the rules of the System V ABIs as gcc and clang apply them.
#pragma once

#include <span>

#include "core/types/type_table.h"

namespace elle::core {

// Fails when a member has no size, or a bit-field's type is no integer or too narrow for it.
Result<RecordLayout> lay_out_record(TypeTable& table, RecordKind kind, std::span<const FieldSpec> fields,
                                    const RecordAttributes& attributes);

}  // namespace elle::core
