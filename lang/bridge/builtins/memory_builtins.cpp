// Pointers and C memory: deref, cast, ptr+, view, c-string, own, free, …
#include <cstdlib>
#include <cstring>

#include "core/base/memory_reserve.h"
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/call/call_failures.h"
#include "lang/bridge/call/callbacks.h"
#include "lang/bridge/call/native_call.h"
#include "lang/bridge/convert/callback_body.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/keeping.h"
#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/convert/wide_floats.h"
#include "lang/bridge/convert/wide_text.h"
#include "lang/bridge/memory/flexible.h"
#include "lang/bridge/memory/views.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/foreign_memory.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/arguments.h"
#include "lang/runtime/runtime.h"
#include "lang/value/native_function.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

Result<Value> is_null(Runtime&, Args args) { return boolean(args[0].is_nil()); }

Result<Value> deref(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Memory place = TRY(bridge.views.place_of(args[0], "`deref`"));
  if (args.size() > 1) return bridge.views.get_element(place, TRY(Arguments(runtime, args).integer(1)));
  const TypeKind kind = bridge.facts.of(place.type).kind;
  if (kind == TypeKind::kVoid)
    return runtime.fail(
        {ErrorKind::kLayout,
         fmt::format("`deref` was given a `{}`, which points to nothing known.", bridge.types.text(args[0].c_type())),
         "Say what it points to: (deref (cast \"int *\" p)).",
         {{"type-name", bridge.types.text(place.type)}}});
  if (kind == TypeKind::kArray) return bridge.views.get_element(place, 0);
  return read_value(bridge, place.type, place.address, place.owner);
}

Result<Value> poke(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Memory place = TRY(bridge.views.place_of(args[0], "`poke!`"));
  if (bridge.types.kind_of(place.type) == TypeKind::kArray && !place.pointed_to)
    TRY(bridge.views.put_element(place, 0, args[1]));
  else
    TRY(bridge.views.put_whole(place, args[1]));
  return args[1];
}

// The address a value stands for; 0 for nil.
Result<std::byte*> address_argument(Runtime& runtime, Args args, uint32_t index) {
  Value value = args[index];
  if (value.is_nil()) return static_cast<std::byte*>(nullptr);
  if (value.is(Tag::kBytes)) return reinterpret_cast<std::byte*>(value.as<Bytes>()->data);
  if (const core::CallbackEntry* entry = callback_entry(value)) return reinterpret_cast<std::byte*>(entry->code);
  if (value.is(Tag::kNativeFunction))
    if (const NativeCall* call = c_function(*value.as<NativeFunction>()))
      return reinterpret_cast<std::byte*>(call->address);
  if (value.is(Tag::kPointer)) return static_cast<std::byte*>(value.address);
  if (!value.is(Tag::kAllocation)) return runtime.wrong_c_argument(args, index, "a pointer, C memory or nil");
  return TRY(BridgeContext::of(runtime).views.place_of(value, fmt::format("`{}`", args.callee().name))).address;
}

// A number that no double holds and its type does not either, as the nearest long double.
Value rounded_for(BridgeContext& bridge, TypeId type, Value number) {
  if (!is_float128(bridge, number) || bridge.types.kind_of(type) == TypeKind::kFloat128) return number;
  return long_double_value(bridge.runtime, rounded_float128(number.as<Allocation>()->address));
}

// (cast "_Float128" "0.1")
Result<Value> cast_text_to_float128(BridgeContext& bridge, Args args) {
  alignas(16) std::byte number[16];
  if (!parse_float128(std::string(args[1].as<String>()->view()), number))
    return bridge.runtime.wrong_c_argument(args, 1, "the text of a number");
  return float128_value(bridge.runtime, number);
}

