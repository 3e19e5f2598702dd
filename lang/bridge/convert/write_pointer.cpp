// What becomes of each kind of value where C wants a pointer, and who keeps it alive (convert.h says when who does):
//
//   nil                 NULL
//   a pointer           itself, when its type fits, or an object says that it is of the wanted class (families)
//   C memory            its address; a view's root keeps it
//   a string            its own bytes where C promises not to write, else a copy; wide characters always a copy
//   bytes               their own
//   a vector, a list    an array made of the items for the length of the call; what C writes there is read back
//   a map               one struct that C only reads
//   a function          of C its address; of Lisp a callback of the wanted type, made once for each pair of both
//
#include "lang/bridge/convert/write_pointer.h"

#include <algorithm>
#include <cstring>

#include "core/call/va_list.h"
#include "core/types/compatibility.h"
#include "core/types/type_table.h"

#include "lang/bridge/convert/callback_body.h"
#include "lang/bridge/convert/function_pointers.h"
#include "lang/bridge/convert/keeping.h"
#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/convert/variadic.h"
#include "lang/bridge/convert/wide_text.h"
#include "lang/bridge/families/families.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/constness.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/bridge/types/types.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/value/native_function.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

// Where a pointer is written.
struct Pointer {
  const Destination& destination;
  const std::byte* to;
};

bool is_character_or_void(const core::TypeTable& types, TypeId pointee) {
  switch (types.kind_of(pointee)) {
    case TypeKind::kVoid:
    case TypeKind::kChar:
    case TypeKind::kSignedChar:
    case TypeKind::kUnsignedChar:
      return true;
    default:
      return false;
  }
}

// Two structs of one name: the first was made before a header was read again, or a script defined the struct anew.
bool of_another_layout(const core::TypeTable& types, TypeId wanted, TypeId given) {
  const auto record = [&](TypeId type) {
    if (types.kind_of(type) == TypeKind::kPointer) type = types.element_of(type);
    return types.kind_of(type) == TypeKind::kRecord ? &types.record(type) : nullptr;
  };
  const core::RecordType *to = record(wanted), *from = record(given);
  return to && from && to != from && !to->tag.empty() && to->tag == from->tag;
}

Complaint mismatch(BridgeContext& bridge, TypeId type, Value value) {
  const bool memory = value.is(Tag::kPointer) || value.is(Tag::kAllocation);
  if (memory && of_another_layout(bridge.types, type, value.c_type()))
    return {ErrorKind::kType, fmt::format("{} of another layout came", describe_value(bridge, value)),
            "It was made before that struct was defined anew. Make it again."};
  return {ErrorKind::kType, fmt::format("{} came", describe_value(bridge, value)),
          memory ? fmt::format("If it is one, say so: (cast \"{}\" value).", bridge.types.text(type)) : ""};
}

// C gets the text in the encoding of its wide characters, as long as the call takes.
Objection from_wide_string(BridgeContext& bridge, const String& text, Encoding wide, const Pointer& pointer,
                           const void** address) {
  if (!pointer.destination.during_call) return nobody_keeps("a Lisp string");
  const Conversion converted = encode_text(text.view(), wide);
  const size_t size = converted.bytes.size();
  std::byte* copy = bridge.thread->scratch.allocate(size + unit_size(wide));
  std::memset(copy, 0, size + unit_size(wide));
  std::memcpy(copy, converted.bytes.data(), size);
  *address = copy;
  return std::nullopt;
}

// A string is passed in place where C promises not to write; else C gets a copy, whose changes are lost.
Objection from_string(BridgeContext& bridge, TypeId type, Value value, const Pointer& pointer, const void** address) {
  const TypeId pointee = bridge.types.element_of(type);
  const bool usual = bridge.facts.of(type).string;  // const char *
  std::optional<Encoding> wide;
  if (!usual && !is_character_or_void(bridge.types, pointee)) {
    wide = wide_encoding(bridge.types, pointee);
    if (!wide) return mismatch(bridge, type, value);
  }
  const String* text = value.as<String>();
  if (std::memchr(text->text, 0, text->bytes)) {
    return Complaint{ErrorKind::kConversion, "a text with a NUL in it came, where C would see its end",
                     "Pass its bytes instead: (string->bytes text)."};
  }
  if (wide) return from_wide_string(bridge, *text, *wide, pointer, address);
  if (!usual && pointer.destination.during_call && !is_const(bridge.types, pointee)) {
    std::byte* copy = bridge.thread->scratch.allocate(text->bytes + 1);
    std::memcpy(copy, text->text, text->bytes + 1);
    *address = copy;
    return std::nullopt;
  }
  *address = text->text;
  return keep_alive(bridge, pointer.destination, pointer.to, value, "a Lisp string");
}

