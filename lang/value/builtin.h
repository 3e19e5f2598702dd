// How C++ functions become Lisp functions: a table of entries per file in lang/builtins, registered at start.
#pragma once

#include <cstdint>
#include <span>

#include "lang/value/objects.h"
#include "lang/value/result.h"

namespace elle::lang {

class Runtime;
class VM;

// The arguments of one call; they lie on the VM stack and so are rooted while the builtin runs.
struct Args {
  const Value* values;
  uint32_t count;

  Value operator[](uint32_t i) const { return values[i]; }
  uint32_t size() const { return count; }
  // The function being called lies right before its arguments.
  const BuiltinEntry& callee() const;
};

// A builtin that cannot run Lisp code: nothing is collected while it runs.
using PlainFunction = Result<Value> (*)(Runtime&, Args);
// A builtin that calls Lisp functions: any value not on the VM stack must be Rooted across such a call.
using ReentrantFunction = Result<Value> (*)(VM&, Args);

inline constexpr int kAnyNumber = -1;

struct BuiltinEntry {
  const char* name;
  int min_args;
  int max_args;  // or kAnyNumber; the VM checks the count before the call
  PlainFunction plain;
  ReentrantFunction reentrant;
  const char* usage;      // "(get coll key [default])"
  const char* docstring;  // whole sentences

  constexpr BuiltinEntry(const char* n, int low, int high, PlainFunction f, const char* u, const char* d)
      : name(n), min_args(low), max_args(high), plain(f), reentrant(nullptr), usage(u), docstring(d) {}
  constexpr BuiltinEntry(const char* n, int low, int high, ReentrantFunction f, const char* u, const char* d)
      : name(n), min_args(low), max_args(high), plain(nullptr), reentrant(f), usage(u), docstring(d) {}
};

inline const BuiltinEntry& Args::callee() const { return *values[-1].as<Builtin>()->entry; }

}  // namespace elle::lang
