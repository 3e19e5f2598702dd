// Constant expressions (C17 6.5, 6.6) over expanded tokens.
#pragma once

#include <vector>

#include "core/macros/expander.h"
#include "core/macros/token.h"
#include "core/macros/value.h"

namespace elle::core::macros {

// The value of the tokens. kEmpty for none; kTypeAlias for a type name; kFunctionAlias for a function's name;
// kExpression for an expression with a value only at run time, with a residue if it takes no compiler to evaluate it;
// kNotExpression, with the reason, for everything else: a list such as `2L,5L,4L` is no value.
Value evaluate(Scope& scope, const std::vector<Token>& tokens);

// What an object-like macro stands for: its expansion, evaluated.
Value fold(Scope& scope, Expander& expander, const Macro& macro);

}  // namespace elle::core::macros
