// Values to bytes: which rule applies to which type, and records.
#include <cstring>

#include "core/memory/bit_field.h"
#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/keeping.h"
#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/convert/wide_text.h"
#include "lang/bridge/convert/write_pointer.h"
#include "lang/bridge/convert/write_scalar.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/foreign_memory.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/thread/scratch.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/bridge/types/types.h"
#include "lang/data/map.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::StepKind;
using core::TypeId;
using core::TypeKind;

namespace {

// The low bytes of a number are the number, on a little-endian target. Sizes are constants so that each is one move.
void store_low_bytes(std::byte* to, uint64_t bits, uint64_t size) {
  switch (size) {
    case 1:
      std::memcpy(to, &bits, 1);
      break;
    case 2:
      std::memcpy(to, &bits, 2);
      break;
    case 4:
      std::memcpy(to, &bits, 4);
      break;
    default:
      std::memcpy(to, &bits, 8);
      break;
  }
}

// What a program wants to know of the complaint that `value` cannot be a `type`. The innermost of nested values is
// told.
void add_fields(BridgeContext& bridge, TypeId type, Value value, Complaint& complaint) {
  if (!complaint.fields.empty()) return;
  const bool memory = value.is(Tag::kPointer) || value.is(Tag::kAllocation);
  const std::string got = memory ? bridge.types.text(value.c_type()) : print_short(bridge.runtime.views, value);
  if (complaint.kind == ErrorKind::kType)
    complaint.fields = {{"expected", bridge.types.text(type)}, {"got", got}};
  else if (complaint.kind == ErrorKind::kNull)
    complaint.fields = {{"type-name", got}};
}

Objection write_field(BridgeContext& bridge, const core::Field& field, uint64_t bit_offset, std::byte* record,
                      Value value, Destination destination) {
  if (!field.is_bit_field) return write_value(bridge, field.type, record + bit_offset / 8, value, destination);
  uint64_t bits = 0;
  const bool is_signed = bridge.types.is_signed(field.type);
  const StepKind kind = is_signed ? StepKind::kI64 : StepKind::kU64;
  if (Objection objection = integer_bits(bridge, kind, /*boolean=*/true, value, &bits)) {
    add_fields(bridge, field.type, value, *objection);
    return objection;
  }
  const uint64_t kept = bits & (field.bit_width == 64 ? ~uint64_t{0} : (uint64_t{1} << field.bit_width) - 1);
  const uint64_t back = is_signed ? static_cast<uint64_t>(core::sign_extended(kept, field.bit_width)) : kept;
  if (back != bits)
    return Complaint{
        ErrorKind::kConversion,
        fmt::format("{} does not fit its {} bits", print_short(bridge.runtime.views, value), field.bit_width), ""};
  core::store_bits(record, bit_offset, field.bit_width, kept);
  return std::nullopt;
}

// {:x 1 :y 2}, by name; fields not named are zero.
Objection write_record_from_map(BridgeContext& bridge, TypeId type, std::byte* to, const Map& map,
                                Destination destination) {
  Objection objection;
  map_each(map, [&](Value key, Value& value) {
    if (objection) return;
    if (!key.is(Tag::kKeyword) && !key.is(Tag::kSymbol) && !key.is(Tag::kString)) {
      objection =
          Complaint{ErrorKind::kType, fmt::format("{} names no field", print_short(bridge.runtime.views, key)), ""};
      return;
    }
    const std::string_view name = key.is(Tag::kString) ? key.as<String>()->view() : key.as<Symbol>()->view();
    auto field = bridge.types.find_field(type, name);
    if (!field.ok())
      objection = complaint_from(*field.error());
    else
      objection = write_field(bridge, *field.value().field, field.value().bit_offset, to, value, destination);
  });
  return objection;
}

// [1 2], in the order of the fields.
Objection write_record_from_vector(BridgeContext& bridge, const core::RecordType& record, std::byte* to,
                                   const Vector& vector, Destination destination) {
  if (vector.size > record.layout.fields.size())
    return Complaint{ErrorKind::kConversion,
                     fmt::format("{} values came for its {} fields", vector.size, record.layout.fields.size()), ""};
  for (uint32_t i = 0; i < vector.size; i++) {
    const core::Field& field = record.layout.fields[i];
    if (Objection objection = write_field(bridge, field, field.bit_offset, to, vector.items[i], destination.for_part()))
      return objection;
  }
  return std::nullopt;
}

// Whether `value` is other memory that holds a whole `facts.resolved`; false for freed memory.
bool holds_the_same(BridgeContext& bridge, const TypeFacts& facts, Value value) {
  if (!value.is(Tag::kAllocation) || is_freed(value.as<Allocation>())) return false;
  return bridge.facts.of(value.c_type()).resolved == facts.resolved && value.as<Allocation>()->size >= facts.size;
}

Objection write_record(BridgeContext& bridge, TypeId type, std::byte* to, Value value, Destination destination) {
  const TypeFacts facts = bridge.facts.of(type);
  if (!facts.sized) return complaint_from(*bridge.types.size_of(type).error());
  if (holds_the_same(bridge, facts, value)) {
    read_foreign(*bridge.thread, to, value.as<Allocation>()->address, facts.size, Touch::kCopyingStruct);
    return keep_for_copy(bridge, destination, to, *value.as<Allocation>(), facts.size);
  }
  if (value.is(Tag::kAllocation) && is_freed(value.as<Allocation>()))
    return Complaint{ErrorKind::kNull, fmt::format("{} was freed", describe_value(bridge, value)), ""};
  if (value.is(Tag::kMap) || value.is(Tag::kVector)) {
    auto record = bridge.types.complete_record(type);
    if (!record.ok()) return complaint_from(*record.error());
    std::memset(to, 0, facts.size);
    const Destination part = destination.for_part();
    return value.is(Tag::kMap) ? write_record_from_map(bridge, type, to, *value.as<Map>(), part)
                               : write_record_from_vector(bridge, *record.value(), to, *value.as<Vector>(), part);
  }
  return Complaint{
      ErrorKind::kType, fmt::format("{} is none", describe_value(bridge, value)),
      fmt::format("Make one with (make-struct {}), or give a map such as {{:field value}}.", bridge.types.text(type))};
}

// An array or a vector.
Objection write_array(BridgeContext& bridge, TypeId type, std::byte* to, Value value, Destination destination) {
  const TypeFacts facts = bridge.facts.of(type);
  if (facts.sized && holds_the_same(bridge, facts, value)) {
    read_foreign(*bridge.thread, to, value.as<Allocation>()->address, facts.size, Touch::kCopyingArray);
    return keep_for_copy(bridge, destination, to, *value.as<Allocation>(), facts.size);
  }
  const uint64_t length = bridge.types.resolved(type).count;
  if (length == core::kUnknownLength)
    return Complaint{ErrorKind::kConversion, "how many elements it has is not known",
                     "Write them one by one: (set! (get array i) value)."};
  const TypeId element = facts.element;
  auto size = bridge.types.size_of(element);
  if (!size.ok()) return complaint_from(*size.error());
  const std::optional<Encoding> wide = wide_encoding(bridge.types, element);
  if (value.is(Tag::kString) && (wide || size.value() == 1)) {
    const std::string_view given = value.as<String>()->view();
    const std::string text = wide ? encode_text(given, *wide).bytes : std::string(given);
    if (text.size() > length * size.value())
      return Complaint{ErrorKind::kConversion, fmt::format("a text of {} bytes does not fit", text.size()), ""};
    std::memset(to, 0, length * size.value());
    std::memcpy(to, text.data(), text.size());
    return std::nullopt;
  }
  std::vector<Value> items;
  if (!sequence_items(value, &items))
    return Complaint{ErrorKind::kType,
                     fmt::format("{} is not a vector or a list", print_short(bridge.runtime.views, value)), ""};
  if (items.size() > length)
    return Complaint{ErrorKind::kConversion, fmt::format("{} items came for its {}", items.size(), length), ""};
  for (size_t i = 0; i < items.size(); i++)
    if (Objection objection = write_value(bridge, element, to + i * size.value(), items[i], destination.for_part()))
      return objection;
  // The rest is zero, as in an initialiser of C.
  std::memset(to + items.size() * size.value(), 0, (length - items.size()) * size.value());
  return std::nullopt;
}

// Most of what is ever written: a number that fits. False leaves the rest to write_as. It must refuse what integer_bits
// refuses, which is the rule.
inline bool write_quickly(const TypeFacts& facts, std::byte* to, Value value) {
  if (!facts.scalar) return false;
  if (value.is(Tag::kInteger) && is_integer_step(facts.step)) {
    const IntegerRange range = integer_range(facts.step);
    if (value.integer < range.low || (value.integer >= 0 && value.natural > range.high)) return false;
    store_low_bytes(to, value.natural, facts.size);
    return true;
  }
  if (!value.is(Tag::kDouble) || facts.step != StepKind::kF64) return false;
  std::memcpy(to, &value.real, sizeof value.real);
  return true;
}

// write_value, without the fields of an objection.
Objection write_as(BridgeContext& bridge, TypeId type, std::byte* to, Value value, Destination destination) {
  const TypeFacts& facts = bridge.facts.of(type);
  if (!facts.scalar) {
    if (facts.kind == TypeKind::kArray || facts.kind == TypeKind::kVector)
      return write_array(bridge, type, to, value, destination);
    if (facts.kind == TypeKind::kRecord) return write_record(bridge, type, to, value, destination);
    return Complaint{ErrorKind::kConversion, "values of this type cannot be written", ""};
  }
  switch (facts.step) {
    case StepKind::kVoid:
      return Complaint{ErrorKind::kConversion, "void holds no value", ""};
    case StepKind::kPointer: {
      const void* address = nullptr;
      if (Objection objection = pointer_to_value(bridge, type, value, destination, to, &address)) return objection;
      std::memcpy(to, &address, sizeof address);
      return std::nullopt;
    }
    case StepKind::kBool:
      if (value.is(Tag::kTrue) || value.is(Tag::kFalse) ||
          (value.is(Tag::kInteger) && (value.integer == 0 || value.integer == 1))) {
        const bool truth = value.is(Tag::kTrue) || (value.is(Tag::kInteger) && value.integer == 1);
        std::memcpy(to, &truth, 1);
        return std::nullopt;
      }
      return Complaint{ErrorKind::kType, fmt::format("{} is not a boolean", print_short(bridge.runtime.views, value)),
                       ""};
    default:
      break;
  }
  if (!is_integer_step(facts.step)) return write_wide_scalar(bridge, facts.step, to, value);
  uint64_t bits = 0;
  if (Objection objection = integer_bits(bridge, facts.step, facts.boolean, value, &bits)) return objection;
  store_low_bytes(to, bits, facts.size);
  return std::nullopt;
}

}  // namespace

