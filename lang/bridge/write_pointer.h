// What may stand for a C pointer: nil, typed pointers, C memory, strings, bytes, vectors and lists, functions.
#pragma once

#include "lang/bridge/convert.h"

namespace elle::lang {

Objection pointer_to_value(Bridge& bridge, core::TypeId type, Value value, Destination destination,
                           const void** address);

// The items of a vector or a list; false for anything else.
bool sequence_items(Value value, std::vector<Value>* items);

// "a `GtkLabel *`", "the struct `Point`", "\"abc\"": a value as an error text names it.
std::string describe_value(Bridge& bridge, Value value);

}  // namespace elle::lang
