// Printing happens anywhere, in error messages above all, and must neither fault nor go on for ever: content is read
// only where the collector owns it, a pointer is its address and no more, and depth and length have limits.
#include "lang/bridge/memory/memory_text.h"

#include <cstring>

#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/convert/wide_floats.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

constexpr size_t kMaxItems = 12;
constexpr int kMaxDepth = 3;

class ContentPrinter {
 public:
  explicit ContentPrinter(BridgeContext& bridge) : bridge_(bridge) {}

  // False for what has no content to show: unions, of which nobody knows the member that counts, and unknown sizes,
  // as of flexible arrays.
  bool append(TypeId type, std::byte* at, int depth) {
    switch (bridge_.types.kind_of(type)) {
      case TypeKind::kRecord:
        return append_record(type, at, depth);
      case TypeKind::kArray:
      case TypeKind::kVector:
        return append_array(type, at, depth);
      default:
        return append_scalar(type, at);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  bool append_record(TypeId type, std::byte* at, int depth) {
    auto record = bridge_.types.complete_record(type);
    if (!record.ok() || record.value()->kind == core::RecordKind::kUnion) return false;
    const auto& fields = record.value()->layout.fields;
    text_ += '{';
    for (size_t i = 0; i < fields.size(); i++) {
      if (i) text_ += ' ';
      if (i == kMaxItems || depth == kMaxDepth) {
        text_ += "…";
        break;
      }
      text_ += fields[i].name.empty() ? "_ " : fmt::format(":{} ", fields[i].name);
      append_field(fields[i], at, depth);
    }
    text_ += '}';
    return true;
  }

  void append_field(const core::Field& field, std::byte* record, int depth) {
    if (field.is_bit_field) return append_value(read_field(bridge_, {&field, field.bit_offset}, record, nil()));
    if (!append(field.type, record + field.bit_offset / 8, depth + 1)) text_ += "…";
  }

  bool append_array(TypeId type, std::byte* at, int depth) {
    const TypeId element = bridge_.types.element_of(type);
    const uint64_t count = bridge_.types.resolved(type).count;
    auto size = bridge_.types.size_of(element);
    if (!size.ok() || count == core::kUnknownLength) return false;
    if (bridge_.types.kind_of(element) == TypeKind::kChar) return append_text(reinterpret_cast<char*>(at), count);
    text_ += '[';
    for (uint64_t i = 0; i < count; i++) {
      if (i) text_ += ' ';
      if (i == kMaxItems || depth == kMaxDepth) {
        text_ += "…";
        break;
      }
      if (!append(element, at + i * size.value(), depth + 1)) text_ += "…";
    }
    text_ += ']';
    return true;
  }

  bool append_text(const char* text, uint64_t count) {
    append_value(text_or_bytes(bridge_.runtime, {text, strnlen(text, count)}));
    return true;
  }

  // A pointer's address alone: what it points to may be gone, even where it says it is text.
  bool append_scalar(TypeId type, std::byte* at) {
    if (bridge_.types.kind_of(type) == TypeKind::kPointer) {
      void* address;
      std::memcpy(&address, at, sizeof address);
      text_ += address ? fmt::format("{}", fmt::ptr(address)) : "nil";
      return true;
    }
    text_ += scalar_text(bridge_, type, at);
    return true;
  }

  void append_value(const Result<Value>& value) {
    text_ += value.ok() ? print_short(bridge_.runtime.views, value.value()) : "…";
  }

  BridgeContext& bridge_;
  std::string text_;
};

// Whether the collector owns what is seen, and none of it was freed.
bool is_owned(const Allocation* memory) { return !is_freed(memory) && root_of(memory)->flags & Allocation::kOwned; }

}  // namespace

std::string scalar_text(BridgeContext& bridge, TypeId type, std::byte* at) {
  if (bridge.types.kind_of(type) == TypeKind::kLongDouble) {
    long double number;
    std::memcpy(&number, at, sizeof number);
    return long_double_text(number);
  }
  if (bridge.types.kind_of(type) == TypeKind::kFloat128) return float128_text(at);
  const Result<Value> value = read_value(bridge, type, at, nil());
  return value.ok() ? print_short(bridge.runtime.views, value.value()) : "…";
}

std::string memory_text(BridgeContext& bridge, Value memory) {
  const std::string type = bridge.types.text(memory.c_type());
  const Allocation* allocation = memory.as<Allocation>();
  ContentPrinter content(bridge);
  if (is_owned(allocation) && content.append(memory.c_type(), allocation->address, 0))
    return fmt::format("#<{} {}>", type, content.take());
  return fmt::format("#<{} at {}>", type, fmt::ptr(allocation->address));
}

}  // namespace elle::lang
