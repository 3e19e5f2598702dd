// C types and structs: define-c-struct, make-struct, struct-get, …
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/memory/flexible.h"
#include "lang/bridge/memory/views.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/types/record_fields.h"
#include "lang/bridge/types/script_types.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/arguments.h"
#include "lang/data/map.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

std::string_view name_text(Value value) {
  if (value.is(Tag::kString)) return value.as<String>()->view();
  return value.is(Tag::kSymbol) || value.is(Tag::kKeyword) ? value.as<Symbol>()->view() : std::string_view();
}

// (define-record-type kind 'Name '((x :int) …)): what define-c-struct and define-c-union expand to.
Result<Value> define_record_type(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  std::vector<Value> items;
  if (!sequence_items(args[2], &items)) return runtime.wrong_c_argument(args, 2, "a list of fields");
  const auto kind = name_text(args[0]) == "union" ? core::RecordKind::kUnion : core::RecordKind::kStruct;
  const TypeId record = bridge.types.declare_record(name_text(args[1]), kind);
  // Fields may point to their own struct.
  const ScriptTypes::Definition definition(bridge.script_types, name_text(args[1]), record);
  TRY(define_fields(bridge, record, items));
  bridge.script_types.define(name_text(args[1]), record);
  return type_value(bridge, record);
}

// Memory for an object of `type` and `extra` bytes behind it, zeroed, or as `initial` says.
Result<Value> make_object(BridgeContext& bridge, TypeId type, const Value* initial, uint64_t extra = 0) {
  const core::Extent extent = TRY(bridge.runtime.lift(bridge.types.extent_of(type)));
  const uint64_t size = extent.size + extra;
  TRY(bridge.runtime.expect_memory(size));
  Allocation* memory = bridge.runtime.heap.allocation(size, extent.align);
  if (initial) {
    Objection objection = store_value(bridge, type, memory->address, *initial, memory);
    if (objection) return objection_failure(bridge, "The initial value", type, *objection);
  }
  return bridge.thread->arenas.adopt(object_value(Tag::kAllocation, memory, type));
}

// From field, value, field, value, …
Result<Value> make_struct_of_fields(BridgeContext& bridge, TypeId type, std::span<const Value> initial) {
  if (initial.size() % 2 != 0)
    return bridge.runtime.fail(ErrorKind::kArity, "`make-struct` was given a field without a value.");
  Value object = TRY(make_object(bridge, type, nullptr, flexible_bytes(bridge, type, initial)));
  const Memory place = TRY(bridge.views.place_of(object, "`make-struct`"));
  for (size_t i = 0; i < initial.size(); i += 2) TRY(bridge.views.initialise_field(place, initial[i], initial[i + 1]));
  return object;
}

// (make-struct Point), (make-struct Point 1 2), (make-struct Point {:x 1}) or (make-struct Point :x 1 :y 2).
Result<Value> make_struct(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const TypeId type = TRY(type_from(bridge, args[0]));
  if (bridge.types.kind_of(type) != TypeKind::kRecord)
    return runtime.fail({ErrorKind::kType,
                         fmt::format("`{}` is not a struct or a union.", bridge.types.text(type)),
                         "Memory for other types is made with (out type) and (make-array type n).",
                         {{"expected", "a struct or union"}, {"got", bridge.types.text(type)}}});
  if (args.size() == 1) return make_object(bridge, type, nullptr);
  if (args[1].is(Tag::kMap) && flexible_member(bridge.types, type) != nullptr) {
    std::vector<Value> initial;
    map_each(*args[1].as<Map>(), [&](Value key, Value value) { initial.insert(initial.end(), {key, value}); });
    return make_struct_of_fields(bridge, type, initial);
  }
  if (args.size() == 2 && (args[1].is(Tag::kMap) || args[1].is(Tag::kAllocation)))
    return make_object(bridge, type, &args.values[1]);
  if (args[1].is(Tag::kKeyword)) return make_struct_of_fields(bridge, type, {args.values + 1, args.size() - 1});
  Value object = TRY(make_object(bridge, type, nullptr));
  const Memory place = TRY(bridge.views.place_of(object, "`make-struct`"));
  Value values = object_value(Tag::kVector, runtime.heap.vector_of(args.values + 1, args.size() - 1));
  Objection objection = store_value(bridge, type, place.address, values, place.keeper);
  if (objection) return objection_failure(bridge, "The initial value", type, *objection);
  return object;
}

// (struct-get s 'a 'b) goes from field to field.
Result<Value> struct_get(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Value value = args[0];
  for (uint32_t i = 1; i < args.size(); i++) {
    Memory place = TRY(bridge.views.place_of(value, "`struct-get`"));
    value = args[i].is(Tag::kInteger) ? TRY(bridge.views.get_element(place, args[i].integer))
                                      : TRY(bridge.views.get_field(place, args[i]));
  }
  return value;
}

Result<Value> struct_set(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Value value = args[0];
  for (uint32_t i = 1; i + 2 < args.size(); i++) {
    Memory place = TRY(bridge.views.place_of(value, "`struct-set!`"));
    value = args[i].is(Tag::kInteger) ? TRY(bridge.views.get_element(place, args[i].integer))
                                      : TRY(bridge.views.get_field(place, args[i]));
  }
  Memory place = TRY(bridge.views.place_of(value, "`struct-set!`"));
  const uint32_t last = args.size() - 2;
  if (args[last].is(Tag::kInteger))
    TRY(bridge.views.put_element(place, args[last].integer, args[last + 1]));
  else
    TRY(bridge.views.put_field(place, args[last], args[last + 1]));
  return args[0];
}

