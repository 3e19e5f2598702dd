// Signatures are read off declarations, plans and types as they stand. No symbol is looked up: how something is called
// can be shown when it cannot be used, with the reason.
#include "lang/bridge/ask/c_signature.h"

#include "core/types/type_table.h"

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/prototype.h"
#include "lang/bridge/types/types.h"
#include "lang/value/native_function.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;
using core::TypeId;
using core::TypeKind;

namespace {

CSignature function_signature(BridgeContext& bridge, std::string_view name, TypeId function,
                              const std::vector<std::string>& names) {
  CSignature signature;
  std::vector<ParameterRange> ranges;
  signature.prototype = prototype_text(bridge.types, name, function, names, &ranges);
  const core::FunctionType& type = bridge.types.function_type(function);
  signature.variadic = type.variadic;
  signature.result = type.result;
  for (size_t i = 0; i < ranges.size(); i++) {
    const TypeId parameter = i < type.parameters.size() ? type.parameters[i] : core::kNoType;
    const bool after_pointer = i > 0 && bridge.types.kind_of(type.parameters[i - 1]) == TypeKind::kPointer;
    signature.parameters.push_back({ranges[i].begin, ranges[i].end, parameter,
                                    parameter && after_pointer && counts_items(bridge.types, parameter)});
  }
  return signature;
}

CSignature macro_signature(const Declaration& macro) {
  CSignature signature;
  signature.prototype = fmt::format("{}(", macro.name());
  for (uint32_t i = 0; i < macro.macro_parameter_count(); i++) {
    if (i > 0) signature.prototype += ", ";
    const size_t begin = signature.prototype.size();
    signature.prototype += macro.macro_parameter(i);
    signature.parameters.push_back({begin, signature.prototype.size(), core::kNoType, false});
    signature.variadic = macro.macro_parameter(i).ends_with("...");
  }
  signature.prototype += ')';
  return signature;
}

std::string note_on(const Declaration& declaration) {
  if (!declaration.reason().empty()) return std::string(declaration.reason());
  if (!declaration.deprecated()) return {};
  const std::string_view text = declaration.deprecated_text();
  return text.empty() ? "deprecated" : fmt::format("deprecated: {}", text);
}

std::optional<CSignature> signature_in(BridgeContext& bridge, LoadedLibrary& library, const Declaration& declaration) {
  if (declaration.kind() == DeclarationKind::kMacro) {
    if (declaration.macro_value() == MacroValue::kFunctionLike) return macro_signature(declaration);
    if (declaration.macro_value() != MacroValue::kFunctionAlias || declaration.macro_text() == declaration.name())
      return std::nullopt;
    const auto target = library.file->find(declaration.macro_text(), DeclarationKind::kFunction);
    return target ? signature_in(bridge, library, *target) : std::nullopt;
  }
  if (declaration.kind() == DeclarationKind::kVariable) {
    const auto type = library.types->load(declaration.type());
    return type.ok() ? c_signature_of_type(bridge, declaration.name(), type.value()) : std::nullopt;
  }
  if (declaration.kind() != DeclarationKind::kFunction) return std::nullopt;
  const auto type = library.types->function(declaration);
  if (!type.ok()) return std::nullopt;
  return function_signature(bridge, declaration.name(), type.value(), parameter_names(declaration));
}

}  // namespace

std::optional<CSignature> c_signature(BridgeContext& bridge, std::string_view name) {
  const auto found = find_name(bridge, name);
  if (!found) return std::nullopt;
  auto signature = signature_in(bridge, *found->library, found->declaration);
  if (signature) signature->note = note_on(found->declaration);
  return signature;
}

std::optional<CSignature> c_signature_of_type(BridgeContext& bridge, std::string_view name, CTypeId type) {
  const TypeId function = type ? bridge.types.function_of(type) : core::kNoType;
  return function ? std::optional(function_signature(bridge, name, function, {})) : std::nullopt;
}

std::optional<CSignature> c_signature_of_value(BridgeContext& bridge, std::string_view name, Value value) {
  if (value.is(Tag::kPointer)) return c_signature_of_type(bridge, name, value.c_type());
  if (!value.is(Tag::kNativeFunction)) return std::nullopt;
  const NativeFunction& function = *value.as<NativeFunction>();
  const NativeCall* call = c_function(function);
  if (!call) return c_signature(bridge, function.name->view());
  return function_signature(bridge, call->name, call->plan->signature, call->parameter_names);
}

std::string about_parameter(BridgeContext& bridge, const CParameter& parameter) {
  constexpr size_t kMostShown = 8;
  if (!parameter.type) return {};
  const auto& types = bridge.types;
  if (types.kind_of(parameter.type) == TypeKind::kEnum) {
    const auto enumeration = bridge.types.complete_enum(parameter.type);
    std::string text;
    if (!enumeration.ok()) return text;
    const auto& constants = enumeration.value()->constants;
    for (size_t i = 0; i < constants.size() && i < kMostShown; i++)
      text += fmt::format("{}{}", i ? ", " : "", constants[i].name);
    return constants.size() > kMostShown ? text + ", …" : text;
  }
  const TypeId resolved = types.resolve(parameter.type);
  const bool says_more = !types.typedef_name(parameter.type).empty() && types.kind_of(resolved) != TypeKind::kRecord;
  return says_more ? fmt::format("{} is {}", types.typedef_name(parameter.type), types.text(resolved)) : std::string();
}

}  // namespace elle::lang
