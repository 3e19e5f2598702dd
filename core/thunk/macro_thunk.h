// A macro evaluated by the C compiler: a small function whose parameters have the types of the arguments at hand.
//
// The value's type is whatever C says it is; the function leaves the value where its last parameter points, and its
// debug information tells the type.
#pragma once

#include <string>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/thunk/c_compiler.h"

namespace elle::core {

struct MacroArgument {
  std::string declaration{};  // of the parameter called macro_parameter(i): "int elle_0"; empty when there is none
  std::string text{};         // what the macro is given: that parameter, a type, a member's name, a constant
};

struct MacroThunk {
  void* function = nullptr;  // void (the declared parameters…, void *value)
  std::shared_ptr<const DeclarationsFile> types;
  FileType value_type;  // void for a macro that is a statement
  std::string refusal;  // not empty: why the compiler does not take it, and there is no function
};

std::string macro_parameter(size_t index);

struct MacroRequest {
  std::string macro;
  bool call = false;  // with its arguments in brackets
  std::vector<MacroArgument> arguments{};
  HeaderRequest headers{};               // the macro's own first
  std::vector<std::string> libraries{};  // paths
  std::string definitions{};             // of types that no header has
};

// `options` are those of the compiler.
Result<MacroThunk> make_macro_thunk(CCompiler& compiler, const LoaderOptions& options, const MacroRequest& request);

}  // namespace elle::core
