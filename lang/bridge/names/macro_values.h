// What macros stand for while a program runs: folded constants as values, and what is left of other expressions (calls,
// casts, variables) carried out by the bridge itself, without a C compiler.
#pragma once

#include <map>
#include <memory>
#include <span>

#include "core/macros/file_scope.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;
class MacroCall;  // lang/bridge/names/macro_calls.h
struct LoadedLibrary;

// The macros of one loaded header, ready to be expanded and called.
struct LibraryMacros {
  LibraryMacros(core::TypeTable& table, core::TypeLoader& types, std::shared_ptr<const core::DeclarationsFile> file);
  ~LibraryMacros();

  MacroCall& call_of(BridgeContext& bridge, LoadedLibrary& library, const core::Declaration& macro);

  // From now on they belong to this one.
  void move_to(LoadedLibrary& library);

  core::macros::FileMacros macros;
  core::macros::FileScope scope;
  std::map<uint32_t, std::unique_ptr<MacroCall>> calls;  // by the declaration's index
};

// REQUIRES: the library has a header.
LibraryMacros& macros_of(BridgeContext& bridge, LoadedLibrary& library);

class MacroValues {
 public:
  // `arguments` of the macro that is called; they are on the VM stack.
  MacroValues(VM& vm, BridgeContext& bridge, LoadedLibrary& library, std::span<const Value> arguments)
      : vm_(vm), bridge_(bridge), library_(library), arguments_(arguments) {}

  // The value of the tokens; kUnbound when they are no expression, or only a compiler can tell.
  Result<Value> evaluate(std::vector<core::macros::Token> tokens);

 private:
  Result<Value> value(const core::macros::Value& folded);
  Result<Value> rest(const core::macros::Residue& residue);
  Result<Value> call(const core::macros::Residue& residue);
  Result<Value> cast(core::TypeId type, Value value);
  Result<Value> dereference(Value value);

  VM& vm_;
  BridgeContext& bridge_;
  LoadedLibrary& library_;
  std::span<const Value> arguments_;
};

}  // namespace elle::lang
