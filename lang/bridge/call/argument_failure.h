// What is wrong with the arguments of a call into C, with the function's prototype and the parameters concerned.
#pragma once

#include <string>

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/convert/convert.h"

namespace elle::lang {

// "Argument 2 of `add`, `b`,"; `index` from 0.
std::string argument_text(const NativeCall& call, size_t index);

// Argument `index` cannot be written as a `type`.
Failed argument_failure(const NativeCall& call, size_t index, core::TypeId type, const Complaint& complaint);
// Argument `index` stands where C takes any, but not this.
Failed variadic_failure(const NativeCall& call, size_t index, const Complaint& complaint);
// `came` arguments are too many or too few.
Failed count_failure(const NativeCall& call, size_t came);

}  // namespace elle::lang
