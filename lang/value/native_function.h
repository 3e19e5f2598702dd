// A C function as a Lisp value. What is called and how lies in `call`, which the bridge makes once per function and
// keeps for the session; the rest of lang sees only that it can be called.
#pragma once

#include "lang/value/objects.h"

namespace elle::lang {

class NativeCall;  // lang/bridge/native_call.h

struct NativeFunction : Object {
  const NativeCall* call;
  Symbol* name;   // interned, so it needs no mark
  Value library;  // kept open while the function is reachable
};

}  // namespace elle::lang
