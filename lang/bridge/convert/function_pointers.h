// FunctionPointers: how a Lisp function becomes a C function pointer where one is wanted. Conversion asks for it; what
// answers is the room that calls.
#pragma once

#include "core/base/result.h"
#include "core/types/type.h"

#include "lang/value/value.h"

namespace elle::lang {

class FunctionPointers {
 public:
  virtual ~FunctionPointers() = default;
  // Code that calls `function`, for a pointer to a function of type `type`. The same pair gives the same code, which
  // lasts as long as the session: only C knows how long it keeps the pointer.
  virtual core::Result<const void*> code_for(Value function, core::TypeId type) = 0;
  // Of a C function its own; null for a macro, which has none.
  virtual const void* address_of(const NativeFunction& function) const = 0;
};

}  // namespace elle::lang
