// A person may look at any pointer, whatever has become of what it points to: nothing here follows an address but by
// ObjectText and memory_reads.h, which say what cannot be read.
#include "lang/bridge/display/c_display.h"

#include "core/types/type_table.h"

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/display/record_rows.h"
#include "lang/bridge/library/library_value.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/memory/memory_reads.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/enum_names.h"
#include "lang/bridge/types/prototype.h"
#include "lang/bridge/types/types.h"
#include "lang/display/pretty.h"
#include "lang/value/native_function.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

class CDisplay {
 public:
  CDisplay(BridgeContext& bridge, const ShowOptions& options)
      : bridge_(bridge), options_(options), facts_(bridge), objects_(bridge, facts_, options.whole) {}

  std::string memory(Value value) {
    const Allocation* memory = value.as<Allocation>();
    const TypeId type = value.c_type();
    const std::string place = facts_.ownership(value);
    std::string text = heading(type, memory->size, memory->address, place);
    return is_freed(memory) ? text : text + content(type, memory->address);
  }

  std::string pointer(Value value) {
    const TypeId type = value.c_type(), pointee = bridge_.types.element_of(type);
    const auto* at = static_cast<const std::byte*>(value.address);
    if (bridge_.types.function_of(type)) return line(type_text(type), value.address, facts_.function(value.address));
    const std::string place = facts_.place(value.address);
    auto size = bridge_.types.size_of(pointee);
    const bool record = bridge_.types.kind_of(pointee) == TypeKind::kRecord && size.ok();
    const std::string object_class = facts_.dynamic_class(type, value.address);
    std::string text = line(type_text(type), value.address,
                            object_class.empty() ? place : fmt::format("a {}, {}", object_class, place));
    if (record && readable_bytes(bridge_, at, size.value()) == size.value()) return text + content(pointee, at);
    if (!record && place != kNotReadable) {
      const std::string behind = objects_.behind(type, value.address);
      if (!behind.empty()) text += "  " + behind + "\n";
    }
    return text;
  }

  std::string function(const NativeFunction& function) {
    const NativeCall* call = c_function(function);
    if (!call) return fmt::format("C macro {}\n", options_.paint(Role::kName, function.name->view()));
    const std::string prototype =
        prototype_text(bridge_.types, call->name, call->plan->signature, call->parameter_names);
    const std::string place = facts_.function(reinterpret_cast<const void*>(call->address));
    return prototype + "\n" + options_.paint(Role::kDim, "  C function, " + place) + "\n";
  }

 private:
  static constexpr std::string_view kNotReadable = "not readable memory";

  std::string type_text(TypeId type) const { return options_.paint(Role::kType, bridge_.types.text(type)); }

  // "sqlite3 * 0x55d0c0ffee00, in C's heap"
  std::string line(const std::string& type, const void* address, std::string_view place) const {
    return fmt::format("{} {}{}\n", type, fmt::ptr(address), options_.paint(Role::kDim, fmt::format(", {}", place)));
  }

  // "SDL_Rect, 16 bytes at 0x55d0c0ffee00, owned by Elle"
  std::string heading(TypeId type, uint64_t size, const void* address, std::string_view place) const {
    const bool is_union = bridge_.types.kind_of(type) == TypeKind::kRecord &&
                          bridge_.types.record(bridge_.types.resolve(type)).kind == core::RecordKind::kUnion;
    return fmt::format("{}{}\n", type_text(type),
                       options_.paint(Role::kDim, fmt::format("{}, {} bytes at {}, {}", is_union ? ", a union" : "",
                                                              size, fmt::ptr(address), place)));
  }

  std::string content(TypeId type, const std::byte* at) {
    const TypeKind kind = bridge_.types.kind_of(type);
    const bool of_records =
        (kind == TypeKind::kArray) && bridge_.types.kind_of(bridge_.types.element_of(type)) == TypeKind::kRecord;
    if (kind == TypeKind::kRecord || of_records) {
      RecordRows rows(bridge_, objects_, options_.whole);
      if (of_records)
        rows.add_elements(type, at);
      else
        rows.add_record(type, at);
      return rows.table().text(options_.paint, options_.whole ? 0 : options_.columns, 2) + cut_line(rows.cut());
    }
    if (kind == TypeKind::kArray && !objects_.is_text(type)) {
      const std::vector<std::string> elements = objects_.elements(type, at);
      return filled_text(elements, "[", "]", options_) + "\n" + cut_line(!elements.empty() && elements.back() == "…");
    }
    const std::string text = objects_.text(type, at);
    return text.empty() ? "" : "  " + text + "\n";
  }

  std::string cut_line(bool cut) const {
    if (!cut || options_.whole) return {};
    return options_.paint(Role::kDim, fmt::format("… shortened; {} shows all", options_.way_to_all)) + "\n";
  }

  BridgeContext& bridge_;
  const ShowOptions& options_;
  PointerFacts facts_;
  ObjectText objects_;
};

std::string library_text(const LoadedLibrary& library, const ShowOptions& options) {
  std::string text = fmt::format("library {}", options.paint(Role::kName, library.library->name()));
  for (const std::string& path : library.paths) text += fmt::format("\n  file    {}", path);
  if (!library.header.empty()) text += fmt::format("\n  header  {}", library.header);
  if (!library.name.empty()) text += fmt::format("\n  as      {}/…", library.name);
  return text + "\n";
}

std::string opaque_text(BridgeContext& bridge, OpaqueBody& body, const ShowOptions& options) {
  if (auto* library = dynamic_cast<LibraryBody*>(&body)) return library_text(library->library(), options);
  if (auto* type = dynamic_cast<CTypeBody*>(&body)) {
    auto size = bridge.types.size_of(type->id());
    return fmt::format("C type {}{}\n", options.paint(Role::kType, bridge.types.text(type->id())),
                       size.ok() ? fmt::format(", {} bytes", size.value()) : "");
  }
  return {};
}

}  // namespace

std::string CValueDisplay::display(Value value, const ShowOptions& options) const {
  switch (value.tag()) {
    case Tag::kInteger:
      return value.c_type() ? enum_text(bridge_.types, value.c_type(), value.natural) + "\n" : "";
    case Tag::kPointer:
      return CDisplay(bridge_, options).pointer(value);
    case Tag::kAllocation:
      return CDisplay(bridge_, options).memory(value);
    case Tag::kNativeFunction:
      return CDisplay(bridge_, options).function(*value.as<NativeFunction>());
    case Tag::kOpaque:
      return opaque_text(bridge_, *value.as<Opaque>()->body, options);
    default:
      return {};
  }
}

}  // namespace elle::lang
