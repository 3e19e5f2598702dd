// Lists have hundreds of these: a summary makes no type but those it names, and runs nothing.
#include "lang/bridge/names/declaration_summary.h"

#include "core/types/type_table.h"

#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/prototype.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/text/unicode.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;

namespace {

// Longer constants and macro bodies say nothing more at a glance.
constexpr size_t kLongest = 200;

std::string macro_head(const Declaration& macro) {
  std::string text(macro.name());
  for (uint32_t i = 0; i < macro.macro_parameter_count(); i++)
    text += fmt::format("{}{}", i ? ", " : "(", macro.macro_parameter(i));
  return text + (macro.macro_parameter_count() ? ")" : "()");
}

std::string macro_summary(BridgeContext& bridge, LoadedLibrary& library, const Declaration& macro) {
  switch (macro.macro_value()) {
    case MacroValue::kFunctionLike:
      return macro_head(macro);
    case MacroValue::kEmpty:
      return "empty";
    case MacroValue::kInteger:
    case MacroValue::kFloating:
    case MacroValue::kString:
      if (auto value = bridge.name_values.known_value(library, macro); value.ok())
        return "= " + print_short(bridge.runtime.views, value.value(), kLongest);
      return std::string(macro.macro_body());
    default:
      return cut_to_width(macro.macro_body(), kLongest);
  }
}

std::string constant_summary(const Declaration& constant) {
  const std::string value = constant.constant_is_unsigned()
                                ? fmt::format("= {}", static_cast<uint64_t>(constant.constant_value()))
                                : fmt::format("= {}", constant.constant_value());
  const std::string_view owner = constant.constant_owner().name();
  return owner.empty() ? value : fmt::format("{}, {}", value, owner);
}

// What a typedef names; of an enum or record without a name of its own, what there is to say of it.
std::string alias_summary(BridgeContext& bridge, core::TypeId type) {
  const core::TypeKind kind = bridge.types[type].kind;
  if (kind == core::TypeKind::kEnum && bridge.types.enumeration(type).tag.empty())
    if (auto enumeration = bridge.types.complete_enum(type); enumeration.ok())
      return fmt::format("enum of {} constants", enumeration.value()->constants.size());
  if (kind == core::TypeKind::kRecord && bridge.types.record(type).tag.empty())
    if (auto record = bridge.types.complete_record(type); record.ok())
      return fmt::format("{}, {} bytes", record.value()->kind == core::RecordKind::kUnion ? "union" : "struct",
                         record.value()->layout.size);
  return bridge.types.text(type);
}

std::string type_summary(BridgeContext& bridge, const LoadedLibrary& library, const Declaration& declaration) {
  if (declaration.kind() == DeclarationKind::kEnum)
    return fmt::format("enum of {} constants", declaration.constant_count());
  if (declaration.kind() == DeclarationKind::kRecord) {
    const std::string_view kind = declaration.is_union() ? "union" : "struct";
    return declaration.opaque() ? fmt::format("{}, opaque", kind)
                                : fmt::format("{}, {} bytes", kind, declaration.size());
  }
  auto named = library.types->load(declaration.type());
  return named.ok() ? alias_summary(bridge, named.value()) : std::string();
}

}  // namespace

std::string_view use_of(const Declaration& declaration) {
  switch (declaration.kind()) {
    case DeclarationKind::kFunction:
      return "function";
    case DeclarationKind::kVariable:
      return declaration.constant_kind() == MacroValue::kNotExpression ? "variable" : "constant";
    case DeclarationKind::kEnumConstant:
      return "constant";
    case DeclarationKind::kMacro:
      break;
    default:
      return "type";
  }
  switch (declaration.macro_value()) {
    case MacroValue::kFunctionAlias:
      return "function";
    case MacroValue::kTypeAlias:
      return "type";
    case MacroValue::kFunctionLike:
    case MacroValue::kEmpty:
    case MacroValue::kNotExpression:
      return "macro";
    default:
      return "constant";
  }
}

std::string lisp_name(const Declaration& declaration) {
  const bool called =
      declaration.kind() == DeclarationKind::kFunction ||
      (declaration.kind() == DeclarationKind::kMacro && (declaration.macro_value() == MacroValue::kFunctionLike ||
                                                         declaration.macro_value() == MacroValue::kFunctionAlias));
  return called ? lisp_spelling(declaration.name()) : std::string(declaration.name());
}

std::string prototype_of(BridgeContext& bridge, const LoadedLibrary& library, const Declaration& function) {
  auto type = library.types->function(function);
  if (!type.ok()) return std::string(function.name());
  return prototype_text(bridge.types, function.name(), type.value(), parameter_names(function));
}

std::string declaration_summary(BridgeContext& bridge, LoadedLibrary& library, const Declaration& declaration) {
  switch (declaration.kind()) {
    case DeclarationKind::kFunction:
      return prototype_of(bridge, library, declaration);
    case DeclarationKind::kEnumConstant:
      return constant_summary(declaration);
    case DeclarationKind::kMacro:
      return macro_summary(bridge, library, declaration);
    case DeclarationKind::kVariable: {
      auto type = library.types->load(declaration.type());
      return type.ok() ? bridge.types.text(type.value(), declaration.name()) : std::string();
    }
    default:
      return type_summary(bridge, library, declaration);
  }
}

}  // namespace elle::lang