// (cast :uint8 300), and (cast "long double" "0.1"): the text of a number that no double holds.
Result<Value> cast_to_number(BridgeContext& bridge, TypeId type, Args args) {
  if (args[1].is(Tag::kString) && bridge.types.kind_of(type) == TypeKind::kLongDouble) {
    if (auto number = parse_long_double(args[1].as<String>()->view()))
      return long_double_value(bridge.runtime, *number);
    return bridge.runtime.wrong_c_argument(args, 1, "the text of a number");
  }
  if (args[1].is(Tag::kString) && bridge.types.kind_of(type) == TypeKind::kFloat128)
    return cast_text_to_float128(bridge, args);
  const Value number = rounded_for(bridge, type, args[1]);
  if (!number.is_number() && !number.is(Tag::kTrue) && !number.is(Tag::kFalse) && !is_long_double(bridge, number) &&
      !is_float128(bridge, number))
    return bridge.runtime.wrong_c_argument(args, 0, "a pointer type, for a value that is no number");
  return cast_number(bridge, type, number);
}

// (cast "GtkWidget *" p). Memory of ours stays ours: the cast is a view that keeps it.
Result<Value> cast(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const TypeId type = TRY(type_from(bridge, args[0]));
  const bool to_pointer = bridge.types.kind_of(type) == TypeKind::kPointer;
  if (args[1].is(Tag::kInteger) && to_pointer) return pointer(reinterpret_cast<const void*>(args[1].integer), type);
  if (!to_pointer) return cast_to_number(bridge, type, args);
  std::byte* address = TRY(address_argument(runtime, args, 1));
  if (!args[1].is(Tag::kAllocation) || bridge.types.function_of(type)) return pointer(address, type);
  const TypeId content = bridge.types.element_of(type);
  const Allocation* memory = args[1].as<Allocation>();
  auto size = bridge.types.size_of(content);
  if (size.ok() && size.value() > memory->size)
    return runtime.fail(ErrorKind::kRange, fmt::format("The memory has {} bytes, too few for a `{}` of {}.",
                                                       memory->size, bridge.types.text(content), size.value()));
  const bool is_one = !size.ok() || size.value() == 0 || flexible_member(bridge.types, content) != nullptr;
  const uint64_t count = is_one ? 1 : memory->size / size.value();
  const TypeId seen = count > 1 ? bridge.types.array_of(content, count) : content;
  return object_value(Tag::kAllocation, runtime.heap.view(address, memory->size, args[1]), seen);
}

Result<Value> pointer_plus(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Memory place = TRY(bridge.views.place_of(args[0], "`ptr+`"));
  const int64_t count = TRY(Arguments(runtime, args).integer(1));
  const bool array = bridge.types.kind_of(place.type) == TypeKind::kArray && !place.pointed_to;
  const TypeId element = array ? bridge.types.element_of(place.type) : place.type;
  // Of void *, as gcc has it, the step is a byte.
  const bool unsized = bridge.types.kind_of(element) == TypeKind::kVoid;
  const uint64_t size = unsized ? 1 : TRY(runtime.lift(bridge.types.size_of(element)));
  // One past the end is a place to stand, though nothing lies there.
  const std::optional<std::byte*> address = address_within(place, count, size, 0);
  if (!address && place.pointed_to)
    return runtime.fail(ErrorKind::kRange, fmt::format("{} elements further is outside memory.", count));
  if (!address)
    return runtime.fail(ErrorKind::kRange, fmt::format("{} bytes further is outside the memory, which has {}.",
                                                       static_cast<__int128>(count) * size, place.size));
  if (place.pointed_to) return pointer(*address, bridge.types.pointer_to(element));
  // What is left, kept alive by its owner.
  const uint64_t left = place.size - static_cast<uint64_t>(*address - place.address);
  const TypeId seen = unsized ? element : bridge.types.array_of(element, size ? left / size : 0);
  return object_value(Tag::kAllocation, runtime.heap.view(*address, left, args[0]), seen);
}

Result<Value> pointer_difference(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Memory a = TRY(bridge.views.place_of(args[0], "`ptr-`")), b = TRY(bridge.views.place_of(args[1], "`ptr-`"));
  auto size = bridge.types.size_of(a.type);
  const int64_t step = size.ok() && size.value() ? static_cast<int64_t>(size.value()) : 1;
  return integer((a.address - b.address) / step);
}

