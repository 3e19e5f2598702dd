#include "lang/bridge/names.h"

#include <algorithm>
#include <cctype>

#include "core/base/text.h"
#include "core/declarations/folded_name.h"

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"
#include "lang/bridge/long_double.h"
#include "lang/bridge/macro_calls.h"
#include "lang/bridge/qualified_name.h"
#include "lang/bridge/types.h"
#include "lang/number/number.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::MacroValue;

namespace {

constexpr core::Kinds kValues = core::kOrdinaryNames | core::kMacros | core::kTags;

std::string place_text(const Declaration& declaration) {
  const core::Place place = declaration.place();
  return place.file.empty() ? "the compiler" : fmt::format("{}:{}", place.file, place.line);
}

// A name in lower case without `_` may be the Lisp spelling of a function.
bool is_lisp_spelling(std::string_view name) {
  for (char c : name)
    if (c == '_' || (c >= 'A' && c <= 'Z')) return false;
  return true;
}

}  // namespace

std::string lisp_spelling(std::string_view name) {
  std::string spelling;
  for (size_t i = 0; i < name.size(); i++) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool upper = std::isupper(c);
    // A word starts at a capital after a small letter, and at the last of several capitals before a small one.
    const bool after_small = i > 0 && (std::islower(static_cast<unsigned char>(name[i - 1])) ||
                                       std::isdigit(static_cast<unsigned char>(name[i - 1])));
    const bool before_small = i > 0 && i + 1 < name.size() && std::isupper(static_cast<unsigned char>(name[i - 1])) &&
                              std::islower(static_cast<unsigned char>(name[i + 1]));
    if (upper && (after_small || before_small) && !spelling.empty() && spelling.back() != '-') spelling += '-';
    spelling += c == '_' ? '-' : static_cast<char>(std::tolower(c));
  }
  return spelling;
}

std::optional<Declaration> Names::find(const LoadedLibrary& library, std::string_view name) {
  if (!library.file) return std::nullopt;
  if (auto exact = library.file->find(name, kValues)) return exact;
  if (name.size() > 1 && name.back() == '!') return find(library, name.substr(0, name.size() - 1));
  if (!is_lisp_spelling(name)) return std::nullopt;
  std::optional<Declaration> best;
  for (const Declaration& candidate :
       library.file->find_folded(name, core::Kinds(DeclarationKind::kFunction) | core::kMacros)) {
    if (candidate.kind() == DeclarationKind::kMacro && candidate.macro_value() != MacroValue::kFunctionAlias &&
        candidate.macro_value() != MacroValue::kFunctionLike)
      continue;
    if (!best || (lisp_spelling(candidate.name()) == name && lisp_spelling(best->name()) != name)) best = candidate;
  }
  return best;
}

std::optional<Names::Found> Names::find_anywhere(std::string_view full) {
  const QualifiedName qualified(full);
  for (size_t i = bridge_.libraries.size(); i-- > 0;) {
    LoadedLibrary& library = bridge_.libraries[i];
    if (!qualified.reaches(library)) continue;
    if (auto declaration = find(library, qualified.name)) return Found{&library, *declaration};
  }
  return std::nullopt;
}

NameResolver::Resolution Names::resolve(Symbol* symbol) {
  std::optional<Found> found = find_anywhere(symbol->view());
  if (!found) return {};
  const Declaration& declaration = found->declaration;
  const bool varies =
      (declaration.kind() == DeclarationKind::kVariable && declaration.constant_kind() == MacroValue::kNotExpression) ||
      (declaration.kind() == DeclarationKind::kMacro && declaration.macro_value() == MacroValue::kExpression);
  return {value_of(*found->library, declaration), !varies};
}

std::vector<std::string> Names::nearest(std::string_view full, size_t limit) {
  std::vector<std::string> names;
  const QualifiedName qualified(full);
  const std::string_view name = qualified.name;
  const bool lisp = is_lisp_spelling(name);
  std::string c_name(name);
  for (char& c : c_name)
    if (c == '-') c = '_';
  for (const LoadedLibrary& library : bridge_.libraries) {
    if (!library.file || !qualified.reaches(library)) continue;
    for (std::string_view near : library.file->nearest(c_name, limit)) {
      const bool respell = lisp && library.file->find(near, DeclarationKind::kFunction);
      names.push_back(std::string(full.substr(0, full.size() - name.size())) +
                      (respell ? lisp_spelling(near) : std::string(near)));
    }
  }
  return names;
}

std::vector<std::string> Names::nearest_types(std::string_view name, size_t limit) {
  core::NearestNames nearest(name, limit);
  for (const LoadedLibrary& library : bridge_.libraries) {
    if (!library.file) continue;
    for (std::string_view near : library.file->nearest(name, limit, DeclarationKind::kTypedef | core::kTags))
      nearest.offer(near);
  }
  for (const auto& [own, type] : bridge_.script_types) nearest.offer(own);
  std::vector<std::string> names;
  for (std::string_view near : nearest.take())
    if (std::ranges::find(names, near) == names.end()) names.emplace_back(near);
  return names;
}

core::Result<core::TypeId> Names::find_type(std::string_view name, core::Kinds kinds) {
  for (size_t i = bridge_.libraries.size(); i-- > 0;) {
    const LoadedLibrary& library = bridge_.libraries[i];
    if (!library.file) continue;
    if (auto declaration = library.file->find(name, kinds)) return library.types->named(*declaration);
    // #define PCRE2_SIZE size_t
    auto macro = library.file->find(name, core::kMacros);
    if (macro && macro->macro_value() == MacroValue::kTypeAlias) return library.types->load(macro->type());
  }
  return core::kNoType;
}

