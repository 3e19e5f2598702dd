// What folding leaves over (core/macros calls it a residue) is run as if a script had written it: calls go by VM::call
// and may collect, so what was worked out before them is rooted.
#include "lang/bridge/names/macro_values.h"

#include "core/macros/expander.h"
#include "core/macros/expression.h"
#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/memory/views.h"
#include "lang/bridge/names/macro_calls.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"
#include "lang/vm/vm.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;
using core::macros::Residue;
using core::macros::ResidueKind;

LibraryMacros::LibraryMacros(core::TypeTable& table, core::TypeLoader& types,
                             std::shared_ptr<const core::DeclarationsFile> file)
    : macros(std::move(file)), scope(table, types) {}

LibraryMacros::~LibraryMacros() = default;

MacroCall& LibraryMacros::call_of(BridgeContext& bridge, LoadedLibrary& library, const core::Declaration& macro) {
  std::unique_ptr<MacroCall>& call = calls[macro.index()];
  if (!call) call = std::make_unique<MacroCall>(bridge, library, macro);
  return *call;
}

LibraryMacros& macros_of(BridgeContext& bridge, LoadedLibrary& library) {
  if (!library.macros) library.macros = std::make_shared<LibraryMacros>(bridge.types, *library.types, library.file);
  return *library.macros;
}

void LibraryMacros::move_to(LoadedLibrary& library) {
  for (auto& [index, call] : calls) call->move_to(library);
}

Result<Value> MacroValues::evaluate(std::vector<core::macros::Token> tokens) {
  LibraryMacros& macros = macros_of(bridge_, library_);
  core::macros::Expander expander(macros.macros);
  auto expanded = expander.expand(std::move(tokens));
  if (!expanded) return make_value(Tag::kUnbound, 0);
  return value(core::macros::evaluate(macros.scope, *expanded));
}

Result<Value> MacroValues::value(const core::macros::Value& folded) {
  if (folded.residue) return rest(*folded.residue);
  return bridge_.name_values.constant(library_, folded);
}

Result<Value> MacroValues::rest(const Residue& residue) {
  switch (residue.kind) {
    case ResidueKind::kArgument:
      return arguments_[residue.index];
    case ResidueKind::kVariable:
      return bridge_.name_values.value_of(vm_, library_, TRY(bridge_.name_values.declared(library_, residue.name)));
    case ResidueKind::kAddress:
      return bridge_.name_values.address_value(library_, TRY(bridge_.name_values.declared(library_, residue.name)));
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
  Rooted function(bridge_.runtime, TRY(bridge_.name_values.value_of(
                                       vm_, library_, TRY(bridge_.name_values.declared(library_, residue.name)))));
  Rooted operands(bridge_.runtime, bridge_.runtime.vector(std::vector<Value>(residue.operands.size(), nil())));
  auto* items = operands.value.as<Vector>();
  for (size_t i = 0; i < residue.operands.size(); i++) items->items[i] = TRY(value(residue.operands[i]));
  return vm_.call(function.value, std::span<const Value>(items->items, residue.operands.size()));
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