// The type of a type expression, or of the content of C memory.
Result<TypeId> type_argument(Runtime& runtime, Value value) {
  if (value.is(Tag::kAllocation)) return static_cast<TypeId>(value.c_type());
  return type_from(BridgeContext::of(runtime), value);
}

Result<Value> struct_size(Runtime& runtime, Args args) {
  const TypeId type = TRY(type_argument(runtime, args[0]));
  return natural(TRY(runtime.lift(BridgeContext::of(runtime).types.size_of(type))));
}

Result<Value> alignment(Runtime& runtime, Args args) {
  const TypeId type = TRY(type_argument(runtime, args[0]));
  return natural(TRY(runtime.lift(BridgeContext::of(runtime).types.align_of(type))));
}

// ((x "int" 0) (y "double" 8)): name, type, offset in bytes. Of a struct of parse-c-header, ((x :int) (y :double)).
Result<Value> struct_fields(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  if (args[0].is(Tag::kMap))
    if (const Value* fields = map_find(*args[0].as<Map>(), runtime.keyword("fields"))) return *fields;
  const TypeId type = TRY(type_argument(runtime, args[0]));
  const core::RecordType* record = TRY(runtime.lift(bridge.types.complete_record(type)));
  Value list = nil();
  for (size_t i = record->layout.fields.size(); i-- > 0;) {
    const core::Field& field = record->layout.fields[i];
    Value item = runtime.list({field.name.empty() ? nil() : runtime.symbol(field.name),
                               runtime.string(bridge.types.text(field.type)), natural(field.offset())});
    list = runtime.cons(item, list);
  }
  return list;
}

Result<Value> offset_of(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const TypeId type = TRY(type_argument(runtime, args[0]));
  return natural(TRY(runtime.lift(bridge.types.find_field(type, name_text(args[1])))).offset());
}

Result<Value> c_type(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  return type_value(bridge, TRY(type_from(bridge, args[0])));
}

Result<Value> c_type_of(Runtime& runtime, Args args) {
  if (!args[0].is(Tag::kAllocation) && !args[0].is(Tag::kPointer))
    return runtime.wrong_c_argument(args, 0, "C memory or a pointer");
  return type_value(BridgeContext::of(runtime), args[0].c_type());
}

Result<Value> out(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  return make_object(bridge, TRY(type_from(bridge, args[0])), args.size() > 1 ? &args.values[1] : nullptr);
}

// (make-array :int 10) or (make-array :int [1 2 3]).
Result<Value> make_array(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const TypeId element = TRY(type_from(bridge, args[0]));
  std::vector<Value> items;
  const bool given = !args[1].is_nil() && sequence_items(args[1], &items);
  if (!given && (!args[1].is(Tag::kInteger) || args[1].integer < 0))
    return runtime.wrong_c_argument(args, 1, "a number of elements or a vector of them");
  const uint64_t count = given ? items.size() : args[1].natural;
  return make_object(bridge, bridge.types.array_of(element, count), given ? &args.values[1] : nullptr);
}

constexpr BuiltinEntry kStructBuiltins[] = {
    {"define-record-type", 3, 3, define_record_type, "(define-record-type kind name fields)",
     "A new struct or union type, laid out as C does. Written (define-c-struct Name (field type)…)."},
    {"make-struct", 1, kAnyNumber, make_struct, "(make-struct Type [values…])",
     "Zeroed memory for a struct or union, which lives as long as it is used. Values come in the order of the fields, "
     "as "
     "`:field value` pairs, or as a map."},
    {"struct-get", 2, kAnyNumber, struct_get, "(struct-get s field…)",
     "A field of a struct or of what a pointer points to; several names go from field to field. Also written (.field "
     "s). "
     "A field that is a struct, union or array is a view of the owner's memory."},
    {"struct-set!", 3, kAnyNumber, struct_set, "(struct-set! s field… value)",
     "Writes a field, and returns the struct. Also written (set! (.field s) value)."},
    {"struct-size", 1, 1, struct_size, "(struct-size type)", "The size of a C type or of C memory, in bytes."},
    {"sizeof", 1, 1, struct_size, "(sizeof type)", "The size of a C type or of C memory, in bytes."},
    {"alignof", 1, 1, alignment, "(alignof type)", "The alignment of a C type, in bytes."},
    {"struct-fields", 1, 1, struct_fields, "(struct-fields Type)",
     "The fields of a struct or union: a list of (name type offset), the type as C text, the offset in bytes. Of one "
     "that parse-c-header found, a list of fields as define-c-struct takes them; nil when only C knows what is in it."},
    {"offsetof", 2, 2, offset_of, "(offsetof Type field)", "Where a field begins, in bytes."},
    {"c-type", 1, 1, c_type, "(c-type \"const char *(*)(int)\")", "A C type, from C text or a type expression."},
    {"c-type-of", 1, 1, c_type_of, "(c-type-of value)", "The C type of a pointer or of the content of C memory."},
    {"out", 1, 2, out, "(out type [value])",
     "Memory for one object of a type, to pass where C wants a pointer to write through; (deref o) reads it."},
    {"make-array", 2, 2, make_array, "(make-array type count-or-items)",
     "Memory for a C array, zeroed or with these items; read and written with `get` and `set!`."},
};

}  // namespace

void define_struct_builtins(Runtime& runtime) { runtime.define_builtins(kStructBuiltins); }

}  // namespace elle::lang
