#include "lang/bridge/macro_values.h"

#include "core/macros/expander.h"
#include "core/macros/expression.h"

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"
#include "lang/bridge/long_double.h"
#include "lang/bridge/macro_calls.h"
#include "lang/bridge/types.h"
#include "lang/number/number.h"

namespace elle::lang {

using core::MacroValue;
using core::TypeId;
using core::TypeKind;
using core::macros::Residue;
using core::macros::ResidueKind;

LibraryMacros::LibraryMacros(core::TypeTable& table, core::TypeLoader& types,
                             std::shared_ptr<const core::DeclarationsFile> file)
    : macros(std::move(file)), scope(table, types) {}

LibraryMacros::~LibraryMacros() = default;

MacroCall& LibraryMacros::call_of(Bridge& bridge, LoadedLibrary& library, const core::Declaration& macro) {
  std::unique_ptr<MacroCall>& call = calls[macro.index()];
  if (!call) call = std::make_unique<MacroCall>(bridge, library, macro);
  return *call;
}

void LibraryMacros::move_to(LoadedLibrary& library) {
  for (auto& [index, call] : calls) call->move_to(library);
}

Result<Value> MacroValues::evaluate(std::vector<core::macros::Token> tokens) {
  LibraryMacros& macros = bridge_.macros_of(library_);
  core::macros::Expander expander(macros.macros);
  auto expanded = expander.expand(std::move(tokens));
  if (!expanded) return make_value(Tag::kUnbound, 0);
  return value(core::macros::evaluate(macros.scope, *expanded));
}

Result<Value> MacroValues::value(const core::macros::Value& folded) {
  if (folded.residue) return rest(*folded.residue);
  return constant(folded);
}

Result<Value> MacroValues::constant(const core::macros::Value& folded) {
  switch (folded.kind) {
    case MacroValue::kInteger:
      if (bridge_.types.kind_of(folded.type) == TypeKind::kBool) return boolean(folded.bits != 0);
      return bridge_.types.is_signed(folded.type) ? integer(static_cast<int64_t>(folded.bits)) : natural(folded.bits);
    case MacroValue::kFloating:
      if (bridge_.types.kind_of(folded.type) == TypeKind::kLongDouble)
        return long_double_value(bridge_.runtime, folded.real);
      return real(static_cast<double>(folded.real));
    case MacroValue::kString:
      return bridge_.names.text_value(folded.text, folded.type);
    case MacroValue::kPointer:
      return pointer(reinterpret_cast<const void*>(folded.bits), folded.type);
    case MacroValue::kFunctionAlias:
      return bridge_.names.value_of(library_, TRY(declaration(folded.text)));
    case MacroValue::kTypeAlias:
      return type_value(bridge_, folded.type);
    default:
      return make_value(Tag::kUnbound, 0);
  }
}

Result<core::Declaration> MacroValues::declaration(const std::string& name) {
  if (auto found = library_.file->find(name, core::kOrdinaryNames | core::kMacros)) return *found;
  return bridge_.runtime.fail(ErrorKind::kHeader, fmt::format("`{}` is not declared by {}.", name, library_.header));
}

Result<Value> MacroValues::rest(const Residue& residue) {
  switch (residue.kind) {
    case ResidueKind::kArgument:
      return arguments_[residue.index];
    case ResidueKind::kVariable:
      return bridge_.names.value_of(library_, TRY(declaration(residue.name)));
    case ResidueKind::kAddress:
      return bridge_.names.address_value(library_, TRY(declaration(residue.name)));
    case ResidueKind::kCall:
      return call(residue);
    case ResidueKind::kCast:
      return cast(residue.type, TRY(value(residue.operands[0])));
    case ResidueKind::kDereference:
      break;
  }
  return dereference(TRY(value(residue.operands[0])));
}

// Each operand may be a call that runs Lisp, so those before it are kept by a vector that the collector knows.
Result<Value> MacroValues::call(const Residue& residue) {
  Rooted function(bridge_.runtime, TRY(bridge_.names.value_of(library_, TRY(declaration(residue.name)))));
  Rooted operands(bridge_.runtime, bridge_.runtime.vector(std::vector<Value>(residue.operands.size(), nil())));
  auto* items = operands.value.as<Vector>();
  for (size_t i = 0; i < residue.operands.size(); i++) items->items[i] = TRY(value(residue.operands[i]));
  return bridge_.vm.call(function.value, std::span<const Value>(items->items, residue.operands.size()));
}

// What C's cast does to numbers and pointers. Texts, functions and collections stay what they are: the parameter they
// are passed to says what becomes of them.
Result<Value> MacroValues::cast(TypeId type, Value value) {
  const TypeKind kind = bridge_.types.kind_of(type);
  if (kind == TypeKind::kVoid) return nil();
  if (kind == TypeKind::kPointer) {
    if (value.is(Tag::kInteger) || value.is(Tag::kPointer)) return pointer(value.address, type);
    if (!value.is(Tag::kAllocation)) return value;
    return pointer(TRY(bridge_.views.place_of(value, "the macro's cast")).address, type);
  }
  if (value.is_nil()) value = integer(0);
  if (value.is(Tag::kPointer)) value = integer(value.integer);
  const bool number = value.is_number() || value.is(Tag::kTrue) || value.is(Tag::kFalse);
  return number ? cast_number(bridge_, type, value) : value;
}

Result<Value> MacroValues::dereference(Value value) {
  Memory place = TRY(bridge_.views.place_of(value, "the macro's `*`"));
  return read_value(bridge_, place.type, place.address, place.owner);
}

}  // namespace elle::lang
