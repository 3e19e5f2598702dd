// Each access of a script to C memory comes by here: from a value to its place, from the place and an index to an
// address inside it (address_within), from the address to a value by type. What is known of a place travels in Memory;
// where nothing is known, the guard watches.
#include "lang/bridge/memory/views.h"

#include <cstring>

#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/memory/flexible.h"
#include "lang/bridge/memory/memory_text.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/constness.h"
#include "lang/bridge/types/enum_names.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

std::string_view field_name(Value key) {
  if (key.is(Tag::kString)) return key.as<String>()->view();
  return key.is(Tag::kSymbol) || key.is(Tag::kKeyword) ? key.as<Symbol>()->view() : std::string_view();
}

}  // namespace

std::optional<std::byte*> address_within(const Memory& place, int64_t index, uint64_t step, uint64_t bytes) {
  // An index and a step are 64 bits each, so that nothing here overflows 128.
  const __int128 begin = static_cast<__int128>(index) * step;
  const __int128 end = begin + bytes;
  if (!place.pointed_to) {
    if (begin < 0 || end > place.size) return std::nullopt;
  } else {
    const __int128 base = reinterpret_cast<uintptr_t>(place.address);
    if (base + begin < 0 || base + end > UINTPTR_MAX) return std::nullopt;
  }
  return reinterpret_cast<std::byte*>(reinterpret_cast<uintptr_t>(place.address) + static_cast<uintptr_t>(begin));
}

Result<Memory> Views::place_of(Value value, std::string_view what) const {
  Runtime& runtime = bridge_.runtime;
  if (value.is(Tag::kAllocation)) {
    Allocation* memory = value.as<Allocation>();
    if (is_freed(memory))
      return runtime.fail({ErrorKind::kNull,
                           fmt::format("{} was given memory that was freed.", what),
                           "",
                           {{"type-name", bridge_.types.text(value.c_type())}}});
    return Memory{memory->address, value.c_type(), memory->size, value,
                  memory->flags & Allocation::kOwned || !memory->owner.is_nil() ? memory : nullptr};
  }
  if (value.is(Tag::kBytes)) {
    auto* const bytes = value.as<Bytes>();
    return Memory{reinterpret_cast<std::byte*>(bytes->data), core::type_of(TypeKind::kUnsignedChar), bytes->size, value,
                  nullptr};
  }
  if (value.is(Tag::kPointer)) {
    return Memory{
        static_cast<std::byte*>(value.address), bridge_.facts.of(value.c_type()).element, 0, nil(), nullptr, true};
  }
  if (value.is_nil())
    return runtime.fail({ErrorKind::kNull,
                         fmt::format("{} was given nil, which is C's NULL: nothing lies there.", what),
                         "Ask with (null? p) first.",
                         {{"type-name", "void *"}}});
  const std::string got = print_short(runtime.views, value);
  return runtime.fail({ErrorKind::kType,
                       fmt::format("{} was given {}, but C memory or a pointer is expected.", what, got),
                       "",
                       {{"expected", "C memory or a pointer"}, {"got", got}}});
}

Result<Memory> Views::element(const Memory& place, int64_t index) {
  Runtime& runtime = bridge_.runtime;
  const TypeFacts& facts = bridge_.facts.of(place.type);
  const bool array = (facts.kind == TypeKind::kArray || facts.kind == TypeKind::kVector) && !place.pointed_to;
  const TypeId type = array ? facts.element : place.type;
  uint64_t size = bridge_.facts.of(type).size;
  if (size == 0) size = TRY(runtime.lift(bridge_.types.size_of(type)));
  // Elements without a size are none that an index could tell apart.
  std::optional<std::byte*> address;
  if (size > 0 || place.pointed_to) address = address_within(place, index, size, size);
  if (!address && place.pointed_to)
    return runtime.fail(ErrorKind::kRange, fmt::format("Element {} of what a `{}` points to is outside memory.", index,
                                                       bridge_.types.text(bridge_.types.pointer_to(place.type))));
  if (!address) {
    if (!array && place.owner.is(Tag::kBytes))
      return runtime.fail(ErrorKind::kRange, fmt::format("Index {} is outside bytes of length {}.", index, place.size));
    const uint64_t count = size ? place.size / size : 0;
    return runtime.fail(ErrorKind::kRange, fmt::format("Index {} is outside `{}`, which has {} element{}.", index,
                                                       bridge_.types.text(place.type), count, count == 1 ? "" : "s"));
  }
  return Memory{*address, type, size, place.owner, place.keeper};
}

Objection Views::write(const Memory& place, Value value) {
  if (bridge_.facts.of(place.type).constant) return const_complaint();
  return store_value(bridge_, place.type, place.address, value, place.keeper);
}

Result<Value> Views::get_element(const Memory& place, int64_t index) {
  Memory at = TRY(element(place, index));
  return read_value(bridge_, at.type, at.address, at.owner);
}

Result<core::Done> Views::put_element(const Memory& place, int64_t index, Value value) {
  Memory at = TRY(element(place, index));
  if (Objection objection = write(at, value))
    return objection_failure(bridge_, fmt::format("Element {}", index), at.type, *objection);
  return core::Done{};
}

