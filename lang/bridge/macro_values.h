// What macros stand for while a program runs: folded constants as values, and what is left of other expressions (calls,
// casts, variables) carried out by the bridge itself, without a C compiler.
#pragma once

#include <map>
#include <memory>
#include <span>

#include "core/macros/file_scope.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

class Bridge;
class MacroCall;  // lang/bridge/macro_calls.h
struct LoadedLibrary;

// The macros of one loaded header, ready to be expanded and called.
struct LibraryMacros {
  LibraryMacros(core::TypeTable& table, core::TypeLoader& types, std::shared_ptr<const core::DeclarationsFile> file);
  ~LibraryMacros();

  MacroCall& call_of(Bridge& bridge, LoadedLibrary& library, const core::Declaration& macro);

  // From now on they belong to this one.
  void move_to(LoadedLibrary& library);

  core::macros::FileMacros macros;
  core::macros::FileScope scope;
  std::map<uint32_t, std::unique_ptr<MacroCall>> calls;  // by the declaration's index
};

class MacroValues {
 public:
  // `arguments` of the macro that is called; they are on the VM stack.
  MacroValues(Bridge& bridge, LoadedLibrary& library, std::span<const Value> arguments = {})
      : bridge_(bridge), library_(library), arguments_(arguments) {}

  // The value of the tokens; kUnbound when they are no expression, or only a compiler can tell.
  Result<Value> evaluate(std::vector<core::macros::Token> tokens);
  // A constant, or the function or type that a macro stands for; kUnbound for anything else.
  Result<Value> constant(const core::macros::Value& folded);

 private:
  Result<Value> value(const core::macros::Value& folded);
  Result<Value> rest(const core::macros::Residue& residue);
  Result<Value> call(const core::macros::Residue& residue);
  Result<Value> cast(core::TypeId type, Value value);
  Result<Value> dereference(Value value);
  Result<core::Declaration> declaration(const std::string& name);

  Bridge& bridge_;
  LoadedLibrary& library_;
  std::span<const Value> arguments_;
};

}  // namespace elle::lang
