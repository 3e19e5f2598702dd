// The C type of what a form gives, as far as its text and the values of globals tell: nothing is run. Types are those
// that a value has where it is passed to C: memory for a struct is a pointer to it.
#pragma once

#include "lang/complete/outline.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class ValueTypes {
 public:
  // REQUIRES: the session has a bridge.
  ValueTypes(Runtime& runtime, const Module& module, const Outline& outline)
      : runtime_(runtime), module_(module), outline_(outline) {}

  // 0 when it is not known.
  CTypeId of(NodeIndex form) { return of(form, 0); }
  // What a form means where a type is expected: SDL_Rect, 'SDL_Rect, "const char *", :int.
  CTypeId meant_by(NodeIndex form);

 private:
  CTypeId of(NodeIndex form, int depth);
  CTypeId of_symbol(NodeIndex symbol, int depth);
  CTypeId of_call(NodeIndex call, int depth);
  CTypeId of_fields(NodeIndex call, int depth);

  Runtime& runtime_;
  const Module& module_;
  const Outline& outline_;
};

}  // namespace elle::lang
