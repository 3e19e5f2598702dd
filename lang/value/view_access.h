// What `get`, `put!`, `count` and printing do on C memory (Tag::kAllocation and Tag::kPointer). Implemented by
// lang/bridge, the only folder that knows what lies there.
#pragma once

#include <string>

#include "lang/value/result.h"

namespace elle::lang {

class ViewAccess {
 public:
  virtual ~ViewAccess() = default;
  // `key` is an index, or the name of a field. Out of range: `fallback` when there is one, else a failure.
  virtual Result<Value> get(Value view, Value key, const Value* fallback) = 0;
  virtual Result<Value> put(Value view, Value key, Value value) = 0;
  // The number of elements of an array, or of fields of a struct.
  virtual Result<uint64_t> count(Value view) = 0;
  // The number of elements of an array; a failure for anything else.
  virtual Result<uint64_t> element_count(Value view) = 0;
  // How it prints: `#<sqlite3 * 0x55d0c0ffee00>`.
  virtual std::string describe(Value view) const = 0;

  // The name of a number of a C enum, `SDL_QUIT`, or of the flags in it, `SDL_WINDOW_SHOWN | SDL_WINDOW_OPENGL`; empty
  // when none of its constants fits.
  virtual std::string enum_name(Value number) const = 0;
};

}  // namespace elle::lang
