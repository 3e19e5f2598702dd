// What is promised here must be what is done: names as find_names.h finds them, counts as call_native fills them in.
#include "lang/bridge/documentation/usage_text.h"

#include "core/base/file.h"
#include "core/library/library.h"
#include "core/types/type_table.h"

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;

namespace {

// Names as a script would write them; what has none is called by its place.
std::string argument_name(std::string_view name, uint32_t i) {
  while (name.starts_with('_')) name.remove_prefix(1);
  return name.empty() ? fmt::format("arg{}", i + 1) : lisp_spelling(name);
}

// Whether a number is called as a number of items is: `n`, `n_items`, `length`, `buf_size`.
bool is_called_count(std::string_view name) {
  while (name.starts_with('_')) name.remove_prefix(1);
  if (name == "n" || name.starts_with("n_") || name.starts_with("num")) return true;
  for (const std::string_view word : {"len", "Len", "size", "Size", "count", "Count", "bytes", "Byte"})
    if (name.find(word) != name.npos) return true;
  return false;
}

bool is_count(BridgeContext& bridge, core::TypeId type) {
  const core::TypeKind kind = bridge.types.scalar_kind(type);
  if (!core::is_scalar(kind) || names_boolean(bridge.types, type)) return false;
  const core::ScalarClass scalar = core::scalar_class(kind);
  return scalar == core::ScalarClass::kSigned || scalar == core::ScalarClass::kUnsigned;
}

// A count that call_native fills in when an array is passed: a number right behind a pointer.
std::string counts_text(BridgeContext& bridge, const LoadedLibrary& library, const Declaration& function) {
  auto type = library.types->function(function);
  if (!type.ok()) return {};
  const std::vector<core::TypeId>& parameters = bridge.types.function_type(type.value()).parameters;
  std::string text;
  for (uint32_t i = 0; i + 1 < parameters.size() && i + 1 < function.parameter_count(); i++) {
    const core::TypeId element = bridge.types.element_of(parameters[i]);
    const bool array = element != core::kNoType && bridge.types.kind_of(element) != core::TypeKind::kFunction;
    if (array && is_count(bridge, parameters[i + 1]) && is_called_count(function.parameter(i + 1).name))
      text += fmt::format(" {} may be left out after a vector, list, bytes or C array.",
                          argument_name(function.parameter(i + 1).name, i + 1));
  }
  return text;
}

}  // namespace

std::string usage_text(BridgeContext& bridge, const LoadedLibrary& library, const Declaration& declaration) {
  std::string text = fmt::format("In Lisp: ({}", lisp_spelling(declaration.name()));
  if (declaration.kind() == DeclarationKind::kMacro) {
    for (uint32_t i = 0; i < declaration.macro_parameter_count(); i++)
      text += fmt::format(" {}", declaration.macro_parameter(i));
    return text + ")";
  }
  for (uint32_t i = 0; i < declaration.parameter_count(); i++)
    text += " " + argument_name(declaration.parameter(i).name, i);
  if (declaration.variadic()) text += " …";
  const std::string counts = counts_text(bridge, library, declaration);
  return text + ")" + (counts.empty() ? "" : "." + counts);
}

std::string exporter_of(BridgeContext& bridge, const LoadedLibrary& library, const Declaration& declaration) {
  const bool symbol = (declaration.kind() == DeclarationKind::kFunction && !declaration.header_only()) ||
                      (declaration.kind() == DeclarationKind::kVariable && !declaration.is_static());
  if (!symbol) return {};
  const void* address = bridge.name_values.exported_address(library, declaration.symbol());
  return address ? std::string(core::file_name(core::file_with_address(address))) : std::string();
}

}  // namespace elle::lang