Result<Value> address_of(Runtime& runtime, Args args) {
  return natural(reinterpret_cast<uintptr_t>(TRY(address_argument(runtime, args, 0))));
}

// The memory of an argument that is read as bytes; a C function's code among it.
Result<Memory> bytes_argument(Runtime& runtime, Args args, uint32_t index) {
  if (args[index].is(Tag::kNativeFunction) || callback_entry(args[index]))
    return Memory{
        TRY(address_argument(runtime, args, index)), core::type_of(TypeKind::kUnsignedChar), 0, nil(), nullptr, true};
  if (!args[index].is(Tag::kPointer) && !args[index].is(Tag::kAllocation) && !args[index].is(Tag::kBytes))
    return runtime.wrong_c_argument(args, index, "a pointer, C memory or nil");
  return BridgeContext::of(runtime).views.place_of(args[index], fmt::format("`{}`", args.callee().name));
}

Failed too_few_bytes(Runtime& runtime, const Memory& place, uint64_t wanted) {
  if (place.pointed_to)
    return runtime.fail(ErrorKind::kRange, fmt::format("{} bytes from there on are more than there can be.", wanted));
  return runtime.fail(ErrorKind::kRange, fmt::format("The memory has {} bytes, not {}.", place.size, wanted));
}

// `size` bytes from the beginning of `place`, as bytes of our own.
Result<Bytes*> copied_bytes(Runtime& runtime, const Memory& place, uint64_t size) {
  if (!address_within(place, 0, 0, size)) return too_few_bytes(runtime, place, size);
  TRY(runtime.expect_memory(size));
  Bytes* bytes = runtime.heap.bytes(size);
  read_foreign(*BridgeContext::of(runtime).thread, bytes->data, place.address, size);
  return bytes;
}

// (view p n): n elements from p on, without copying.
Result<Value> view(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Memory place = TRY(bridge.views.place_of(args[0], "`view`"));
  const uint64_t count = TRY(Arguments(runtime, args).natural(1));
  const bool array = bridge.types.kind_of(place.type) == TypeKind::kArray && !place.pointed_to;
  const TypeId element = array ? bridge.types.element_of(place.type) : place.type;
  const TypeId seen = bridge.types.array_of(element, count);
  const uint64_t bytes = TRY(runtime.lift(bridge.types.size_of(seen)));
  if (!address_within(place, 0, 0, bytes)) return too_few_bytes(runtime, place, bytes);
  return object_value(Tag::kAllocation, runtime.heap.view(place.address, bytes, place.owner), seen);
}

// What a pointer points to; of C memory its content, or what it is an array of.
TypeId pointed_type(BridgeContext& bridge, Value value) {
  if (!value.is(Tag::kPointer) && !value.is(Tag::kAllocation)) return core::kNoType;
  const TypeId type = value.c_type();
  const bool of_elements = value.is(Tag::kPointer) || bridge.types.kind_of(type) == TypeKind::kArray;
  return of_elements ? bridge.types.element_of(type) : type;
}

// (c-string p [length]): the text at p, up to its NUL or of this many bytes.
Result<Value> c_string(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  if (args[0].is_nil()) return nil();
  if (args[0].is(Tag::kString)) return args[0];
  const Memory place = TRY(bytes_argument(runtime, args, 0));
  const std::optional<Encoding> wide = wide_encoding(bridge.types, pointed_type(bridge, args[0]));
  uint64_t length;
  if (args.size() > 1) {
    length = TRY(Arguments(runtime, args).natural(1));
  } else {
    const auto* text = reinterpret_cast<const char*>(place.address);
    const size_t limit = place.pointed_to ? SIZE_MAX : place.size;
    length =
        wide ? foreign_wide_length(*bridge.thread, text, *wide, limit) : foreign_length(*bridge.thread, text, limit);
  }
  const Bytes& copy = *TRY(copied_bytes(runtime, place, length));
  const std::string_view units(reinterpret_cast<const char*>(copy.data), length);
  if (!wide) return text_or_bytes(runtime, units);
  const Conversion decoded = decode_text(units, *wide);
  return text_or_bytes(runtime, decoded.failed_at ? units : std::string_view(decoded.bytes));
}

