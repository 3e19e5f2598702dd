// What C calls const cannot be written, and what lies in it is const as well.
#pragma once

#include "core/types/type_table.h"

namespace elle::lang {

// Of an array, whether its elements are.
inline bool is_const(const core::TypeTable& types, core::TypeId type) {
  while (types.kind_of(type) == core::TypeKind::kArray) type = types.element_of(type);
  return types.qualifiers_of(type) & core::kConst;
}

// `part` as it is seen in a const struct or array. Scalars are read as copies, and stay as they are.
inline core::TypeId const_part(core::TypeTable& types, core::TypeId part) {
  switch (types.kind_of(part)) {
    case core::TypeKind::kArray: {
      const core::TypeId element = types.element_of(part);
      const bool nested = types.kind_of(element) == core::TypeKind::kArray;
      const core::TypeId seen = nested ? const_part(types, element) : types.qualified(element, core::kConst);
      return types.array_of(seen, types.resolved(part).count);
    }
    case core::TypeKind::kRecord:
      return types.qualified(part, core::kConst);
    default:
      return part;
  }
}

}  // namespace elle::lang
