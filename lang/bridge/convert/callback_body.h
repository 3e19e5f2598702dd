// A Lisp function that was made a C function pointer by make-c-callback, as a value.
#pragma once

#include <fmt/format.h>

#include "core/call/callback.h"

#include "lang/heap/heap.h"

namespace elle::lang {

// `make-c-callback`: lives until it is freed or the session ends, whoever still refers to it: C may.
class CallbackBody : public OpaqueBody {
 public:
  CallbackBody(core::CallbackEntry* entry, Value function) : entry_(entry), function_(function) {}
  core::CallbackEntry* entry() const { return entry_; }
  bool freed() const { return entry_->target == nullptr; }
  std::string_view type_name() const override { return "C callback"; }
  std::string describe() const override {
    return fmt::format("#<C callback {}{}>", entry_->description, freed() ? ", freed" : "");
  }
  void trace(Marker& marker) const override { marker.mark(function_); }

 private:
  core::CallbackEntry* entry_;
  Value function_;
};

// Null when `value` is no callback.
inline CallbackBody* callback_body(Value value) {
  return value.is(Tag::kOpaque) ? dynamic_cast<CallbackBody*>(value.as<Opaque>()->body.get()) : nullptr;
}

// Where C would enter a `make-c-callback` value that is not freed; null for anything else.
inline const core::CallbackEntry* callback_entry(Value value) {
  const CallbackBody* body = callback_body(value);
  return body && !body->freed() ? body->entry() : nullptr;
}

}  // namespace elle::lang
