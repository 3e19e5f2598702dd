// Memory made visible: hexdump, layout.
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/display/hexdump.h"
#include "lang/bridge/display/layout_svg.h"
#include "lang/bridge/display/layout_text.h"
#include "lang/bridge/memory/views.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/arguments.h"
#include "lang/builtins/stream.h"
#include "lang/display/display.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

// A dump of more is nothing to look at; it is made as a whole before it is shown.
constexpr uint64_t kMostBytes = 1 << 20;

// What is dumped.
struct Dumped {
  const std::byte* address;
  TypeId type = core::kNoType;   // of its objects; kNoType when nothing is known of them
  std::optional<uint64_t> size;  // bytes
};

// Arrays are their elements; of characters and void nothing is to be said beside the text.
TypeId dumped_type(BridgeContext& bridge, TypeId type) {
  if (bridge.types.kind_of(type) == TypeKind::kArray) type = bridge.types.element_of(type);
  const TypeKind kind = bridge.types.kind_of(type);
  const bool plain = kind == TypeKind::kChar || kind == TypeKind::kSignedChar || kind == TypeKind::kUnsignedChar;
  return plain || bridge.facts.of(type).size == 0 ? core::kNoType : type;
}

Result<Dumped> dumped(Runtime& runtime, Value value) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  if (value.is(Tag::kBytes))
    return Dumped{reinterpret_cast<const std::byte*>(value.as<Bytes>()->data), core::kNoType, value.as<Bytes>()->size};
  if (value.is(Tag::kString))
    return Dumped{reinterpret_cast<const std::byte*>(value.as<String>()->text), core::kNoType,
                  value.as<String>()->bytes};
  const Memory place = TRY(bridge.views.place_of(value, "`hexdump`"));
  const TypeId type = place.type ? dumped_type(bridge, place.type) : core::kNoType;
  if (!place.pointed_to) return Dumped{place.address, type, place.size};
  const uint64_t size = bridge.facts.of(place.type).size;
  return Dumped{place.address, type, size ? std::optional(size) : std::nullopt};
}

Result<Value> hexdump(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const Dumped what = TRY(dumped(runtime, args[0]));
  if (args.size() == 1 && !what.size)
    return runtime.fail(ErrorKind::kArity, "How many bytes lie where the pointer points is not known.",
                        "Write (hexdump p n).");
  const uint64_t size = args.size() > 1 ? TRY(Arguments(runtime, args).natural(1)) : *what.size;
  if (!args[0].is(Tag::kPointer) && size > *what.size)
    return runtime.fail(ErrorKind::kRange, fmt::format("There are {} bytes, not {}.", *what.size, size));
  if (size > kMostBytes)
    return runtime.fail(ErrorKind::kRange, fmt::format("A dump shows at most {} bytes, not {}.", kMostBytes, size),
                        "Write (hexdump p n); (ptr+ p n) goes further.");
  const ShowOptions options = options_for(*runtime.out);
  const uint64_t each = what.type ? bridge.facts.of(what.type).size : 0;
  const std::string text =
      each ? typed_hexdump_text(bridge, what.type, size < each ? 1 : size / each, what.address, size, options)
           : hexdump_text(bridge, what.address, size, options);
  if (!runtime.out->show_long(text)) return exit_request(runtime, 0);
  return nil();
}

// The type of a type expression, of C memory, or what a pointer points to.
Result<TypeId> record_argument(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  if (args[0].is(Tag::kAllocation)) return static_cast<TypeId>(args[0].c_type());
  if (args[0].is(Tag::kPointer)) return bridge.types.element_of(args[0].c_type());
  return type_from(bridge, args[0]);
}

Result<Value> layout(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  TRY(in.expect_options(1, {"svg"}));
  const RecordDrawing drawing = TRY(draw_record(BridgeContext::of(runtime), TRY(record_argument(runtime, args))));
  const Value file = in.option(1, "svg");
  if (!file.is_nil()) {
    if (!file.is(Tag::kString))
      return runtime.fail(ErrorKind::kType, "`layout` was not given the name of a file after :svg.");
    TRY(write_whole_file(runtime, std::string(file.as<String>()->view()), StreamMode::kWrite, layout_svg(drawing)));
    return nil();
  }
  if (!runtime.out->show_long(layout_text(drawing, options_for(*runtime.out)))) return exit_request(runtime, 0);
  return nil();
}

constexpr BuiltinEntry kLayoutBuiltins[] = {
    {"hexdump", 1, 2, hexdump, "(hexdump x [n])",
     "Prints n bytes of C memory, bytes or a string: their offsets, the bytes, their text and, where the type is "
     "known, "
     "the names and values of the fields beside them. `n` may be left out when the size is known."},
    {"layout", 1, 3, layout, "(layout type &key svg)",
     "Draws how a struct or union lies in memory: fields, padding, bits. With `:svg \"file.svg\"` the drawing is "
     "written "
     "as a picture. The type may be given by any value that has it."},
};

}  // namespace

void define_layout_builtins(Runtime& runtime) { runtime.define_builtins(kLayoutBuiltins); }

}  // namespace elle::lang
