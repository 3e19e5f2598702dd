// Everything is read by copies (memory_reads.h), so that an object which is gone is said to be not readable and ends no
// display.
#include "lang/bridge/display/object_text.h"

#include <algorithm>
#include <cstring>

#include "core/memory/bit_field.h"
#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/bridge/memory/memory_reads.h"
#include "lang/bridge/memory/memory_text.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/enum_names.h"
#include "lang/bridge/types/type_facts.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

constexpr std::string_view kUnreadable = "not readable";
constexpr size_t kTextLimit = 200, kWholeText = 1 << 20;
constexpr uint64_t kElements = 40;

// 65 'A'
std::string character_text(std::byte byte) {
  const auto c = static_cast<char>(byte);
  return c > ' ' && c < 0x7f ? fmt::format("{} '{}'", int{c}, c) : std::to_string(int{c});
}

}  // namespace

std::string ObjectText::text(TypeId type, const std::byte* at) const {
  switch (bridge_.types.kind_of(type)) {
    case TypeKind::kRecord:
      return record(type, at);
    case TypeKind::kArray:
    case TypeKind::kVector:
      return array(type, at);
    case TypeKind::kFunction:
      return facts_.function(at);
    case TypeKind::kVoid:
      return {};
    case TypeKind::kPointer: {
      const void* address;
      return read_bytes(bridge_, &address, at, sizeof address) ? pointer(type, address) : std::string(kUnreadable);
    }
    default:
      return number(type, at);
  }
}

bool ObjectText::is_small(TypeId type) const {
  constexpr size_t kFew = 4;
  auto record = bridge_.types.complete_record(type);
  if (!record.ok() || record.value()->kind == core::RecordKind::kUnion) return false;
  const auto& fields = record.value()->layout.fields;
  return fields.size() <= kFew &&
         std::ranges::all_of(fields, [&](const core::Field& field) { return bridge_.facts.of(field.type).scalar; });
}

std::string ObjectText::record(TypeId type, const std::byte* at) const {
  if (!is_small(type)) return "{…}";
  std::string text;
  for (const core::Field& field : bridge_.types.complete_record(type).value()->layout.fields) {
    const std::string value = field.is_bit_field ? bit_field(field, at) : this->text(field.type, at + field.offset());
    text += fmt::format("{}:{} {}", text.empty() ? "" : " ", field.name, value);
  }
  return "{" + text + "}";
}

std::string ObjectText::number(TypeId type, const std::byte* at) const {
  alignas(16) std::byte copy[32] = {};
  const uint64_t size = bridge_.facts.of(type).size;
  if (size == 0 || size > sizeof copy || !read_bytes(bridge_, copy, at, size)) return std::string(kUnreadable);
  if (bridge_.types.kind_of(type) == TypeKind::kChar) return character_text(copy[0]);
  if (bridge_.types.kind_of(type) == TypeKind::kEnum && !bridge_.facts.of(type).boolean) {
    const Result<Value> value = read_value(bridge_, type, copy, nil());
    if (value.ok() && value.value().is(Tag::kInteger)) return enum_text(bridge_.types, type, value.value().natural);
  }
  return scalar_text(bridge_, type, copy);
}

std::string ObjectText::bit_field(const core::Field& field, const std::byte* record) const {
  std::byte copy[16] = {};
  const uint64_t first = field.bit_offset / 8, last = (field.bit_offset + field.bit_width - 1) / 8;
  if (!read_bytes(bridge_, copy, record + first, last - first + 1)) return std::string(kUnreadable);
  core::Field here = field;
  here.bit_offset -= first * 8;
  const Result<Value> value = read_field(bridge_, {&here, here.bit_offset}, copy, nil());
  if (!value.ok()) return std::string(kUnreadable);
  if (value.value().is(Tag::kInteger) && value.value().c_type())
    return enum_text(bridge_.types, field.type, value.value().natural);
  return print_short(bridge_.runtime.views, value.value());
}

std::string ObjectText::pointer(TypeId type, const void* address) const {
  if (!address) return "nil";
  const std::string more = behind(type, address);
  const bool says_all = more.starts_with('"') || more.starts_with('`');  // a text, or a function's name
  if (says_all) return more;
  return more.empty() ? fmt::format("{}", fmt::ptr(address)) : fmt::format("{} {}", fmt::ptr(address), more);
}

std::string ObjectText::behind(TypeId type, const void* address) const {
  if (bridge_.types.function_of(type)) return facts_.function(address);
  const TypeId pointee = bridge_.types.element_of(type);
  const TypeKind kind = bridge_.types.kind_of(pointee);
  if (kind == TypeKind::kChar) return text_at(bridge_, address, whole_ ? kWholeText : kTextLimit).value_or("");
  if (readable_bytes(bridge_, address, 1) == 0) return std::string(kUnreadable);
  if (kind == TypeKind::kRecord) return facts_.dynamic_class(type, address);
  if (kind == TypeKind::kPointer) {
    const void* next;
    if (!read_bytes(bridge_, &next, address, sizeof next)) return std::string(kUnreadable);
    return next ? fmt::format("→ {}", fmt::ptr(next)) : "→ nil";
  }
  const bool is_number = kind == TypeKind::kEnum || (core::is_scalar(kind) && kind != TypeKind::kVoid);
  return is_number ? "→ " + number(pointee, static_cast<const std::byte*>(address)) : "";
}

bool ObjectText::is_text(TypeId array) const {
  return bridge_.types.kind_of(bridge_.types.element_of(array)) == TypeKind::kChar;
}

// Text up to its NUL; an array that holds none is shown as its bytes.
std::string ObjectText::characters(uint64_t count, const std::byte* at) const {
  std::string content(std::min<uint64_t>(count, whole_ ? count : kTextLimit), '\0');
  if (!read_bytes(bridge_, content.data(), at, content.size())) return std::string(kUnreadable);
  const size_t length = strnlen(content.data(), content.size());
  const bool cut = length == content.size() && length < count;
  content.resize(length);
  return print_value(bridge_.runtime.views, text_or_bytes(bridge_.runtime, content)) + (cut ? "…" : "");
}

std::vector<std::string> ObjectText::elements(TypeId array, const std::byte* at) const {
  const TypeId element = bridge_.types.element_of(array);
  const uint64_t count = bridge_.types.resolved(array).count, size = bridge_.facts.of(element).size;
  std::vector<std::string> texts;
  const uint64_t shown = whole_ ? count : std::min(count, kElements);
  for (uint64_t i = 0; i < shown; i++) {
    texts.push_back(text(element, at + i * size));
    if (texts.back() == kUnreadable) return texts;
  }
  if (shown < count) texts.emplace_back("…");
  return texts;
}

std::string ObjectText::array(TypeId type, const std::byte* at) const {
  const uint64_t count = bridge_.types.resolved(type).count;
  if (count == core::kUnknownLength || bridge_.facts.of(bridge_.types.element_of(type)).size == 0) return "[…]";
  if (is_text(type)) return characters(count, at);
  std::string text = "[";
  for (const std::string& element : elements(type, at)) text += (text.size() > 1 ? " " : "") + element;
  return text + "]";
}

}  // namespace elle::lang
