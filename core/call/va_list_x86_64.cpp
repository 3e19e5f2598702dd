// ABI 3.5.7, "The va_list Type" and "The va_arg Macro". A callee that takes `...` saves the argument registers, and
// va_arg takes each argument from there as long as all of its pieces are left; otherwise from the stack, and then
// without using up the registers that were too few. An argument that is half in registers does not exist.
#include <algorithm>
#include <cstring>
#include <fmt/format.h>

#include "core/call/va_list.h"

namespace elle::core {

namespace {

// What gcc and clang call it.
constexpr const char* kTag = "__va_list_tag";

bool is_tag(const TypeTable& types, TypeId type) {
  return types.kind_of(type) == TypeKind::kRecord && types.record(type).tag == kTag;
}

RecordClasses classes_of(StepKind kind) {
  switch (kind) {
    case StepKind::kF32:
    case StepKind::kF64:
    case StepKind::kComplexF32:
    case StepKind::kF128:
    case StepKind::kVector:
      return {.pieces = {EightbyteClass::kSse}};
    case StepKind::kComplexF64:
      return {.pieces = {EightbyteClass::kSse, EightbyteClass::kSse}};
    case StepKind::kI128:
    case StepKind::kU128:
      return {.pieces = {EightbyteClass::kInteger, EightbyteClass::kInteger}};
    case StepKind::kF80:
    case StepKind::kComplexF80:
      return {.in_memory = true};
    default:
      return {.pieces = {EightbyteClass::kInteger}};
  }
}

// The stack is aligned to 16 bytes at a call, and nothing is told about how it lies otherwise.
std::byte* take_from_stack(VaList& list, const VaSlot& slot) {
  if (slot.align > 8)
    list.stack = reinterpret_cast<std::byte*>((reinterpret_cast<uintptr_t>(list.stack) + 15) & ~uintptr_t{15});
  std::byte* const value = list.stack;
  list.stack += (slot.size + 7) / 8 * 8;
  return value;
}

}  // namespace

// The struct of 3.5.7, with the names it has there and in every compiler.
TypeId make_va_list_type(TypeTable& types) {
  const TypeId number = type_of(TypeKind::kUnsignedInt), address = types.pointer_to(type_of(TypeKind::kVoid));
  RecordLayout layout{.size = sizeof(VaList), .align = alignof(VaList), .fields = {}};
  layout.fields.push_back({.name = "gp_offset", .type = number, .bit_offset = 0});
  layout.fields.push_back({.name = "fp_offset", .type = number, .bit_offset = 32});
  layout.fields.push_back({.name = "overflow_arg_area", .type = address, .bit_offset = 64});
  layout.fields.push_back({.name = "reg_save_area", .type = address, .bit_offset = 128});
  const TypeId tag = types.declare_record(kTag, RecordKind::kStruct);
  types.define_record_with_layout(tag, std::move(layout));
  return types.pointer_to(tag);
}

bool is_va_list(const TypeTable& types, TypeId type) {
  if (types.kind_of(type) != TypeKind::kPointer) return false;
  const TypeId pointee = types.element_of(type);
  const bool is_array = types.kind_of(pointee) == TypeKind::kArray;
  return is_tag(types, is_array ? types.element_of(pointee) : pointee);
}

VaList va_list_of_frame(std::byte* frame) { return {kGeneralEnd, kVectorEnd, frame, nullptr}; }

Result<VaSlot> va_slot(TypeTable& types, TypeId type) {
  const StepKind kind = TRY(step_kind_of(types, type));
  const bool is_pointer = kind == StepKind::kPointer;
  const ScalarLayout pointer = types.target().pointer;
  const Extent extent = is_pointer ? Extent{pointer.size, pointer.align} : TRY(types.extent_of(type));
  if (extent.align > 16 || (kind == StepKind::kVector && extent.size > 16))
    return fail(ErrorKind::kConversion,
                fmt::format("A `{}` cannot be passed for `...`: it is too wide for a slot.", types.text(type)), {},
                {{"direction", Word{"to-c"}}, {"reason", "it is too wide for a slot"}});
  VaSlot slot{.size = static_cast<uint32_t>(extent.size), .align = extent.align, .classes = classes_of(kind)};
  slot.whole_register = extent.size == 16 && (kind == StepKind::kVector || kind == StepKind::kF128);
  if (kind == StepKind::kRecord) slot.classes = TRY(classify_record(types, type));
  // An x87 value is passed on the stack.
  slot.classes.in_memory |= slot.classes.pieces[0] == EightbyteClass::kX87;
  return slot;
}

void take_argument(VaList& list, const VaSlot& slot, std::byte* to) {
  if (slot.size == 0) return;
  const auto& pieces = slot.classes.pieces;
  const auto general = static_cast<uint32_t>(std::count(pieces.begin(), pieces.end(), EightbyteClass::kInteger));
  const auto vector = static_cast<uint32_t>(std::count(pieces.begin(), pieces.end(), EightbyteClass::kSse));
  const bool in_registers = !slot.classes.in_memory && list.general_offset + 8 * general <= kGeneralEnd &&
                            list.vector_offset + 16 * vector <= kVectorEnd;
  if (!in_registers) {
    std::memcpy(to, take_from_stack(list, slot), slot.size);
    return;
  }
  for (uint32_t i = 0; i < pieces.size(); i++) {
    if (pieces[i] == EightbyteClass::kNone) continue;
    const bool is_general = pieces[i] == EightbyteClass::kInteger;
    uint32_t& offset = is_general ? list.general_offset : list.vector_offset;
    std::memcpy(to + 8 * i, list.registers + offset, std::min(slot.whole_register ? 16U : 8U, slot.size - 8 * i));
    offset += is_general ? 8 : 16;
  }
}

}  // namespace elle::core
