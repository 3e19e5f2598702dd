#include "lang/bridge/views.h"

#include <cstring>

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"
#include "lang/bridge/write_pointer.h"
#include "lang/print/printer.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

constexpr core::NativeCallRecord kWriting{.name = "writing memory"};

std::string_view field_name(Value key) {
  if (key.is(Tag::kString)) return key.as<String>()->view();
  return key.is(Tag::kSymbol) || key.is(Tag::kKeyword) ? key.as<Symbol>()->view() : std::string_view();
}

}  // namespace

Result<Memory> Views::place_of(Value value, std::string_view what) {
  Runtime& runtime = bridge_.runtime;
  if (value.is(Tag::kAllocation)) {
    Allocation* memory = value.as<Allocation>();
    // A view is gone when its owner's memory is.
    for (const Allocation* m = memory; m; m = m->owner.is(Tag::kAllocation) ? m->owner.as<Allocation>() : nullptr)
      if (m->flags & Allocation::kFreed)
        return runtime.fail(ErrorKind::kNull, fmt::format("{} was given memory that was freed.", what));
    return Memory{memory->address, value.c_type(), memory->size, value,
                  memory->flags & Allocation::kOwned || !memory->owner.is_nil() ? memory : nullptr};
  }
  if (value.is(Tag::kPointer)) {
    const TypeId pointee = bridge_.types.element_of(value.c_type());
    return Memory{static_cast<std::byte*>(value.address), pointee, 0, nil(), nullptr};
  }
  if (value.is_nil())
    return runtime.fail(ErrorKind::kNull, fmt::format("{} was given nil, which is C's NULL: nothing lies there.", what),
                        "Ask with (null? p) first.");
  return runtime.fail(ErrorKind::kType, fmt::format("{} was given {}, but C memory or a pointer is expected.", what,
                                                    print_short(runtime, value)));
}

Result<Memory> Views::element(const Memory& place, int64_t index) {
  Runtime& runtime = bridge_.runtime;
  const bool array =
      bridge_.types.kind_of(place.type) == TypeKind::kArray || bridge_.types.kind_of(place.type) == TypeKind::kVector;
  const TypeId type = array ? bridge_.types.element_of(place.type) : place.type;
  const uint64_t size = TRY(runtime.lift(bridge_.types.size_of(type)));
  if (place.size > 0 || array) {
    const uint64_t count = size ? place.size / size : 0;
    if (index < 0 || static_cast<uint64_t>(index) >= count)
      return runtime.fail(ErrorKind::kRange, fmt::format("Index {} is outside `{}`, which has {} element{}.", index,
                                                         bridge_.types.text(place.type), count, count == 1 ? "" : "s"));
  }
  return Memory{place.address + index * static_cast<int64_t>(size), type, size, place.owner, place.keeper};
}

Result<Value> Views::get_element(const Memory& place, int64_t index) {
  Memory at = TRY(element(place, index));
  return read_value(bridge_, at.type, at.address, at.owner);
}

Result<core::Done> Views::put_element(const Memory& place, int64_t index, Value value) {
  Memory at = TRY(element(place, index));
  return put_whole(at, value, fmt::format("Element {}", index));
}

Result<core::Done> Views::put_whole(const Memory& place, Value value, std::string_view where) {
  if (bridge_.types.qualifiers_of(place.type) & core::kConst)
    return bridge_.runtime.fail(
        ErrorKind::kType, fmt::format("{} is `{}`, which cannot be written.", where, bridge_.types.text(place.type)));
  bridge_.guard.mark(&kWriting);
  Objection objection = write_value(bridge_, place.type, place.address, value, {.keeper = place.keeper});
  bridge_.guard.mark(nullptr);
  if (objection) return objection_failure(bridge_, where, place.type, *objection);
  return core::Done{};
}

Result<Value> Views::get_field(const Memory& place, std::string_view field) {
  auto location = TRY(bridge_.runtime.lift(bridge_.types.find_field(place.type, field)));
  return read_field(bridge_, location, place.address, place.owner);
}

Result<core::Done> Views::put_field(const Memory& place, std::string_view field, Value value) {
  auto location = TRY(bridge_.runtime.lift(bridge_.types.find_field(place.type, field)));
  const std::string where = fmt::format("Field `{}` of `{}`", field, bridge_.types.text(place.type));
  if (bridge_.types.qualifiers_of(location.field->type) & core::kConst)
    return bridge_.runtime.fail(ErrorKind::kType, fmt::format("{} is const and cannot be written.", where));
  bridge_.guard.mark(&kWriting);
  Objection objection = write_struct_field(bridge_, location, place.address, value, {.keeper = place.keeper});
  bridge_.guard.mark(nullptr);
  if (objection) return objection_failure(bridge_, where, location.field->type, *objection);
  return core::Done{};
}

Result<Value> Views::get(Value view, Value key, const Value* fallback) {
  Memory place = TRY(place_of(view, "`get`"));
  Result<Value> result = key.is(Tag::kInteger) ? get_element(place, key.integer) : get_field(place, field_name(key));
  if (!result.ok() && fallback) return *fallback;
  return result;
}

Result<Value> Views::put(Value view, Value key, Value value) {
  Memory place = TRY(place_of(view, "`put!`"));
  if (key.is(Tag::kInteger))
    TRY(put_element(place, key.integer, value));
  else
    TRY(put_field(place, field_name(key), value));
  return value;
}

std::string Views::describe(Value view) const {
  const std::string type = bridge_.types.text(view.c_type());
  if (view.is(Tag::kPointer)) return fmt::format("#<{} {}>", type, fmt::ptr(view.address));
  const Allocation* memory = view.as<Allocation>();
  if (memory->flags & Allocation::kFreed) return fmt::format("#<{}, freed>", type);
  return fmt::format("#<{} at {}>", type, fmt::ptr(memory->address));
}

Result<uint64_t> Views::count(Value view) {
  Memory place = TRY(place_of(view, "`count`"));
  if (bridge_.types.kind_of(place.type) == TypeKind::kRecord)
    return static_cast<uint64_t>(
        TRY(bridge_.runtime.lift(bridge_.types.complete_record(place.type)))->layout.fields.size());
  return element_count(view);
}

Result<uint64_t> Views::element_count(Value view) {
  Memory place = TRY(place_of(view, "A loop"));
  const TypeKind kind = bridge_.types.kind_of(place.type);
  if (kind == TypeKind::kArray || kind == TypeKind::kVector) return bridge_.types.resolved(place.type).count;
  const std::string type = bridge_.types.text(view.c_type());
  if (kind == TypeKind::kRecord)
    return bridge_.runtime.fail(ErrorKind::kType, fmt::format("A `{}` is a struct, not an array.", type),
                                "Its fields are read with (.field s); (struct-fields s) lists them.");
  return bridge_.runtime.fail(ErrorKind::kType, fmt::format("The number of elements of a `{}` is not known.", type),
                              "See it as an array first: (view p n).");
}

}  // namespace elle::lang
