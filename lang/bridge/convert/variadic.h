// Values without a parameter of their own: for the `...` of a C function, and for a va_list.
#pragma once

#include "lang/bridge/convert/convert.h"

namespace elle::lang {

// The C type a value is passed as, and the value, which `as-c` has given both of.
struct VariadicArgument {
  core::TypeId type;  // kNoType when the value cannot be passed so
  Value value;
};

// Text as char *, whole numbers as int or long, others as double.
VariadicArgument variadic_argument(BridgeContext& bridge, Value value);

// "5 is …": why there is no type for the value, as the second half of a sentence.
Complaint no_variadic_type(BridgeContext& bridge, Value value);

// A vector or list of values as a va_list, which lives until the call returns.
Objection write_va_list(BridgeContext& bridge, Value values, Destination destination, const void** address);

}  // namespace elle::lang