Complaint complaint_from(const core::Error& error) {
  std::string text = error.message;
  if (text.ends_with('.')) text.pop_back();
  return {error.kind, std::move(text), error.next_step, error.fields};
}

Objection write_value(BridgeContext& bridge, TypeId type, std::byte* to, Value value, Destination destination) {
  if (write_quickly(bridge.facts.of(type), to, value)) [[likely]]
    return std::nullopt;
  Objection objection = write_as(bridge, type, to, value, destination);
  if (objection) add_fields(bridge, type, value, *objection);
  return objection;
}

Failed objection_failure(BridgeContext& bridge, std::string_view where, TypeId type, const Complaint& complaint,
                         core::ErrorFields place) {
  core::ErrorFields fields = complaint.fields;
  if (complaint.kind == ErrorKind::kConversion && fields.empty())
    fields = {{"direction", core::Word{"to-c"}}, {"reason", complaint.text}};
  fields.insert(fields.end(), place.begin(), place.end());
  // What core objected is a whole sentence already.
  const char* end = complaint.text.ends_with('.') ? "" : ".";
  return bridge.runtime.fail({complaint.kind,
                              fmt::format("{} is `{}`, but {}{}", where, bridge.types.text(type), complaint.text, end),
                              complaint.next_step, std::move(fields)});
}

