// C types as Lisp data: `:int`, `(:pointer :char)`, `(:array :int 4)`, `"const char *(*)(int)"`, a struct's name, and
// the type objects that structs and enums are bound to.
#pragma once

#include <string>

#include "core/types/type_table.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

// A C type as a value: `#<C type SDL_Rect>`.
class CTypeBody : public OpaqueBody {
 public:
  CTypeBody(const core::TypeTable& types, core::TypeId id) : types_(types), id_(id) {}
  core::TypeId id() const { return id_; }
  std::string_view type_name() const override { return "C type"; }
  std::string describe() const override { return fmt::format("#<C type {}>", types_.text(id_)); }

 private:
  const core::TypeTable& types_;
  core::TypeId id_;
};

Value type_value(BridgeContext& bridge, core::TypeId type);

// The keyword that means a scalar type, without its colon: `int`, `ulong`. Every scalar has one.
std::string_view scalar_keyword(core::TypeKind kind);

// The type that a type expression means. `:pointer` is `void *`, `:string` is `const char *`.
Result<core::TypeId> type_from(BridgeContext& bridge, Value expression);
// The function type of a result and a list of parameters, with `...` last for a variadic one.
Result<core::TypeId> function_type_from(BridgeContext& bridge, Value result, Value parameters);
// C text, with the typedefs and tags of all loaded headers and of `define-c-struct`.
Result<core::TypeId> type_from_text(BridgeContext& bridge, std::string_view text);

// bool, and integer or enum typedefs whose name says boolean: gboolean, BOOL, SDL_bool, LLVMBool.
bool names_boolean(const core::TypeTable& types, core::TypeId type);
// A whole number that can tell how many items an array has.
bool counts_items(const core::TypeTable& types, core::TypeId type);
// A pointer to const char: what comes back as a string.
bool is_string_result(const core::TypeTable& types, core::TypeId type);

}  // namespace elle::lang
