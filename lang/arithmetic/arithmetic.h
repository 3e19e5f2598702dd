// The operators on numbers as scripts have them: any values may come, and what is no number, divides by zero or would
// not fit any sensible memory is an error that says so. What they compute is lang/number's.
#pragma once

#include "lang/number/integers.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

// A non-number is a type error that names the operator and shows the value.
Result<Value> add(Runtime& runtime, Value a, Value b);
Result<Value> subtract(Runtime& runtime, Value a, Value b);
Result<Value> multiply(Runtime& runtime, Value a, Value b);
// Exact when it divides, else a double. Integer division by zero is an error; doubles follow IEEE 754.
Result<Value> divide(Runtime& runtime, Value a, Value b);
Result<Value> quotient(Runtime& runtime, Value a, Value b);   // truncated
Result<Value> remainder(Runtime& runtime, Value a, Value b);  // sign of a
Result<Value> modulo(Runtime& runtime, Value a, Value b);     // sign of b
// As compare_numbers. `operation` names the caller in errors: "<".
Result<int> compare(Runtime& runtime, Value a, Value b, std::string_view operation);

// REQUIRES: integers, for the rest.
// Left for a positive count, else right, rounding down.
Result<Value> shift(Runtime& runtime, Value a, int64_t count);
Result<Value> multiple(Runtime& runtime, Value a, Value b);  // the least common one
// base^exponent. REQUIRES: exponent >= 0.
Result<Value> power(Runtime& runtime, Value base, Value exponent);

}  // namespace elle::lang
