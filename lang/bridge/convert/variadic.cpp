// Where no parameter says what C expects, the value itself must: it is passed as the type that it would have when
// written in C. The callee cannot check that. What has no such type is refused, and what needs another is given it by
// `as-c`.
#include "lang/bridge/convert/variadic.h"

#include <cstring>

#include "core/call/plan_cache.h"
#include "core/call/va_list.h"
#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/typed_argument.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

core::TypeId type_of_value(BridgeContext& bridge, Value value) {
  using core::TypeKind;
  switch (value.tag()) {
    case Tag::kInteger:
      return core::type_of(value.integer == static_cast<int32_t>(value.integer) ? TypeKind::kInt : TypeKind::kLong);
    case Tag::kNatural:
      return core::type_of(TypeKind::kUnsignedLong);
    case Tag::kTrue:
    case Tag::kFalse:
    case Tag::kCharacter:
      return core::type_of(TypeKind::kInt);
    case Tag::kDouble:
      return core::type_of(TypeKind::kDouble);
    case Tag::kString:
      return bridge.types.pointer_to(bridge.types.qualified(core::type_of(TypeKind::kChar), core::kConst));
    case Tag::kPointer:
      return value.c_type();
    case Tag::kAllocation:
      return bridge.types.pointer_to(value.c_type());
    case Tag::kNil:
    case Tag::kBytes:
    case Tag::kOpaque:
      return bridge.types.pointer_to(core::type_of(TypeKind::kVoid));
    default:
      return core::kNoType;
  }
}

}  // namespace

VariadicArgument variadic_argument(BridgeContext& bridge, Value value) {
  if (const auto* typed = typed_argument(value)) return {typed->type, typed->value};
  return {type_of_value(bridge, value), value};
}

Complaint no_variadic_type(BridgeContext& bridge, Value value) {
  return {ErrorKind::kConversion,
          fmt::format("{}, which cannot be passed for `...`", print_short(bridge.runtime.views, value)),
          value.is_function() ? "Make a C function of it: (make-c-callback f :args (…) :return …)."
                              : "Pass numbers, strings, pointers, structs or nil; give the C type with (as-c \"type\" "
                                "value)."};
}

Objection write_va_list(BridgeContext& bridge, Value values, Destination destination, const void** address) {
  if (!destination.during_call)
    return Complaint{ErrorKind::kConversion, "a va_list is made for a call only, and is gone after it", ""};
  std::vector<Value> items;
  sequence_items(values, &items);
  std::vector<core::TypeId> types;
  for (size_t i = 0; i < items.size(); i++) {
    const VariadicArgument argument = variadic_argument(bridge, items[i]);
    if (argument.type == core::kNoType) {
      Complaint complaint = no_variadic_type(bridge, items[i]);
      complaint.text = fmt::format("its item {} is {}", i, complaint.text);
      return complaint;
    }
    if (auto slot = core::va_slot(bridge.types, core::promoted(bridge.types, argument.type)); !slot.ok())
      return complaint_from(*slot.error());
    types.push_back(argument.type);
    items[i] = argument.value;
  }
  // The arguments of a call `f(…)` that travels on the stack alone.
  auto plan = bridge.plans.plan(bridge.types.function(core::type_of(core::TypeKind::kVoid), {}, true), types);
  if (!plan.ok()) return complaint_from(*plan.error());
  std::byte* const frame = bridge.thread->scratch.allocate(plan.value()->frame_size);
  for (size_t i = 0; i < items.size(); i++) {
    const core::Step& step = plan.value()->arguments[i];
    Objection objection = write_value(bridge, step.type, frame + step.offset, items[i], destination.for_part());
    if (!objection) continue;
    objection->text = fmt::format("in its item {}, {}", i, objection->text);
    return objection;
  }
  const core::VaList list = core::va_list_of_frame(frame);
  std::byte* const made = bridge.thread->scratch.allocate(sizeof list);
  std::memcpy(made, &list, sizeof list);
  *address = made;
  return std::nullopt;
}

}  // namespace elle::lang
