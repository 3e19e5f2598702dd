// What is expected where the cursor stands, beyond any value at all.
#pragma once

#include "lang/complete/outline.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

enum class Expected : uint8_t {
  kValue,
  kCall,  // what a form begins with
  kType,
  // In strings.
  kHeader,
  kLibrary,
  kPackage,
  kFolder,
  kLispFile,
};

// By what the form is; of an item in a vector, by the form the vector is an argument of.
Expected expected_at(const Outline& outline, ArgumentPlace at);

// The C type of the parameter that a call of a C function has there; 0 when it is not known.
CTypeId expected_c_type(Runtime& runtime, const Module& module, const Outline& outline, ArgumentPlace at);

}  // namespace elle::lang
