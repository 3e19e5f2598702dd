// What is being typed is seldom a whole type, so what fails in the rooms below is 0 here. A struct or an array counts
// as the pointer that it is passed as, which is what parameters are compared with.
#include "lang/bridge/ask/c_types.h"

#include "core/types/type_table.h"

#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

// The record that a type is or points to; kNoType when it is neither.
TypeId record_of(const core::TypeTable& types, TypeId type) {
  if (type && types.kind_of(type) == TypeKind::kPointer) type = types.element_of(type);
  return type && types.kind_of(type) == TypeKind::kRecord ? type : core::kNoType;
}

void add_fields(BridgeContext& bridge, TypeId record, uint64_t offset, std::vector<CField>& fields) {
  const auto complete = bridge.types.complete_record(record);
  if (!complete.ok()) return;
  for (const core::Field& field : complete.value()->layout.fields) {
    if (field.name.empty()) {
      add_fields(bridge, field.type, offset + field.offset(), fields);
      continue;
    }
    const std::string bits = field.is_bit_field ? fmt::format(" : {}", field.bit_width) : "";
    fields.push_back({field.name, bridge.types.text(field.type, field.name) + bits, offset + field.offset()});
  }
}

}  // namespace

CTypeId c_type_meant_by(BridgeContext& bridge, std::string_view text) {
  const auto type = type_from(bridge, bridge.runtime.symbol(text));
  if (type.ok()) return type.value();
  const auto parsed = type_from_text(bridge, text);
  return parsed.ok() ? parsed.value() : core::kNoType;
}

CTypeId c_type_of_keyword(BridgeContext& bridge, std::string_view keyword) {
  const auto type = type_from(bridge, bridge.runtime.keyword(keyword));
  return type.ok() ? type.value() : core::kNoType;
}

std::vector<std::pair<std::string_view, std::string_view>> c_type_keywords() {
  std::vector<std::pair<std::string_view, std::string_view>> keywords = {{"pointer", "void *"},
                                                                         {"string", "const char *"}};
  for (size_t i = 0; i < core::kScalarCount; i++) {
    const auto kind = static_cast<TypeKind>(i);
    keywords.emplace_back(scalar_keyword(kind), core::scalar_spelling(kind));
  }
  for (std::string_view name : {"size_t", "ssize_t", "int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "uint32_t",
                                "int64_t", "uint64_t", "intptr_t", "uintptr_t"})
    keywords.emplace_back(name, core::scalar_spelling(core::standard_scalar(name)));
  return keywords;
}

CTypeId c_type_of_name(BridgeContext& bridge, std::string_view name) {
  const auto found = find_name(bridge, name);
  if (!found || found->declaration.kind() == core::DeclarationKind::kFunction) return core::kNoType;
  const auto type = found->library->types->load(found->declaration.type());
  return type.ok() ? c_type_as_passed(bridge, type.value()) : core::kNoType;
}

CTypeId c_type_of_value(BridgeContext& bridge, Value value) {
  if (value.is(Tag::kPointer)) return value.c_type();
  if (!value.is(Tag::kAllocation)) return core::kNoType;
  const TypeId type = value.c_type();
  return bridge.types.kind_of(type) == TypeKind::kArray ? c_type_as_passed(bridge, type) : c_pointer_to(bridge, type);
}

CTypeId c_type_as_passed(BridgeContext& bridge, CTypeId type) {
  if (!type) return type;
  if (bridge.types.kind_of(type) == TypeKind::kRecord) return bridge.types.pointer_to(type);
  if (bridge.types.kind_of(type) == TypeKind::kArray) return bridge.types.pointer_to(bridge.types.element_of(type));
  return type;
}

CTypeId c_pointer_to(BridgeContext& bridge, CTypeId type) { return type ? bridge.types.pointer_to(type) : type; }

CTypeId c_element_of(BridgeContext& bridge, CTypeId type) { return type ? bridge.types.element_of(type) : type; }

bool is_c_record(BridgeContext& bridge, CTypeId type) {
  return type && bridge.types.kind_of(type) == TypeKind::kRecord;
}

std::string c_type_text(BridgeContext& bridge, CTypeId type) { return type ? bridge.types.text(type) : std::string(); }

std::vector<CField> c_fields(BridgeContext& bridge, CTypeId type) {
  std::vector<CField> fields;
  if (const TypeId record = record_of(bridge.types, type)) add_fields(bridge, record, 0, fields);
  return fields;
}

CTypeId c_field_type(BridgeContext& bridge, CTypeId type, std::string_view field) {
  const TypeId record = record_of(bridge.types, type);
  if (!record) return core::kNoType;
  const auto found = bridge.types.find_field(record, field);
  return found.ok() ? c_type_as_passed(bridge, found.value().field->type) : core::kNoType;
}

}  // namespace elle::lang
