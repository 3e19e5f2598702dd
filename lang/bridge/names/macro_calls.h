// Function-like macros called as functions. Folded or carried out by ourselves where their expansion allows it, else
// compiled once for the C types of the arguments at hand.
#pragma once

#include <map>
#include <string>

#include "core/declarations/declarations_file.h"
#include "core/thunk/macro_thunk.h"
#include "core/types/type_table.h"

#include "lang/value/native_function.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

class MacroCall : public NativeTarget {
 public:
  MacroCall(BridgeContext& bridge, LoadedLibrary& library, const core::Declaration& macro);

  const core::Declaration& macro() const { return macro_; }

  // What the macro belongs to has another place.
  void move_to(LoadedLibrary& library) { library_ = &library; }

  // Of a macro without parameters `args` is empty. Runs on the VM stack like any call.
  Result<Value> run(VM& vm, Args args);

 private:
  // What the compiler made of the macro for arguments of some types.
  struct Compiled {
    Value function;  // kept by the bridge
    core::TypeId value_type;
  };
  // How one argument is handed to the compiler: as a parameter of a type, what of it the macro sees, or as text alone.
  struct Argument {
    core::TypeId type = core::kNoType;
    std::string text{};
  };

  Result<core::Done> check_count(Args args) const;
  std::string invocation(Args args, bool literally) const;
  Result<Value> run_compiled(VM& vm, Args args);
  Result<std::vector<Argument>> arguments_of(Args args, bool literally);
  Result<Argument> argument_of(Value value, uint32_t index, bool literally);
  Argument memory_argument(Value memory, const std::string& parameter, bool literally);
  static std::string key_of(const std::vector<Argument>& arguments);
  // Nothing, with the compiler's reason, when it does not take the macro so.
  Result<const Compiled*> compile_as(const std::vector<Argument>& arguments, std::string* refusal);
  Result<Compiled> take(const core::MacroThunk& thunk, const std::vector<Argument>& arguments);
  Result<Value> call(VM& vm, const Compiled& compiled, const std::vector<Argument>& arguments, Args args);
  core::HeaderRequest request_for(const std::vector<Argument>& arguments) const;
  Failed refused(const std::vector<Argument>& arguments, const std::string& refusal);

  BridgeContext& bridge_;
  LoadedLibrary* library_;
  core::Declaration macro_;
  std::map<std::string, Compiled> compiled_;  // by the types and texts of the arguments
};

// Enters the MacroCall behind `function`.
Result<Value> call_macro(VM& vm, const NativeFunction& function, Args args);

}  // namespace elle::lang
