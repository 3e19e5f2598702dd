// Lisp functions as C function pointers: the door up.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/call/callback.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

class Bridge;

// One Lisp function behind one C function pointer.
class LispCallback : public core::CallbackTarget {
 public:
  LispCallback(Bridge& bridge, Value function, const core::CallPlan& plan);
  void run(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result) override;
  Value function() const { return function_; }
  // Its entry was released. The object stays: it may be running.
  void forget_function() { function_ = nil(); }

 private:
  struct Guarded;
  // For what may fault outside the function.
  Result<core::Done> run_guarded(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result);
  Result<core::Done> run_function(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result);

  Bridge& bridge_;
  Value function_;
  size_t most_arguments_;
  bool may_fault_;  // outside the function, which guards itself when it is written in Lisp
};

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

class Callbacks {
 public:
  explicit Callbacks(Bridge& bridge);
  ~Callbacks();

  // A C function of type `function` that calls `value`; for a variadic one, with the fixed arguments, and with a
  // va_list after them if it takes one argument more. The same pair gives the same entry, so that passing one function
  // again and again makes one. It lives as long as the session: only C knows how long it keeps the pointer.
  core::Result<core::CallbackEntry*> implicit(Value value, core::TypeId function);
  // A new one of its own, for `make-c-callback`.
  core::Result<core::CallbackEntry*> make(Value value, core::TypeId function);
  void release(core::CallbackEntry& entry);
  // Of a `make-c-callback` value that is not freed, else null.
  static const core::CallbackEntry* entry_of(Value value);

 private:
  core::Result<core::CallbackEntry*> make_variadic(Value value, core::TypeId function);

  struct Key {
    const Object* function;
    core::TypeId type;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const { return reinterpret_cast<size_t>(key.function) / 16 * 31 + key.type; }
  };

  Bridge& bridge_;
  std::vector<std::unique_ptr<LispCallback>> targets_;
  std::unordered_map<Key, core::CallbackEntry*, KeyHash> implicit_;
  core::TypeId va_list_ = core::kNoType;  // once it was needed
};

}  // namespace elle::lang
