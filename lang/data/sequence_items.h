// Lists and vectors seen alike.
#pragma once

#include <vector>

#include "lang/value/value.h"

namespace elle::lang {

// The items of a vector or a list, nil being the empty one; false for anything else.
bool sequence_items(Value value, std::vector<Value>* items);

}  // namespace elle::lang
