// An expression must read back as the same layout. So fields are laid out once more, as a script's definition would be,
// and held against the header's: what cannot be written so is nothing, never something near it.
#include "lang/bridge/types/type_expression.h"

#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

bool same_places(const core::RecordLayout& a, const core::RecordLayout& b) {
  return a.size == b.size && a.align == b.align &&
         std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(),
                    [](const core::Field& x, const core::Field& y) { return x.bit_offset == y.bit_offset; });
}

// Whether the fields alone, with or without padding between them, lead to the layout of the record.
bool laid_out_as(core::TypeTable& types, const core::RecordType& record, bool packed) {
  std::vector<core::FieldSpec> specs;
  for (const core::Field& field : record.layout.fields)
    specs.push_back({.name = field.name,
                     .type = field.type,
                     .is_bit_field = field.is_bit_field,
                     .bit_width = field.bit_width,
                     .packed = packed});
  auto layout = core::lay_out_record(types, record.kind, specs, {});
  return layout.ok() && same_places(layout.value(), record.layout);
}

}  // namespace

std::optional<Value> TypeExpressions::of(TypeId type) {
  if (is_string_result(bridge_.types, type)) return bridge_.runtime.keyword("string");
  const TypeId resolved = bridge_.types.resolve(type);
  switch (bridge_.types.kind_of(resolved)) {
    case TypeKind::kPointer:
      return pointer_to(bridge_.types.element_of(resolved));
    case TypeKind::kArray:
      return array_of(bridge_.types[resolved]);
    case TypeKind::kFunction:
      return function(resolved);
    case TypeKind::kRecord:
      return record(resolved);
    case TypeKind::kVector:
      return std::nullopt;
    default:
      return bridge_.runtime.keyword(scalar_keyword(bridge_.types.scalar_kind(resolved)));
  }
}

std::optional<Value> TypeExpressions::pointer_to(TypeId pointee) {
  Runtime& runtime = bridge_.runtime;
  const TypeKind kind = bridge_.types.kind_of(pointee);
  if (kind == TypeKind::kFunction) return function(pointee);
  std::optional<Value> target;
  if (kind == TypeKind::kRecord) {
    if (auto named = names_.find(bridge_.types.resolve(pointee)); named != names_.end())
      target = runtime.symbol(named->second);
  } else if (kind != TypeKind::kVoid) {
    target = of(pointee);
  }
  if (!target) return runtime.keyword("pointer");
  const bool constant = bridge_.types.qualifiers_of(pointee) & core::kConst;
  return runtime.list(
      {runtime.keyword("pointer"), constant ? runtime.list({runtime.keyword("const"), *target}) : *target});
}

std::optional<Value> TypeExpressions::array_of(const core::Type& array) {
  const std::optional<Value> element = of(array.target);
  if (!element) return std::nullopt;
  const uint64_t count = array.count == core::kUnknownLength ? 0 : array.count;
  return bridge_.runtime.list({bridge_.runtime.keyword("array"), *element, natural(count)});
}

std::optional<Value> TypeExpressions::function(TypeId function) {
  Runtime& runtime = bridge_.runtime;
  const core::FunctionType& type = bridge_.types.function_type(function);
  Value parameters = type.variadic ? runtime.list({runtime.symbol("...")}) : nil();
  for (size_t i = type.parameters.size(); i-- > 0;) {
    const std::optional<Value> parameter = of(type.parameters[i]);
    if (!parameter) return std::nullopt;
    parameters = runtime.cons(*parameter, parameters);
  }
  const std::optional<Value> result = of(type.result);
  if (!result) return std::nullopt;
  return runtime.list({runtime.keyword("function"), *result, parameters});
}

std::optional<Value> TypeExpressions::record(TypeId record) {
  if (auto named = names_.find(record); named != names_.end()) return bridge_.runtime.symbol(named->second);
  const std::optional<Value> members = fields(record);
  if (!members) return std::nullopt;
  const bool is_union = bridge_.types.record(record).kind == core::RecordKind::kUnion;
  return bridge_.runtime.cons(bridge_.runtime.keyword(is_union ? "union" : "struct"), *members);
}

std::optional<Value> TypeExpressions::fields(TypeId record) {
  auto complete = bridge_.types.complete_record(record);
  if (!complete.ok()) return std::nullopt;
  const core::RecordType& parts = *complete.value();
  const bool plain = laid_out_as(bridge_.types, parts, false);
  if (parts.layout.fields.empty() || (!plain && !laid_out_as(bridge_.types, parts, true))) return std::nullopt;
  Value list = nil();
  for (size_t i = parts.layout.fields.size(); i-- > 0;) {
    const std::optional<Value> item = field(parts.layout.fields[i], !plain);
    if (!item) return std::nullopt;
    list = bridge_.runtime.cons(*item, list);
  }
  return list;
}

std::optional<Value> TypeExpressions::field(const core::Field& field, bool packed) {
  Runtime& runtime = bridge_.runtime;
  const std::optional<Value> type = of(field.type);
  if (!type) return std::nullopt;
  Value options = nil();
  if (packed) options = runtime.list({runtime.keyword("packed"), boolean(true)});
  if (field.is_bit_field) {
    options = runtime.cons(natural(field.bit_width), options);
    options = runtime.cons(runtime.keyword("bits"), options);
  }
  const Value name = field.name.empty() ? nil() : runtime.symbol(field.name);
  return runtime.cons(name, runtime.cons(*type, options));
}

}  // namespace elle::lang
