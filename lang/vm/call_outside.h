// Calls out of Lisp, into builtins and C functions. Inline, for the interpreter's call instructions and VM::call.
//
// A plain builtin cannot run Lisp, so it sees no collection and context_.top need not be right. For all others it is
// set first: what they push goes above it, and a collection marks what is below.
#pragma once

#include "lang/value/native_function.h"
#include "lang/vm/vm.h"

namespace elle::lang {

inline Result<Value> VM::call_outside(const Value* arguments, uint32_t count, Value* top) {
  const Value& function = arguments[-1];
  if (function.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *function.as<Builtin>()->entry;
    // No maximum is -1, which is the largest number when it has no sign.
    if (count < static_cast<uint32_t>(entry.min_args) || count > static_cast<uint32_t>(entry.max_args)) [[unlikely]]
      return arity_error(function, count);
    if (entry.plain) {
      Result<Value> result = entry.plain(runtime_, Args{arguments, count});
      if (result.ok()) [[likely]]
        return result;
      return call_again(arguments, count, top, result);
    }
    context_.top = top;
    return entry.reentrant(*this, Args{arguments, count});
  }
  context_.top = top;
  if (!function.is(Tag::kNativeFunction)) [[unlikely]]
    return call_pointer(function, Args{arguments, count});
  if (attention_due()) [[unlikely]]
    TRY(safepoint(top));
  const NativeFunction& native = *function.as<NativeFunction>();
  return native.enter(*this, native, Args{arguments, count});
}

}  // namespace elle::lang