Objection store_value(BridgeContext& bridge, TypeId type, std::byte* to, Value value, Allocation* keeper) {
  const TypeFacts& facts = bridge.facts.of(type);
  // What has no size cannot be written, and why not is known there.
  if (!facts.sized) return write_value(bridge, type, nullptr, value, {.keeper = keeper});
  ScratchScope scope(bridge.thread->scratch);
  const uint64_t size = facts.size;
  std::byte* const aside = bridge.thread->scratch.allocate(size);
  if (Objection objection = write_value(bridge, type, aside, value, {.keeper = keeper, .moved = to - aside}))
    return objection;
  write_foreign(*bridge.thread, to, aside, size);
  return std::nullopt;
}

Objection store_field(BridgeContext& bridge, const core::FieldLocation& location, std::byte* record, Value value,
                      Allocation* keeper) {
  const core::Field& field = *location.field;
  std::byte* const to = record + location.bit_offset / 8;
  if (!field.is_bit_field) return store_value(bridge, field.type, to, value, keeper);
  // The bytes that the bits lie in, with their neighbours; at most nine.
  std::byte bytes[9];
  const uint64_t first_bit = location.bit_offset % 8;
  const size_t size = (first_bit + field.bit_width + 7) / 8;
  read_foreign(*bridge.thread, bytes, to, size);
  if (Objection objection = write_field(bridge, field, first_bit, bytes, value, {})) return objection;
  write_foreign(*bridge.thread, to, bytes, size);
  return std::nullopt;
}

}  // namespace elle::lang