Objection from_allocation(BridgeContext& bridge, TypeId type, Value value, const Pointer& pointer,
                          const void** address) {
  const core::TypeTable& types = bridge.types;
  const Allocation* memory = value.as<Allocation>();
  if (is_freed(memory))
    return Complaint{ErrorKind::kNull, fmt::format("{} was freed", describe_value(bridge, value)), ""};
  const TypeId wanted = types.element_of(type);
  const TypeId content = value.c_type();
  const TypeId element = types.kind_of(content) == TypeKind::kArray ? types.element_of(content) : content;
  const bool fits = types.kind_of(wanted) == TypeKind::kVoid || types.kind_of(content) == TypeKind::kVoid ||
                    core::compatible(types, wanted, content) || core::compatible(types, wanted, element) ||
                    (is_character_or_void(types, wanted) && is_character_or_void(types, element));
  if (!fits) {
    // (out "sqlite3 *") passed where what C wrote into it was meant.
    if (types.kind_of(content) == TypeKind::kPointer && core::pointer_accepts(bridge.types, type, content))
      return Complaint{ErrorKind::kType, fmt::format("memory that holds a `{}` came", types.text(content)),
                       "Pass what it holds: (deref value)."};
    return mismatch(bridge, type, value);
  }
  *address = memory->address;
  if (is_of_c(value.as<Allocation>())) return std::nullopt;
  return keep_alive(bridge, pointer.destination, pointer.to, value, "memory of a struct");
}

// A vector or list stands for an array of what the pointer points to. The array lives until the call returns.
Objection from_sequence(BridgeContext& bridge, TypeId type, Value value, Destination destination,
                        const void** address) {
  if (!destination.during_call) return mismatch(bridge, type, value);
  const TypeId element = bridge.types.element_of(type);
  auto size = bridge.types.size_of(element);
  if (!size.ok())
    return Complaint{ErrorKind::kType, fmt::format("{} came", print_short(bridge.runtime.views, value)),
                     "C does not say what its elements are: make the array with (make-array type vector)."};
  std::vector<Value> items;
  sequence_items(value, &items);
  uint64_t bytes;
  if (__builtin_mul_overflow(items.size(), size.value(), &bytes))
    return Complaint{ErrorKind::kConversion,
                     fmt::format("an array of {} such items is larger than memory", items.size()), ""};
  std::byte* array = bridge.thread->scratch.allocate(bytes + 1);
  std::memset(array, 0, bytes + 1);
  for (size_t i = 0; i < items.size(); i++) {
    Objection objection = write_value(bridge, element, array + i * size.value(), items[i], destination.for_part());
    if (!objection) continue;
    objection->text = fmt::format("in its item {}, {}", i, objection->text);
    return objection;
  }
  // What C writes into an array that is not const is seen in the vector afterwards.
  if (value.is(Tag::kVector) && !is_const(bridge.types, element) && core::is_scalar(bridge.types.kind_of(element)))
    bridge.thread->held.hold(HeldValue{value, array, element, size.value(), static_cast<uint32_t>(items.size())});
  *address = array;
  return std::nullopt;
}

// A map stands for one struct that C reads: {:x 1 :y 2} for a `const SDL_Rect *`. What C would write into it would be
// lost, so it must promise not to.
Objection from_map(BridgeContext& bridge, TypeId type, Value value, Destination destination, const void** address) {
  const TypeId record = bridge.types.element_of(type);
  auto size = bridge.types.size_of(record);
  if (bridge.types.kind_of(record) != TypeKind::kRecord || !size.ok()) return mismatch(bridge, type, value);
  if (!destination.during_call || !is_const(bridge.types, record))
    return Complaint{
        ErrorKind::kType, fmt::format("{} came", print_short(bridge.runtime.views, value)),
        fmt::format("C may write to it: pass (make-struct \"{}\" map), whose fields can be read afterwards.",
                    bridge.types.text(record))};
  std::byte* memory = bridge.thread->scratch.allocate(size.value());
  *address = memory;
  return write_value(bridge, record, memory, value, destination.for_part());
}

