// The types a script defines (define-c-struct, define-c-union, define-enum) as C definitions, for C texts in it.
#pragma once

#include <set>
#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

class Bridge;

// Of the types that one of `words` names and all that these need, those that no loaded header defines.
Result<std::string> script_definitions(Bridge& bridge, const std::set<std::string, std::less<>>& words);

}  // namespace elle::lang
