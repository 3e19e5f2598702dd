// Bytes to values. What is read may lie in memory that is not there: it is copied into a buffer of ours first, the one
// step that can fault, and the value is made of the copy. Scalars are values of their own from then on; records and
// arrays are views, which keep the owner of the memory alive and read it again at each access.
#include <cstring>

#include "core/memory/bit_field.h"
#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/wide_floats.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/foreign_memory.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/bridge/types/types.h"
#include "lang/number/number.h"
#include "lang/runtime/runtime.h"
#include "lang/text/utf8.h"

namespace elle::lang {

using core::StepKind;
using core::TypeId;
using core::TypeKind;

namespace {

template <class T>
T load(const std::byte* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <class T>
Value complex_value(Runtime& runtime, const std::byte* from) {
  return runtime.vector({real(load<T>(from)), real(load<T>(from + sizeof(T)))});
}

Value long_complex_value(Runtime& runtime, const std::byte* from) {
  const Value real_part = long_double_value(runtime, load<long double>(from));
  return runtime.vector({real_part, long_double_value(runtime, load<long double>(from + sizeof(long double)))});
}

// A copy, or nil for NULL.
Value string_value(BridgeContext& bridge, const std::byte* address) {
  if (!address) return nil();
  const auto* text = reinterpret_cast<const char*>(address);
  return text_or_bytes(bridge.runtime, {text, foreign_length(*bridge.thread, text)});
}

Value plain_value(BridgeContext& bridge, const TypeFacts& facts, TypeId type, const std::byte* from) {
  const bool truth = facts.boolean;
  switch (facts.step) {
    case StepKind::kVoid:
      return nil();
    case StepKind::kBool:
      return boolean(load<uint8_t>(from) != 0);
    case StepKind::kI8:
      return truth ? boolean(load<int8_t>(from)) : integer(load<int8_t>(from));
    case StepKind::kU8:
      return truth ? boolean(load<uint8_t>(from)) : integer(load<uint8_t>(from));
    case StepKind::kI16:
      return truth ? boolean(load<int16_t>(from)) : integer(load<int16_t>(from));
    case StepKind::kU16:
      return truth ? boolean(load<uint16_t>(from)) : integer(load<uint16_t>(from));
    case StepKind::kI32:
      return truth ? boolean(load<int32_t>(from)) : integer(load<int32_t>(from));
    case StepKind::kU32:
      return truth ? boolean(load<uint32_t>(from)) : integer(load<uint32_t>(from));
    case StepKind::kI64:
      return integer(load<int64_t>(from));
    case StepKind::kU64:
      return natural(load<uint64_t>(from));
    case StepKind::kI128:
      return from_int128(bridge.runtime.heap, load<__int128>(from));
    case StepKind::kU128:
      return from_uint128(bridge.runtime.heap, load<unsigned __int128>(from));
    case StepKind::kF32:
      return real(load<float>(from));
    case StepKind::kF64:
      return real(load<double>(from));
    case StepKind::kF80:
      return long_double_value(bridge.runtime, load<long double>(from));
    case StepKind::kF128:
      return float128_value(bridge.runtime, from);
    case StepKind::kComplexF32:
      return complex_value<float>(bridge.runtime, from);
    case StepKind::kComplexF64:
      return complex_value<double>(bridge.runtime, from);
    case StepKind::kComplexF80:
      return long_complex_value(bridge.runtime, from);
    case StepKind::kPointer: {
      auto* address = load<std::byte*>(from);
      if (facts.string) return string_value(bridge, address);
      return pointer(address, type);
    }
    case StepKind::kRecord:
    case StepKind::kVector:
      break;
  }
  return nil();
}

Value scalar_value(BridgeContext& bridge, const TypeFacts& facts, TypeId type, const std::byte* from) {
  const Value value = plain_value(bridge, facts, type, from);
  const bool of_enum = facts.kind == TypeKind::kEnum && value.is(Tag::kInteger);
  return of_enum ? enum_integer(value.integer, type) : value;
}

}  // namespace

Value text_or_bytes(Runtime& runtime, std::string_view text) {
  if (find_invalid_utf8(text) == std::string_view::npos) return runtime.string(text);
  Bytes* bytes = runtime.heap.bytes(text.size());
  std::memcpy(bytes->data, text.data(), text.size());
  return object_value(Tag::kBytes, bytes);
}

namespace {

// Records and arrays: a view of the memory.
Result<Value> aggregate_view(BridgeContext& bridge, const TypeFacts& facts, TypeId type, std::byte* from, Value owner) {
  if (facts.kind == TypeKind::kFunction) return pointer(from, bridge.types.pointer_to(type));
  // An array whose length nobody knows is seen as a pointer to its first element.
  if (!facts.sized && facts.kind == TypeKind::kArray) return pointer(from, bridge.types.pointer_to(facts.element));
  const uint64_t bytes = facts.sized ? facts.size : TRY(bridge.runtime.lift(bridge.types.size_of(type)));
  return object_value(Tag::kAllocation, bridge.runtime.heap.view(from, bytes, owner), type);
}

}  // namespace

Result<Value> read_value(BridgeContext& bridge, TypeId type, std::byte* from, Value owner) {
  const TypeFacts& facts = bridge.facts.of(type);
  if (!facts.scalar) return aggregate_view(bridge, facts, type, from, owner);
  alignas(16) std::byte copy[32];
  read_foreign(*bridge.thread, copy, from, facts.size);
  return scalar_value(bridge, facts, type, copy);
}

Result<Value> read_result(BridgeContext& bridge, TypeId type, const std::byte* from) {
  const TypeFacts& facts = bridge.facts.of(type);
  if (facts.scalar) [[likely]]
    return scalar_value(bridge, facts, type, from);
  if (!facts.sized) TRY(bridge.runtime.lift(bridge.types.size_of(type)));
  Allocation* memory = bridge.runtime.heap.allocation(facts.size, facts.align);
  std::memcpy(memory->address, from, facts.size);
  return object_value(Tag::kAllocation, memory, type);
}

Result<Value> read_field(BridgeContext& bridge, const core::FieldLocation& location, std::byte* record, Value owner) {
  const core::Field& field = *location.field;
  if (!field.is_bit_field) return read_value(bridge, field.type, record + location.bit_offset / 8, owner);
  std::byte bytes[9];  // the bits and their neighbours
  const uint64_t first_bit = location.bit_offset % 8;
  read_foreign(*bridge.thread, bytes, record + location.bit_offset / 8, (first_bit + field.bit_width + 7) / 8);
  const uint64_t bits = core::load_bits(bytes, first_bit, field.bit_width);
  if (bridge.facts.of(field.type).boolean) return boolean(bits != 0);
  const Value value =
      bridge.types.is_signed(field.type) ? integer(core::sign_extended(bits, field.bit_width)) : natural(bits);
  const bool of_enum = bridge.facts.of(field.type).kind == TypeKind::kEnum && value.is(Tag::kInteger);
  return of_enum ? enum_integer(value.integer, field.type) : value;
}

}  // namespace elle::lang
