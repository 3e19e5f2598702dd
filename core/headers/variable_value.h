// The value a header gives a `static const` variable.
#pragma once

#include <clang-c/Index.h>

#include "core/declarations/declarations_builder.h"

namespace elle::core::headers {

// kNotExpression for a variable that is not both const and defined with a constant.
format::VariableRow variable_value(DeclarationsBuilder& builder, CXCursor cursor, const format::DeclarationRow& row);

}  // namespace elle::core::headers
