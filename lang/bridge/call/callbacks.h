// Lisp functions as C function pointers: the door up.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/call/callback.h"

#include "lang/bridge/convert/function_pointers.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

// One Lisp function behind one C function pointer.
class LispCallback : public core::CallbackTarget {
 public:
  LispCallback(VM& vm, BridgeContext& bridge, Value function, const core::CallPlan& plan);
  void run(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result) override;
  Value function() const { return function_; }
  // Its entry was released. The object stays: it may be running.
  void forget_function() { function_ = nil(); }

 private:
  struct Guarded;
  // run, but that it may find no memory.
  void visit(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result);
  // The arguments from `frame` to values, the function called with them, and its value to `result`.
  Result<core::Done> call_function(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result);
  // The same; no memory is a failure.
  Result<core::Done> call_with_memory(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result);
  // The same again, where a fault may come from outside the function: it is then the failure.
  Result<core::Done> call_catching_faults(const core::CallbackEntry& entry, const std::byte* frame, std::byte* result);

  VM& vm_;
  BridgeContext& bridge_;
  Value function_;
  size_t most_arguments_;
  bool may_fault_;  // outside the function, which guards itself when it is written in Lisp
};

class Callbacks : public FunctionPointers {
 public:
  Callbacks(VM& vm, BridgeContext& bridge);
  ~Callbacks() override;

  // For a plain function that is passed where C wants a pointer to one.
  core::Result<const void*> code_for(Value value, core::TypeId function) override;
  const void* address_of(const NativeFunction& function) const override;
  // A C function of type `function` that calls `value`; for a variadic one, with the fixed arguments, and with a
  // va_list after them if it takes one argument more. A new one of its own, for `make-c-callback`.
  core::Result<core::CallbackEntry*> make(Value value, core::TypeId function);
  void release(core::CallbackEntry& entry);

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

  VM& vm_;
  BridgeContext& bridge_;
  std::vector<std::unique_ptr<LispCallback>> targets_;
  std::unordered_map<Key, const core::CallbackEntry*, KeyHash> implicit_;
  core::TypeId va_list_ = core::kNoType;  // once it was needed
};

}  // namespace elle::lang
