// C enums: define-enum, enum-name.
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/script_types.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/arguments.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

// What gcc and clang choose for these constants: unsigned int where it will do, then int, then the same of long.
Result<TypeId> underlying_type(Runtime& runtime, const std::vector<Value>& values) {
  int64_t low = 0;
  uint64_t high = 0;
  for (Value value : values) {
    const bool negative = value.is(Tag::kInteger) && value.integer < 0;
    low = negative ? std::min(low, value.integer) : low;
    high = negative ? high : std::max(high, value.natural);
  }
  if (low == 0) return core::type_of(high <= UINT32_MAX ? TypeKind::kUnsignedInt : TypeKind::kUnsignedLong);
  if (low >= INT32_MIN && high <= INT32_MAX) return core::type_of(TypeKind::kInt);
  if (high <= INT64_MAX) return core::type_of(TypeKind::kLong);
  return runtime.fail(ErrorKind::kRange, "No C integer type holds all constants of the enum.");
}

// Adds the value to `values`, of which it still says whether it is negative.
Result<core::EnumConstant> enum_constant(Runtime& runtime, Value item, std::vector<Value>* values) {
  std::vector<Value> parts;
  const bool pair = sequence_items(item, &parts) && parts.size() == 2 && parts[0].is(Tag::kSymbol);
  if (!pair || !(parts[1].is(Tag::kInteger) || parts[1].is(Tag::kNatural)))
    return runtime.fail({ErrorKind::kType,
                         fmt::format("{} is not an enum constant.", print_short(runtime.views, item)),
                         "Write NAME, or (NAME value) with a whole number that C can hold.",
                         {{"expected", "an enum constant"}, {"got", print_short(runtime.views, item)}}});
  values->push_back(parts[1]);
  return core::EnumConstant{std::string(parts[0].as<Symbol>()->view()), parts[1].natural};
}

// (define-enum-type 'Color (list (list 'RED 0) …)): what define-enum expands to.
Result<Value> define_enum_type(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const std::string_view name = TRY(Arguments(runtime, args).symbol(0))->view();
  std::vector<Value> items, values;
  if (!sequence_items(args[1], &items)) return runtime.wrong_c_argument(args, 1, "a list of constants");
  std::vector<core::EnumConstant> constants;
  for (Value item : items) {
    constants.push_back(TRY(enum_constant(runtime, item, &values)));
  }
  const TypeId underlying = TRY(underlying_type(runtime, values));
  const TypeId type = bridge.types.declare_enum(name, underlying);
  bridge.types.define_enum(type, underlying, std::move(constants));
  bridge.script_types.define(name, type);
  return type_value(bridge, type);
}

// (enum-name Color 1): GREEN.
Result<Value> enum_name(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const TypeId type = TRY(type_from(bridge, args[0]));
  const core::EnumType* enumeration = TRY(runtime.lift(bridge.types.complete_enum(type)));
  if (!args[1].is_integer()) return runtime.wrong_c_argument(args, 1, "an integer");
  if (args[1].is(Tag::kBigInt)) return nil();
  for (const core::EnumConstant& constant : enumeration->constants)
    if (constant.value == args[1].natural) return runtime.symbol(constant.name);
  return nil();
}

constexpr BuiltinEntry kEnumBuiltins[] = {
    {"define-enum-type", 2, 2, define_enum_type, "(define-enum-type name constants)",
     "A new enum type. Written (define-enum Name CONSTANT (CONSTANT value)…)."},
    {"enum-name", 2, 2, enum_name, "(enum-name Enum value)",
     "The name of the enum's first constant with this value, a symbol; nil when there is none."},
};

}  // namespace

void define_enum_builtins(Runtime& runtime) { runtime.define_builtins(kEnumBuiltins); }

}  // namespace elle::lang
