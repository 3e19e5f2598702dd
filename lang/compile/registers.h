// What evaluating a node does to variables that live in registers, so that values can be computed and used in place.
// All answers are safe ones: false when it would take long to find out.
#pragma once

#include "lang/compile/ast.h"

namespace elle::lang {

// Whether the node's value is written as the very last thing, when all variables have been read.
bool writes_last(const Node* node);

// Whether evaluating the node does not assign the variable.
bool leaves_alone(const Node* node, const Variable* variable);

// Whether evaluating the nodes neither reads nor assigns the variable.
bool ignores_all(Nodes nodes, const Variable* variable);

}  // namespace elle::lang