Result<Value> Names::value_of(LoadedLibrary& library, const Declaration& declaration) {
  if (!declaration.reason().empty())
    return bridge_.runtime.fail(ErrorKind::kHeader,
                                fmt::format("`{}` of {} could not be taken: {}.", declaration.name(),
                                            place_text(declaration), declaration.reason()));
  if (declaration.unavailable())
    return bridge_.runtime.fail(ErrorKind::kHeader, fmt::format("`{}` cannot be used: {} says that it is unavailable.",
                                                                declaration.name(), place_text(declaration)));
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
  return bridge_.runtime.fail(ErrorKind::kHeader, fmt::format("`{}` has no value.", declaration.name()));
}

Result<Value> Names::enum_constant_value(const LoadedLibrary& library, const Declaration& constant) {
  const int64_t bits = constant.constant_value();
  if (constant.constant_is_unsigned() && bits < 0) return natural(static_cast<uint64_t>(bits));
  return enum_integer(bits, TRY(bridge_.runtime.lift(library.types->named(constant.constant_owner()))));
}

Result<void*> Names::address_of(LoadedLibrary& library, const Declaration& declaration) {
  const bool header_only =
      declaration.kind() == DeclarationKind::kFunction ? declaration.header_only() : declaration.is_static();
  if (!header_only)
    if (void* address = exported_address(library, declaration.symbol())) return address;
  if (core::HeaderAddresses::may_have(declaration))
    return bridge_.runtime.lift(library.header_addresses->find(declaration));
  return missing_symbol(library, declaration);
}

void* Names::exported_address(const LoadedLibrary& library, std::string_view symbol) {
  if (library.library)
    if (void* address = library.library->find_symbol(symbol)) return address;
  for (const LoadedLibrary& other : bridge_.libraries)
    if (other.library && &other != &library)
      if (void* address = other.library->find_symbol(symbol)) return address;
  return core::Library::self()->find_symbol(symbol);
}

Failed Names::missing_symbol(const LoadedLibrary& library, const Declaration& declaration) {
  const std::string where = library.library ? library.library->name() : "the program";
  return bridge_.runtime.fail(
      ErrorKind::kSymbol,
      fmt::format("`{}` is declared at {}, but {} does not export it.", declaration.name(), place_text(declaration),
                  where),
      "It may need another library, or a newer one than is installed; load that one with (load-library \"…\").");
}

Result<Value> Names::function_value(LoadedLibrary& library, const Declaration& declaration) {
  void* address = TRY(address_of(library, declaration));
  const core::TypeId type = TRY(bridge_.runtime.lift(library.types->function(declaration)));
  std::vector<std::string> parameters;
  for (uint32_t i = 0; i < declaration.parameter_count(); i++) parameters.emplace_back(declaration.parameter(i).name);
  return bridge_.make_native_function(std::string(declaration.name()), address, TRY(bridge_.plan(type)),
                                      std::move(parameters));
}

Result<Value> Names::address_value(LoadedLibrary& library, const Declaration& declaration) {
  const core::TypeId type = TRY(bridge_.runtime.lift(library.types->load(declaration.type())));
  return pointer(TRY(address_of(library, declaration)), bridge_.types.pointer_to(type));
}

// "text" is a string; ((const GVariantType *) "b") is a pointer to the text, of that type.
Result<Value> Names::text_value(std::string_view text, core::TypeId type) {
  const bool is_text =
      bridge_.types.kind_of(type) != core::TypeKind::kPointer ||
      core::scalar_class(bridge_.types.scalar_kind(bridge_.types.element_of(type))) == core::ScalarClass::kCharacter;
  if (is_text) return text_or_bytes(bridge_.runtime, text);
  return pointer(bridge_.constant_text(text), type);
}

Result<Value> Names::constant_value(LoadedLibrary& library, const Declaration& declaration, MacroValue kind) {
  if (kind == MacroValue::kExpression) return run_time_value(library, declaration);
  if (kind == MacroValue::kFunctionLike) return bridge_.make_macro_function(library, declaration);
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
  return MacroValues(bridge_, library).constant(folded);
}

// GTK_TYPE_BUTTON, stdout, errno: evaluated at each mention.
Result<Value> Names::run_time_value(LoadedLibrary& library, const Declaration& declaration) {
  if (declaration.kind() != DeclarationKind::kMacro) return no_value(declaration);
  return bridge_.macros_of(library).call_of(bridge_, library, declaration).run(Args{nullptr, 0});
}

Failed Names::no_value(const Declaration& declaration) {
  const std::string name = fmt::format("`{}` of {}", declaration.name(), place_text(declaration));
  switch (declaration.macro_value()) {
    case MacroValue::kEmpty:
      return bridge_.runtime.fail(ErrorKind::kHeader, fmt::format("The macro {} is empty: it has no value.", name));
    case MacroValue::kNotExpression:
      return bridge_.runtime.fail(ErrorKind::kHeader,
                                  fmt::format("The macro {} has no value: {}.", name, declaration.macro_text()));
    default:
      break;
  }
  return bridge_.runtime.fail(ErrorKind::kHeader, fmt::format("{} has no value.", name));
}

}  // namespace elle::lang
