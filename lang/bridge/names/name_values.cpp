// Each kind of declaration becomes a value in its own way; a failure says why there is none.
#include "lang/bridge/names/name_values.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/types/type_table.h"

#include "lang/bridge/call/native_functions.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/wide_floats.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/macro_calls.h"
#include "lang/bridge/names/macro_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;
using core::TypeKind;

namespace {

std::string place_text(const Declaration& declaration) {
  const std::string text = declaration.place().text();
  return text.empty() ? "the compiler" : text;
}

}  // namespace

bool NameValues::is_computed(const Declaration& declaration) {
  return declaration.kind() == DeclarationKind::kMacro && declaration.macro_value() == MacroValue::kExpression;
}

Result<Value> NameValues::value_of(VM& vm, LoadedLibrary& library, const Declaration& declaration) {
  if (!is_computed(declaration) || !declaration.reason().empty()) return known_value(library, declaration);
  return macros_of(bridge_, library).call_of(bridge_, library, declaration).run(vm, Args{nullptr, 0});
}

Result<Value> NameValues::known_value(LoadedLibrary& library, const Declaration& declaration) {
  if (!declaration.reason().empty())
    return unusable(declaration, fmt::format("`{}` of {} could not be taken: {}.", declaration.name(),
                                             place_text(declaration), declaration.reason()));
  if (declaration.unavailable())
    return unusable(declaration, fmt::format("`{}` cannot be used: {} says that it is unavailable.", declaration.name(),
                                             place_text(declaration)));
  switch (declaration.kind()) {
    case DeclarationKind::kFunction:
      return function_value(library, declaration);
    case DeclarationKind::kVariable:
      return variable_value(library, declaration);
    case DeclarationKind::kMacro:
      return constant_value(library, declaration, declaration.macro_value());
    case DeclarationKind::kEnumConstant:
      return enum_constant_value(library, declaration);
    case DeclarationKind::kTypedef:
    case DeclarationKind::kRecord:
    case DeclarationKind::kEnum:
      return type_value(bridge_, TRY(bridge_.runtime.lift(library.types->named(declaration))));
    default:
      break;
  }
  return unusable(declaration, fmt::format("`{}` has no value.", declaration.name()));
}

// The header has the name, and nothing can be done with it.
Failed NameValues::unusable(const Declaration& declaration, std::string message) {
  return bridge_.runtime.fail(
      {ErrorKind::kHeader,
       std::move(message),
       "",
       {{"path", std::string(declaration.place().file)}, {"symbol", std::string(declaration.name())}}});
}

Result<Value> NameValues::enum_constant_value(const LoadedLibrary& library, const Declaration& constant) {
  const int64_t bits = constant.constant_value();
  if (constant.constant_is_unsigned() && bits < 0) return natural(static_cast<uint64_t>(bits));
  return enum_integer(bits, TRY(bridge_.runtime.lift(library.types->named(constant.constant_owner()))));
}

Result<void*> NameValues::address_of(LoadedLibrary& library, const Declaration& declaration) {
  const bool header_only =
      declaration.kind() == DeclarationKind::kFunction ? declaration.header_only() : declaration.is_static();
  if (!header_only)
    if (void* address = exported_address(library, declaration.symbol())) return address;
  if (core::HeaderAddresses::may_have(declaration))
    return bridge_.runtime.lift(library.header_addresses->find(declaration));
  return missing_symbol(library, declaration);
}

void* NameValues::exported_address(const LoadedLibrary& library, std::string_view symbol) {
  if (library.library)
    if (void* address = library.library->find_symbol(symbol)) return address;
  for (const LoadedLibrary& other : bridge_.libraries.loaded)
    if (other.library && &other != &library)
      if (void* address = other.library->find_symbol(symbol)) return address;
  return core::Library::self()->find_symbol(symbol);
}

Failed NameValues::missing_symbol(const LoadedLibrary& library, const Declaration& declaration) {
  const std::string where = library.library ? library.library->name() : "the program";
  return bridge_.runtime.fail(
      {ErrorKind::kSymbol,
       fmt::format("`{}` is declared at {}, but {} does not export it.", declaration.name(), place_text(declaration),
                   where),
       "It may need another library, or a newer one than is installed; load that one with (load-library \"…\").",
       {{"symbol", std::string(declaration.name())}, {"library", where}}});
}

