// Which C pointer may stand for which: what a compiler would accept without a cast.
#pragma once

#include "core/types/type_table.h"

namespace elle::core {

// Compatible types in the sense of C17 6.2.7, qualifiers ignored on the outermost level. Records of two headers are
// compatible when their tags are the same and neither is complete with another layout.
bool compatible(const TypeTable& table, TypeId a, TypeId b);

// Whether a pointer of type `from` may be passed where `to` is wanted: the pointees are compatible, or one is void.
// Arrays and functions stand for pointers to them. Qualifiers are not looked at.
bool pointer_accepts(const TypeTable& table, TypeId to, TypeId from);

}  // namespace elle::core
