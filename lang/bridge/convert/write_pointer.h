// What may stand for a C pointer: nil, typed pointers, C memory, strings, bytes, vectors and lists, functions.
#pragma once

#include "lang/bridge/convert/convert.h"

namespace elle::lang {

// `to` is where the address will be written: what `destination` keeps alive is kept for that place.
Objection pointer_to_value(BridgeContext& bridge, core::TypeId type, Value value, Destination destination,
                           const std::byte* to, const void** address);

// "a `GtkLabel *`", "a `Point`", "\"abc\"": a value as an error text names it.
std::string describe_value(BridgeContext& bridge, Value value);

}  // namespace elle::lang