// (memory->bytes p n): a copy.
Result<Value> memory_to_bytes(Runtime& runtime, Args args) {
  if (args[0].is_nil()) return runtime.wrong_c_argument(args, 0, "a pointer or C memory");
  const Memory place = TRY(bytes_argument(runtime, args, 0));
  if (args.size() == 1 && place.pointed_to)
    return runtime.fail(ErrorKind::kArity, "`memory->bytes` needs to know how many bytes to copy from a pointer.",
                        "Write (memory->bytes p n).");
  const uint64_t size = args.size() > 1 ? TRY(Arguments(runtime, args).natural(1)) : place.size;
  return object_value(Tag::kBytes, TRY(copied_bytes(runtime, place, size)));
}

// (c-copy "text"): malloc'ed memory with a copy, which C may keep; the script frees it.
Result<Value> c_copy(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const void* from;
  uint64_t size;
  TypeId type = bridge.types.pointer_to(core::type_of(TypeKind::kChar));
  if (args[0].is(Tag::kString)) {
    from = args[0].as<String>()->text;
    size = args[0].as<String>()->bytes + 1;
  } else if (args[0].is(Tag::kBytes)) {
    from = args[0].as<Bytes>()->data;
    size = args[0].as<Bytes>()->size;
    type = bridge.types.pointer_to(core::type_of(TypeKind::kUnsignedChar));
  } else if (args[0].is(Tag::kAllocation)) {
    from = TRY(bridge.views.place_of(args[0], "`c-copy`")).address;
    size = args[0].as<Allocation>()->size;
    type = bridge.types.pointer_to(args[0].c_type());
  } else {
    return runtime.wrong_c_argument(args, 0, "a string, bytes or C memory");
  }
  const bool in_arena = bridge.thread->arenas.open();
  if (args[0].is(Tag::kAllocation) && !in_arena) {
    if (auto objection = keep_for_copy(bridge, {}, nullptr, *args[0].as<Allocation>(), size))
      return objection_failure(bridge, "What is copied", args[0].c_type(), *objection);
  }
  TRY(runtime.expect_memory(size));
  Allocation* owned = in_arena ? runtime.heap.allocation(size) : nullptr;
  void* copy = in_arena ? owned->address : core::allocate(size);
  if (size && !bridge.thread->guard.read_memory(copy, from, size)) {
    if (!in_arena) std::free(copy);
    return bridge.failures.fault();
  }
  if (!in_arena) return pointer(copy, type);
  const TypeId element = bridge.types.element_of(type);
  if (args[0].is(Tag::kAllocation))
    keep_for_copy(bridge, {.keeper = owned}, owned->address, *args[0].as<Allocation>(), size);
  const TypeId content = args[0].is(Tag::kAllocation) ? element : bridge.types.array_of(element, size);
  return bridge.thread->arenas.adopt(object_value(Tag::kAllocation, owned, content));
}

// (free x): C memory of ours, malloc'ed memory, or a callback.
Result<Value> free_memory(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Value value = args[0];
  if (value.is_nil()) return nil();
  if (value.is(Tag::kAllocation)) {
    Allocation* memory = value.as<Allocation>();
    const std::string type = bridge.types.text(value.c_type());
    if (is_freed(memory))
      return runtime.fail({ErrorKind::kNull, "This memory was freed already.", "", {{"type-name", type}}});
    if (!(memory->flags & Allocation::kOwned))
      return runtime.fail({ErrorKind::kType,
                           "This is a view of memory that belongs to something else.",
                           "Free its owner.",
                           {{"expected", "the owner of memory"}, {"got", type}}});
    free_now(memory);
    return nil();
  }
  if (auto* callback = callback_body(value)) {
    if (callback->freed()) return runtime.fail(ErrorKind::kCallback, "This callback was freed already.");
    bridge.callbacks.release(*callback->entry());
    return nil();
  }
  if (!value.is(Tag::kPointer)) return runtime.wrong_c_argument(args, 0, "C memory, a malloc'ed pointer or a callback");
  return touching(*bridge.thread, Touch::kFreeing, [=] {
    std::free(value.address);
    return nil();
  });
}

