// From what a script writes to types. An expression is read anew each time, because what a name means changes as the
// script goes on; only C texts without names are kept (ScriptTypes).
#include "lang/bridge/types/types.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/types/c_type_parser.h"
#include "core/types/type_table.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/header_types.h"
#include "lang/bridge/types/record_fields.h"
#include "lang/bridge/types/script_types.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/value/native_function.h"

namespace elle::lang {

using core::TypeId;
using core::TypeKind;

namespace {

struct NamedType {
  std::string_view keyword;
  TypeKind kind;
};

// Keywords that are no C spelling, and those with a blank in it. All others are looked up as C text: `:uint8_t`.
constexpr NamedType kKeywords[] = {
    {"schar", TypeKind::kSignedChar},
    {"uchar", TypeKind::kUnsignedChar},
    {"ushort", TypeKind::kUnsignedShort},
    {"uint", TypeKind::kUnsignedInt},
    {"ulong", TypeKind::kUnsignedLong},
    {"longlong", TypeKind::kLongLong},
    {"ulonglong", TypeKind::kUnsignedLongLong},
    {"long-double", TypeKind::kLongDouble},
    {"int8", TypeKind::kSignedChar},
    {"uint8", TypeKind::kUnsignedChar},
    {"int16", TypeKind::kShort},
    {"uint16", TypeKind::kUnsignedShort},
    {"int32", TypeKind::kInt},
    {"uint32", TypeKind::kUnsignedInt},
    {"int64", TypeKind::kLong},
    {"uint64", TypeKind::kUnsignedLong},
    {"int128", TypeKind::kInt128},
    {"uint128", TypeKind::kUnsignedInt128},
    {"complex-float", TypeKind::kComplexFloat},
    {"complex-double", TypeKind::kComplexDouble},
    {"complex-long-double", TypeKind::kComplexLongDouble},
};

// "Did you mean `GtkWidget`?"; "" when no type of the headers is near.
std::string nearest_types_text(BridgeContext& bridge, std::string_view name) {
  const std::vector<std::string> near = nearest_types(bridge, name, 3);
  return near.empty() ? std::string()
                      : fmt::format("Did you mean {}?",
                                    core::quoted_choices(std::vector<std::string_view>(near.begin(), near.end())));
}

Failed unknown_type(BridgeContext& bridge, Value expression) {
  const std::string near =
      expression.is(Tag::kSymbol) ? nearest_types_text(bridge, expression.as<Symbol>()->view()) : std::string();
  const std::string text = print_short(bridge.runtime.views, expression);
  return bridge.runtime.fail({ErrorKind::kCType,
                              fmt::format("{} is not a C type.", text),
                              near.empty() ? "Types are keywords (:int :double :pointer :string), (:pointer type), "
                                             "(:array type n), C text such as \"char *\", and the names of structs."
                                           : near,
                              {{"type-name", text}}});
}

Result<TypeId> type_from_keyword(BridgeContext& bridge, Value keyword) {
  const std::string_view name = keyword.as<Symbol>()->view();
  if (name == "pointer") return bridge.types.pointer_to(core::type_of(TypeKind::kVoid));
  if (name == "string")
    return bridge.types.pointer_to(bridge.types.qualified(core::type_of(TypeKind::kChar), core::kConst));
  for (const NamedType& named : kKeywords)
    if (named.keyword == name) return core::type_of(named.kind);
  Result<TypeId> type = type_from_text(bridge, name);
  if (!type.ok()) return unknown_type(bridge, keyword);
  return type;
}

// (:struct (x :int) …) and (:union (i :int) …): a record without a name.
Result<TypeId> record_type_from(BridgeContext& bridge, core::RecordKind kind, std::span<const Value> fields) {
  const TypeId record = bridge.types.declare_record("", kind);
  TRY(define_fields(bridge, record, fields));
  return record;
}

Result<TypeId> type_from_list(BridgeContext& bridge, Value expression) {
  const ScriptTypes::Nesting nesting(bridge.script_types);
  if (nesting.too_deep())
    return bridge.runtime.fail({ErrorKind::kCType,
                                "The type is nested too deeply.",
                                "",
                                {{"type-name", print_short(bridge.runtime.views, expression)}}});
  std::vector<Value> items;
  sequence_items(expression, &items);
  if (!items[0].is(Tag::kKeyword)) return unknown_type(bridge, expression);
  const std::string_view head = items[0].as<Symbol>()->view();
  if (head == "pointer" && items.size() == 2) return bridge.types.pointer_to(TRY(type_from(bridge, items[1])));
  if (head == "const" && items.size() == 2)
    return bridge.types.qualified(TRY(type_from(bridge, items[1])), core::kConst);
  const bool fields = items.size() > 1 && items[1].is(Tag::kPair) && !items[1].as<Pair>()->head.is(Tag::kKeyword);
  if (head == "struct" && fields)
    return record_type_from(bridge, core::RecordKind::kStruct, std::span(items).subspan(1));
  if (head == "union" && fields) return record_type_from(bridge, core::RecordKind::kUnion, std::span(items).subspan(1));
  if ((head == "struct" || head == "union") && items.size() == 2) return type_from(bridge, items[1]);
  if (head == "array" && items.size() == 3 && items[2].is(Tag::kInteger) && items[2].integer >= 0)
    return bridge.types.array_of(TRY(type_from(bridge, items[1])), items[2].natural);
  if (head == "function" && items.size() == 3)
    return bridge.types.pointer_to(TRY(function_type_from(bridge, items[1], items[2])));
  return unknown_type(bridge, expression);
}

// `struct Point` is no name for an enum Point.
bool may_be_called(const core::TypeTable& types, TypeId type, core::TypeNameKind kind) {
  if (kind == core::TypeNameKind::kTypedef) return true;
  return types.kind_of(type) == (kind == core::TypeNameKind::kEnum ? TypeKind::kEnum : TypeKind::kRecord);
}

core::Result<TypeId> look_up(BridgeContext& bridge, core::TypeNameKind kind, std::string_view name) {
  const TypeId own = bridge.script_types.find(name);
  if (own && may_be_called(bridge.types, own, kind)) return own;
  return find_header_type(
      bridge, name, kind == core::TypeNameKind::kTypedef ? core::Kinds(core::DeclarationKind::kTypedef) : core::kTags);
}

}  // namespace

std::string_view scalar_keyword(TypeKind kind) {
  const std::string_view spelling = core::scalar_spelling(kind);
  if (spelling.find(' ') == std::string_view::npos) return spelling;
  return std::ranges::find(kKeywords, kind, &NamedType::kind)->keyword;
}

Value type_value(BridgeContext& bridge, TypeId type) {
  return bridge.runtime.opaque(std::make_unique<CTypeBody>(bridge.types, type));
}

Result<TypeId> type_from_text(BridgeContext& bridge, std::string_view text) {
  const std::string key(text);
  if (auto known = bridge.script_types.without_names.find(key); known != bridge.script_types.without_names.end())
    return known->second;
  bool has_names = false;
  std::string unknown;
  core::Result<TypeId> type =
      core::parse_c_type(bridge.types, text, [&](core::TypeNameKind kind, std::string_view name) {
        has_names = true;
        core::Result<TypeId> found = look_up(bridge, kind, name);
        if (found.ok() && !found.value()) unknown = name;
        return found;
      });
  if (!type.ok() && !unknown.empty() && type.error()->next_step.empty())
    type.error()->next_step = nearest_types_text(bridge, unknown);
  if (type.ok() && !has_names) bridge.script_types.without_names[key] = type.value();
  return bridge.runtime.lift(std::move(type));
}

Result<TypeId> function_type_from(BridgeContext& bridge, Value result, Value parameters) {
  std::vector<Value> items;
  if (!sequence_items(parameters, &items)) return unknown_type(bridge, parameters);
  std::vector<TypeId> types;
  bool variadic = false;
  for (Value parameter : items) {
    variadic = parameter.is(Tag::kSymbol) && parameter.as<Symbol>()->view() == "...";
    if (!variadic) types.push_back(TRY(type_from(bridge, parameter)));
  }
  return bridge.types.function(TRY(type_from(bridge, result)), types, variadic);
}

Result<TypeId> type_from(BridgeContext& bridge, Value expression) {
  switch (expression.tag()) {
    case Tag::kKeyword:
      return type_from_keyword(bridge, expression);
    case Tag::kPair:
      return type_from_list(bridge, expression);
    case Tag::kString:
      return type_from_text(bridge, expression.as<String>()->view());
    case Tag::kSymbol: {
      const std::string_view name = expression.as<Symbol>()->view();
      if (TypeId own = bridge.script_types.find(name)) return own;
      const TypeId declared = TRY(bridge.runtime.lift(
          find_header_type(bridge, name, core::Kinds(core::DeclarationKind::kTypedef) | core::kTags)));
      if (declared) return declared;
      return unknown_type(bridge, expression);
    }
    case Tag::kOpaque:
      if (auto* body = dynamic_cast<CTypeBody*>(expression.as<Opaque>()->body.get())) return body->id();
      return unknown_type(bridge, expression);
    case Tag::kNativeFunction: {
      // C lets a function and a struct share a name: `stat` is the function, and the struct where a type is meant.
      const std::string_view name = expression.as<NativeFunction>()->name->view();
      const TypeId tag = TRY(bridge.runtime.lift(find_header_type(bridge, name, core::kTags)));
      return tag ? Result<TypeId>(tag) : unknown_type(bridge, expression);
    }
    default:
      return unknown_type(bridge, expression);
  }
}

bool names_boolean(const core::TypeTable& types, TypeId type) {
  for (TypeId t = type; t; t = types[t].target) {
    const core::Type& node = types[t];
    if (node.kind == TypeKind::kBool) return true;
    if (node.kind == TypeKind::kTypedef) {
      std::string name(types.typedef_name(t));
      std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
      const TypeKind kind = types.kind_of(t);
      const bool whole = kind == TypeKind::kEnum || (core::is_scalar(kind) && kind != TypeKind::kVoid &&
                                                     core::scalar_class(kind) != core::ScalarClass::kFloating);
      if (whole && (name.ends_with("bool") || name.ends_with("boolean"))) return true;
    } else if (node.kind != TypeKind::kQualified) {
      return false;
    }
  }
  return false;
}

bool counts_items(const core::TypeTable& types, TypeId type) {
  const TypeKind kind = types.scalar_kind(type);
  if (!core::is_scalar(kind)) return false;
  const core::ScalarClass scalar = core::scalar_class(kind);
  return (scalar == core::ScalarClass::kSigned || scalar == core::ScalarClass::kUnsigned) &&
         !names_boolean(types, type);
}

bool is_string_result(const core::TypeTable& types, TypeId type) {
  if (types.kind_of(type) != TypeKind::kPointer) return false;
  const TypeId pointee = types.element_of(type);
  return types.kind_of(pointee) == TypeKind::kChar && (types.qualifiers_of(pointee) & core::kConst);
}

}  // namespace elle::lang
