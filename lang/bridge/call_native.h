// The door down to C: what the machine calls for a C function.
#pragma once

#include "lang/runtime/builtin.h"
#include "lang/value/native_function.h"

namespace elle::lang {

// Calls a C function: checks each argument against its declared type, writes bytes, enters C, reads the result.
// A callback may run Lisp meanwhile, so this can collect.
Result<Value> call_native(VM& vm, NativeFunction& function, Args args);

// The C function a value points to, ready to be called; nil when it is no pointer to a function.
Result<Value> function_behind(Runtime& runtime, Value value);

}  // namespace elle::lang