// (own p n): malloc'ed memory that the collector frees from now on.
Result<Value> own(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  if (!args[0].is(Tag::kPointer)) return runtime.wrong_c_argument(args, 0, "a malloc'ed pointer");
  TypeId content = bridge.types.element_of(args[0].c_type());
  uint64_t count = args.size() > 1 ? TRY(Arguments(runtime, args).natural(1)) : 1;
  if (bridge.types.kind_of(content) == TypeKind::kVoid) content = core::type_of(TypeKind::kUnsignedChar);
  const TypeId type = args.size() > 1 ? bridge.types.array_of(content, count) : content;
  const uint64_t size = TRY(runtime.lift(bridge.types.size_of(type)));
  Allocation* memory = runtime.heap.view(static_cast<std::byte*>(args[0].address), size, nil());
  memory->flags = Allocation::kOwned;
  runtime.heap.count_external(size);
  return bridge.thread->arenas.adopt(object_value(Tag::kAllocation, memory, type));
}

Result<Value> arena_begin(Runtime& runtime, Args) { return natural(BridgeContext::of(runtime).thread->arenas.begin()); }

// What the script freed itself is left alone.
Result<Value> arena_end(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  for (const Value made : bridge.thread->arenas.end(TRY(Arguments(runtime, args).natural(0)))) {
    if (made.is(Tag::kAllocation))
      free_now(made.as<Allocation>());
    else if (CallbackBody* callback = callback_body(made); callback && !callback->freed())
      bridge.callbacks.release(*callback->entry());
  }
  return nil();
}

constexpr BuiltinEntry kMemoryBuiltins[] = {
    {"null?", 1, 1, is_null, "(null? p)", "Whether a pointer is NULL, which Lisp sees as nil."},
    {"deref", 1, 2, deref, "(deref p [index])", "What a pointer points to, or the index-th object from there on."},
    {"poke!", 2, 2, poke, "(poke! p value)", "Writes what a pointer points to; also (set! (deref p) value)."},
    {"cast", 2, 2, cast, "(cast \"GtkWidget *\" value)", "The same address, or number, as another C type."},
    {"ptr+", 2, 2, pointer_plus, "(ptr+ p n)", "The pointer n elements further; bytes, for a void *."},
    {"ptr-", 2, 2, pointer_difference, "(ptr- p q)", "How many elements lie from q to p."},
    {"address-of", 1, 1, address_of, "(address-of value)",
     "The address of C memory, a pointer, bytes or a C function, as an integer."},
    {"view", 2, 2, view, "(view p n)", "n elements from p on as an array, without copying; see `get` and `count`."},
    {"c-string", 1, 2, c_string, "(c-string p [bytes])",
     "The text at a pointer as a string, up to its NUL or of this many bytes; bytes when it is no UTF-8."},
    {"memory->bytes", 1, 2, memory_to_bytes, "(memory->bytes p [n])", "A copy of n bytes of C memory."},
    {"c-copy", 1, 1, c_copy, "(c-copy value)",
     "A malloc'ed copy of a string, bytes or struct, for C to keep. Free it with (free p), unless C does."},
    {"free", 1, 1, free_memory, "(free x)", "Frees C memory made here, a malloc'ed pointer, or a callback, at once."},
    {"own", 1, 2, own, "(own p [count])",
     "Malloc'ed memory as C memory that is freed when nothing refers to it any more."},
    {"arena-begin", 0, 0, arena_begin, "(arena-begin)", "Opens an arena; see with-arena."},
    {"arena-end", 1, 1, arena_end, "(arena-end arena)", "Frees what was made since the arena was opened."},
};

}  // namespace

void define_memory_builtins(Runtime& runtime) { runtime.define_builtins(kMemoryBuiltins); }

}  // namespace elle::lang
