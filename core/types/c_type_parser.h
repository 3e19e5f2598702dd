// C type names as text to types: `const char *(*)(int)`, `struct point[4]`, `unsigned long`.
//
// The grammar is C17's type-name (6.7.7) with gcc's spellings of __int128, _Float128 and vectors left to typedefs.
// Parameter names are allowed and dropped.
#pragma once

#include <functional>
#include <string_view>

#include "core/base/result.h"
#include "core/types/type_table.h"

namespace elle::core {

enum class TypeNameKind : uint8_t { kTypedef, kStruct, kUnion, kEnum };

// Gives the type of a name that is not a keyword of C: a typedef, or the tag after struct, union or enum. kNoType says
// that there is none; an error says that there is one which could not be taken, and why.
using TypeLookup = std::function<Result<TypeId>(TypeNameKind kind, std::string_view name)>;

// Names the lookup does not know but C's standard headers do ("size_t", "uint8_t") are understood.
// Fails with the text, the column (from 1), and what was expected there.
Result<TypeId> parse_c_type(TypeTable& table, std::string_view text, const TypeLookup& lookup);

}  // namespace elle::core
