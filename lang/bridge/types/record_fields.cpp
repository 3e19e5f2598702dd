// All fields are read before the record is laid out: after one that is wrong the record is as it was, without any.
#include "lang/bridge/types/record_fields.h"

#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

Failed no_field(BridgeContext& bridge, Value item) {
  return bridge.runtime.fail(ErrorKind::kSyntax,
                             fmt::format("{} is not a field.", print_short(bridge.runtime.views, item)),
                             "A field is (name type), (name type :bits n) or (name type :packed #t).");
}

// A name; none for the nil of an anonymous struct or union, whose fields are its owner's.
Result<std::string> field_name(BridgeContext& bridge, Value item, Value name, core::TypeId type) {
  const bool anonymous = name.is_nil() && bridge.types.kind_of(type) == core::TypeKind::kRecord;
  if (anonymous) return std::string();
  if (name.is(Tag::kString)) return std::string(name.as<String>()->view());
  if (name.is(Tag::kSymbol) || name.is(Tag::kKeyword)) return std::string(name.as<Symbol>()->view());
  return no_field(bridge, item);
}

// What follows the type: `:bits n` or `:packed #t`.
Result<core::Done> read_option(BridgeContext& bridge, Value item, Value option, Value value, core::FieldSpec& field) {
  const std::string_view name = option.is(Tag::kKeyword) ? option.as<Symbol>()->view() : std::string_view();
  if (name == "packed") {
    field.packed = value.truthy();
    return core::Done{};
  }
  if (name != "bits" || !value.is(Tag::kInteger)) return no_field(bridge, item);
  if (value.integer < 0 || value.integer > 64)
    return bridge.runtime.fail(ErrorKind::kRange, fmt::format("A bit-field has 0 to 64 bits, not {}.", value.integer));
  field.is_bit_field = true;
  field.bit_width = static_cast<uint32_t>(value.integer);
  return core::Done{};
}

Result<core::FieldSpec> field_spec(BridgeContext& bridge, Value item) {
  std::vector<Value> parts;
  if (!sequence_items(item, &parts) || parts.size() < 2 || parts.size() % 2 != 0) return no_field(bridge, item);
  core::FieldSpec field;
  field.type = TRY(type_from(bridge, parts[1]));
  field.name = TRY(field_name(bridge, item, parts[0], field.type));
  for (size_t i = 2; i < parts.size(); i += 2) TRY(read_option(bridge, item, parts[i], parts[i + 1], field));
  return field;
}

}  // namespace

Result<core::Done> define_fields(BridgeContext& bridge, core::TypeId record, std::span<const Value> items) {
  std::vector<core::FieldSpec> fields;
  core::RecordAttributes attributes;
  for (size_t i = 0; i < items.size(); i++) {
    if (items[i].is(Tag::kKeyword) && items[i].as<Symbol>()->view() == "packed" && i + 1 < items.size())
      attributes.packed = items[++i].truthy();
    else
      fields.push_back(TRY(field_spec(bridge, items[i])));
  }
  if (fields.empty()) return core::Done{};
  return bridge.runtime.lift(bridge.types.define_record(record, fields, attributes));
}

}  // namespace elle::lang