Result<Value> NameValues::function_value(LoadedLibrary& library, const Declaration& declaration) {
  void* address = TRY(address_of(library, declaration));
  const core::TypeId type = TRY(bridge_.runtime.lift(library.types->function(declaration)));
  std::vector<std::string> parameters;
  for (uint32_t i = 0; i < declaration.parameter_count(); i++) parameters.emplace_back(declaration.parameter(i).name);
  return bridge_.functions.make(std::string(declaration.name()), address, TRY(plan_of(bridge_, type)),
                                std::move(parameters));
}

Result<Value> NameValues::address_value(LoadedLibrary& library, const Declaration& declaration) {
  const core::TypeId type = TRY(bridge_.runtime.lift(library.types->load(declaration.type())));
  return pointer(TRY(address_of(library, declaration)), bridge_.types.pointer_to(type));
}

// "text" is a string; ((const GVariantType *) "b") is a pointer to the text, of that type.
Result<Value> NameValues::text_value(std::string_view text, core::TypeId type) {
  const bool is_text =
      bridge_.types.kind_of(type) != core::TypeKind::kPointer ||
      core::scalar_class(bridge_.types.scalar_kind(bridge_.types.element_of(type))) == core::ScalarClass::kCharacter;
  if (is_text) return text_or_bytes(bridge_.runtime, text);
  return pointer(constant_texts_.emplace(text).first->c_str(), type);
}

Result<Value> NameValues::constant_value(LoadedLibrary& library, const Declaration& declaration, MacroValue kind) {
  if (kind == MacroValue::kExpression) return no_value(declaration);
  if (kind == MacroValue::kFunctionLike)
    return bridge_.functions.make_value(call_macro, macros_of(bridge_, library).call_of(bridge_, library, declaration),
                                        declaration.name());
  if (kind == MacroValue::kEmpty || kind == MacroValue::kNotExpression) return no_value(declaration);
  core::macros::Value folded;
  folded.kind = kind;
  folded.text = declaration.macro_text();
  if (kind != MacroValue::kFunctionAlias)
    folded.type = TRY(bridge_.runtime.lift(library.types->load(declaration.type())));
  if (kind == MacroValue::kFloating)
    folded.real = parse_long_double(declaration.macro_text()).value_or(declaration.macro_double());
  else
    folded.bits = declaration.macro_bits();
  return constant(library, folded);
}

Result<Value> NameValues::constant(LoadedLibrary& library, const core::macros::Value& folded) {
  switch (folded.kind) {
    case MacroValue::kInteger:
      if (bridge_.types.kind_of(folded.type) == TypeKind::kBool) return boolean(folded.bits != 0);
      return bridge_.types.is_signed(folded.type) ? integer(static_cast<int64_t>(folded.bits)) : natural(folded.bits);
    case MacroValue::kFloating:
      if (bridge_.types.kind_of(folded.type) == TypeKind::kLongDouble)
        return long_double_value(bridge_.runtime, folded.real);
      return real(static_cast<double>(folded.real));
    case MacroValue::kString:
      return text_value(folded.text, folded.type);
    case MacroValue::kPointer:
      return pointer(reinterpret_cast<const void*>(folded.bits), folded.type);
    case MacroValue::kFunctionAlias:
      return known_value(library, TRY(declared(library, folded.text)));
    case MacroValue::kTypeAlias:
      return type_value(bridge_, folded.type);
    default:
      return make_value(Tag::kUnbound, 0);
  }
}

Result<core::Declaration> NameValues::declared(const LoadedLibrary& library, const std::string& name) {
  if (auto found = library.file->find(name, core::kOrdinaryNames | core::kMacros)) return *found;
  return bridge_.runtime.fail({ErrorKind::kHeader,
                               fmt::format("`{}` is not declared by {}.", name, library.header),
                               "",
                               {{"path", library.header}, {"symbol", name}}});
}

Failed NameValues::no_value(const Declaration& declaration) {
  const std::string name = fmt::format("`{}` of {}", declaration.name(), place_text(declaration));
  switch (declaration.macro_value()) {
    case MacroValue::kEmpty:
      return unusable(declaration, fmt::format("The macro {} is empty: it has no value.", name));
    case MacroValue::kNotExpression:
      return unusable(declaration, fmt::format("The macro {} has no value: {}.", name, declaration.macro_text()));
    default:
      break;
  }
  return unusable(declaration, fmt::format("{} has no value.", name));
}

}  // namespace elle::lang