// A C function has an address, also for a `void *`. A Lisp function needs to know how it will be called.
Objection from_function(BridgeContext& bridge, TypeId type, Value value, const void** address) {
  const TypeId function = bridge.types.function_of(type);
  const bool to_void = bridge.types.kind_of(bridge.types.element_of(type)) == TypeKind::kVoid;
  if (value.is(Tag::kNativeFunction) && (function || to_void)) {
    *address = bridge.function_pointers.address_of(*value.as<NativeFunction>());
    if (*address) return std::nullopt;
    return Complaint{ErrorKind::kType, fmt::format("the macro `{}` came", value.as<NativeFunction>()->name->view()),
                     "A macro has no address; make a C function of it with (make-c-callback f :args (…) :return …)."};
  }
  if (!function)
    return Complaint{ErrorKind::kType, fmt::format("{} came", print_short(bridge.runtime.views, value)),
                     "Make a C function of it with (make-c-callback f :args (…) :return …)."};
  auto code = bridge.function_pointers.code_for(value, function);
  if (!code.ok()) {
    Complaint complaint = complaint_from(*code.error());
    complaint.text = fmt::format("{} came. {}", print_short(bridge.runtime.views, value), complaint.text);
    return complaint;
  }
  *address = code.value();
  return std::nullopt;
}

// An object that knows its own class is believed: a cast would not help.
Complaint not_of_class(BridgeContext& bridge, Value value) {
  return {ErrorKind::kType,
          fmt::format("{} came, which is a {}", describe_value(bridge, value), bridge.families.class_of(value.address)),
          ""};
}

Objection from_pointer(BridgeContext& bridge, TypeId type, Value value, const void** address) {
  *address = value.address;
  if (value.c_type() == type || core::pointer_accepts(bridge.types, type, value.c_type())) return std::nullopt;
  switch (bridge.families.ask(type, value.c_type(), value.address)) {
    case Kinship::kIs:
      return std::nullopt;
    case Kinship::kIsNot:
      return not_of_class(bridge, value);
    case Kinship::kStranger:
      break;
  }
  return mismatch(bridge, type, value);
}

}  // namespace

std::string describe_value(BridgeContext& bridge, Value value) {
  if (value.is(Tag::kPointer) || value.is(Tag::kAllocation))
    return fmt::format("a `{}`", bridge.types.text(value.c_type()));
  return print_short(bridge.runtime.views, value);
}

Objection pointer_to_value(BridgeContext& bridge, TypeId type, Value value, Destination destination,
                           const std::byte* to, const void** address) {
  const Pointer pointer{destination, to};
  switch (value.tag()) {
    case Tag::kNil:
      *address = nullptr;
      return std::nullopt;
    case Tag::kPointer:
      return from_pointer(bridge, type, value, address);
    case Tag::kAllocation:
      return from_allocation(bridge, type, value, pointer, address);
    case Tag::kString:
      return from_string(bridge, type, value, pointer, address);
    case Tag::kBytes:
      if (!is_character_or_void(bridge.types, bridge.types.element_of(type))) return mismatch(bridge, type, value);
      *address = value.as<Bytes>()->data;
      return keep_alive(bridge, pointer.destination, pointer.to, value, "a bytes value");
    case Tag::kVector:
    case Tag::kPair:
      if (core::is_va_list(bridge.types, type)) return write_va_list(bridge, value, destination, address);
      return from_sequence(bridge, type, value, destination, address);
    case Tag::kMap:
      return from_map(bridge, type, value, destination, address);
    case Tag::kClosure:
    case Tag::kBuiltin:
    case Tag::kNativeFunction:
      return from_function(bridge, type, value, address);
    case Tag::kOpaque:
      if (const core::CallbackEntry* entry = callback_entry(value)) {
        *address = reinterpret_cast<const void*>(entry->code);
        return std::nullopt;
      }
      break;
    default:
      break;
  }
  return mismatch(bridge, type, value);
}

}  // namespace elle::lang