Result<core::Done> Views::put_whole(const Memory& place, Value value) {
  if (Objection objection = write(place, value))
    return objection_failure(bridge_, "What the pointer points to", place.type, *objection);
  return core::Done{};
}

Result<core::FieldLocation> Views::find_field(TypeId type, Value field) {
  const bool name = field.is(Tag::kSymbol) || field.is(Tag::kKeyword);
  CachedField& cached = cached_fields_[(reinterpret_cast<uintptr_t>(field.object) / 16 + type) % kCachedFields];
  if (name && cached.type == type && cached.name == field.object) return cached.location;
  const std::string_view text = field_name(field);
  if (text.empty())
    return bridge_.runtime.fail(
        {ErrorKind::kType,
         fmt::format("{} {}.", print_short(bridge_.runtime.views, field),
                     field.is_integer() ? "is an index outside all memory" : "names no field"),
         "",
         {{"expected", "the name of a field"}, {"got", print_short(bridge_.runtime.views, field)}}});
  core::FieldLocation location = TRY(bridge_.runtime.lift(bridge_.types.find_field(type, text)));
  // A symbol made by `gensym` could be collected and its place taken by another; such names are no fields.
  if (name) cached = {type, field.object, location};
  return location;
}

Result<Value> Views::get_field(const Memory& place, Value field) {
  const core::FieldLocation location = TRY(find_field(place.type, field));
  if (bridge_.facts.of(location.field->type).size == 0) [[unlikely]] {
    if (auto elements = flexible_elements(bridge_, place, location))
      return read_value(bridge_, elements->type, elements->address, elements->owner);
  }
  if (!bridge_.facts.of(place.type).constant) [[likely]]
    return read_field(bridge_, location, place.address, place.owner);
  core::Field seen = *location.field;
  seen.type = const_part(bridge_.types, seen.type);
  return read_field(bridge_, {&seen, location.bit_offset}, place.address, place.owner);
}

Result<core::Done> Views::put_field(const Memory& place, Value field, Value value) {
  const core::FieldLocation location = TRY(find_field(place.type, field));
  const bool is_const = bridge_.facts.of(location.field->type).constant || bridge_.facts.of(place.type).constant;
  if (is_const) return field_failure(place, location, field, const_complaint());
  return put_located(place, location, field, value);
}

Result<core::Done> Views::initialise_field(const Memory& place, Value field, Value value) {
  return put_located(place, TRY(find_field(place.type, field)), field, value);
}

Result<core::Done> Views::put_located(const Memory& place, const core::FieldLocation& location, Value field,
                                      Value value) {
  std::optional<Memory> elements;
  if (bridge_.facts.of(location.field->type).size == 0) [[unlikely]]
    elements = flexible_elements(bridge_, place, location);
  Objection objection = elements ? store_value(bridge_, elements->type, elements->address, value, place.keeper)
                                 : store_field(bridge_, location, place.address, value, place.keeper);
  if (objection) return field_failure(place, location, field, *objection);
  return core::Done{};
}

Failed Views::field_failure(const Memory& place, const core::FieldLocation& location, Value field,
                            const Complaint& complaint) {
  const std::string where = fmt::format("Field `{}` of `{}`", field_name(field), bridge_.types.text(place.type));
  return objection_failure(bridge_, where, location.field->type, complaint);
}

Result<Value> Views::get(Value view, Value key, const Value* fallback) {
  Memory place = TRY(place_of(view, "`get`"));
  Result<Value> result = key.is(Tag::kInteger) ? get_element(place, key.integer) : get_field(place, key);
  if (!result.ok() && fallback) return *fallback;
  return result;
}

Result<Value> Views::put(Value view, Value key, Value value) {
  Memory place = TRY(place_of(view, "`put!`"));
  if (key.is(Tag::kInteger))
    TRY(put_element(place, key.integer, value));
  else
    TRY(put_field(place, key, value));
  return value;
}

std::string Views::describe(Value view) const {
  const std::string type = bridge_.types.text(view.c_type());
  if (view.is(Tag::kPointer)) return fmt::format("#<{} {}>", type, fmt::ptr(view.address));
  const Allocation* memory = view.as<Allocation>();
  if (is_freed(memory)) return fmt::format("#<{}, freed>", type);
  return memory_text(bridge_, view);
}

std::string Views::enum_name(Value number) const {
  return lang::enum_name(bridge_.types, number.c_type(), number.natural);
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
  if ((kind == TypeKind::kArray || kind == TypeKind::kVector) && !place.pointed_to)
    return bridge_.types.resolved(place.type).count;
  const std::string type = bridge_.types.text(view.c_type());
  if (kind == TypeKind::kRecord && !place.pointed_to)
    return bridge_.runtime.fail({ErrorKind::kType,
                                 fmt::format("A `{}` is a struct, not an array.", type),
                                 "Its fields are read with (.field s); (struct-fields s) lists them.",
                                 {{"expected", "an array"}, {"got", type}}});
  return bridge_.runtime.fail({ErrorKind::kType,
                               fmt::format("The number of elements of a `{}` is not known.", type),
                               "See it as an array first: (view p n).",
                               {{"expected", "an array"}, {"got", type}}});
}

}  // namespace elle::lang
