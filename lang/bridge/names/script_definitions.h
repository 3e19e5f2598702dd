// The types a script defines (define-c-struct, define-c-union, define-enum) as C definitions, for C texts in it.
#pragma once

#include <set>
#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

// `my-point` is my_point in C. A type's text has no other `-` in it than those of such names.
std::string c_spelling(std::string text);

// Of the types that one of `words` names and all that these need, those that no loaded header defines.
Result<std::string> script_definitions(BridgeContext& bridge, const std::set<std::string, std::less<>>& words);

}  // namespace elle::lang
