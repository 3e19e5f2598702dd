// A C function, or a macro that is called like one, as a Lisp value. What is called lies in `target`, which the bridge
// makes once and keeps for the session; the rest of lang sees only that it can be entered.
#pragma once

#include "lang/value/builtin.h"

namespace elle::lang {

struct NativeFunction;

// How one is entered: the arguments lie on the VM stack right behind the function.
using NativeEntry = Result<Value> (*)(VM& vm, const NativeFunction& function, Args args);

// What stands behind it, of the kind that its entry knows.
struct NativeTarget {
  // How many arguments it takes.
  size_t least = 0;
  size_t most = 0;
};

struct NativeFunction : Object {
  NativeEntry enter;
  NativeTarget* target;
  Symbol* name;  // interned, so it needs no mark
};

}  // namespace elle::lang
