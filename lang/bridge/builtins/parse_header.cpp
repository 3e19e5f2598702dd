// parse-c-header: what a header declares, as Lisp data for programs that write programs. See stdlib/headers.lisp.
#include "core/declarations/header_loader.h"
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/library/header_request.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/library/own_declarations.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/prototype.h"
#include "lang/bridge/types/type_expression.h"
#include "lang/builtins/sequence.h"
#include "lang/data/map.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::TypeId;
using core::TypeKind;

namespace {

class HeaderData {
 public:
  HeaderData(BridgeContext& bridge, std::shared_ptr<const core::DeclarationsFile> file, const OwnDeclarations& own)
      : bridge_(bridge),
        runtime_(bridge.runtime),
        file_(std::move(file)),
        types_(core::TypeLoader::create(bridge.types, file_)),
        own_(own),
        expressions_(bridge) {}

  Value map();

 private:
  Value map_of(Properties properties) { return elle::lang::map_of(runtime_, properties); }
  Value described(const Declaration& declaration, Properties properties);
  Value text(std::string_view text) { return text.empty() ? nil() : runtime_.string(text); }
  // The expression and the C text of a type.
  std::pair<Value, Value> type_texts(core::FileType type);

  void find_records();
  void add_record(TypeId record);
  void add_parts(TypeId type);

  template <class Make>
  Value vector_of(DeclarationKind kind, Make make);
  Value record(const Declaration& declaration, bool opaque);
  Value function(const Declaration& declaration);
  Value parameters(const Declaration& function);
  Value prototype(const Declaration& function);
  Value enumeration(const Declaration& declaration);
  Value constants();

  BridgeContext& bridge_;
  Runtime& runtime_;
  std::shared_ptr<const core::DeclarationsFile> file_;
  std::shared_ptr<core::TypeLoader> types_;
  const OwnDeclarations& own_;
  TypeExpressions expressions_;
  std::map<TypeId, Declaration> records_;  // of the whole file
  std::set<TypeId> added_;
  std::vector<Value> structs_, unions_;
};

// With what can be said of any declaration.
Value HeaderData::described(const Declaration& declaration, Properties properties) {
  Value value = map_of({{"name", text(declaration.name())}});
  Map& map = *value.as<Map>();
  for (const auto& [name, item] : properties) map_put(runtime_.heap, map, runtime_.keyword(name), item);
  const core::Place place = declaration.place();
  map_put(runtime_.heap, map, runtime_.keyword("comment"), text(declaration.comment()));
  map_put(runtime_.heap, map, runtime_.keyword("file"), text(place.file));
  map_put(runtime_.heap, map, runtime_.keyword("line"), natural(place.line));
  return value;
}

std::pair<Value, Value> HeaderData::type_texts(core::FileType type) {
  auto loaded = types_->load(type);
  if (!loaded.ok()) return {nil(), nil()};
  return {expressions_.of(loaded.value()).value_or(nil()), runtime_.string(bridge_.types.text(loaded.value()))};
}

// --- Records, so that each stands after those it holds ---

void HeaderData::find_records() {
  for (const Declaration& declaration : file_->all(DeclarationKind::kRecord))
    if (auto type = types_->named(declaration); type.ok()) records_.emplace(type.value(), declaration);
  for (const auto& [type, declaration] : records_) {
    if (!declaration.opaque() || declaration.name().empty() || !own_.has(declaration)) continue;
    expressions_.define(type, declaration.name());
    structs_.push_back(record(declaration, true));
    added_.insert(type);
  }
  for (const Declaration& declaration : file_->all(DeclarationKind::kRecord))
    if (auto type = types_->named(declaration); type.ok() && own_.has(declaration)) add_record(type.value());
}

void HeaderData::add_record(TypeId type) {
  if (!added_.insert(type).second) return;
  auto complete = bridge_.types.complete_record(type);
  if (!complete.ok()) return;
  for (const core::Field& field : complete.value()->layout.fields) add_parts(field.type);
  const auto known = records_.find(type);
  if (known == records_.end() || known->second.name().empty()) return;
  const bool is_union = known->second.is_union();
  // A struct may point to itself by its name; a union is written out where it stands.
  if (!is_union) expressions_.define(type, known->second.name());
  (is_union ? unions_ : structs_).push_back(record(known->second, false));
}

// The records that a type holds by value.
void HeaderData::add_parts(TypeId type) {
  while (bridge_.types.kind_of(type) == TypeKind::kArray) type = bridge_.types.element_of(type);
  if (bridge_.types.kind_of(type) == TypeKind::kRecord) add_record(bridge_.types.resolve(type));
}

Value HeaderData::record(const Declaration& declaration, bool opaque) {
  auto type = types_->named(declaration);
  std::optional<Value> fields;
  if (!opaque && type.ok()) fields = expressions_.fields(bridge_.types.resolve(type.value()));
  return described(declaration, {{"fields", fields.value_or(nil())},
                                 {"size", opaque ? nil() : natural(declaration.size())},
                                 {"opaque", boolean(!fields)}});
}

// --- Everything else ---

template <class Make>
Value HeaderData::vector_of(DeclarationKind kind, Make make) {
  std::vector<Value> items;
  for (const Declaration& declaration : file_->all(kind))
    if (own_.has(declaration) && declaration.reason().empty()) items.push_back(make(declaration));
  return runtime_.vector(items);
}

Value HeaderData::parameters(const Declaration& function) {
  std::vector<Value> parameters;
  auto type = types_->function(function);
  const bool whole = type.ok() && bridge_.types.kind_of(type.value()) == TypeKind::kFunction;
  for (uint32_t i = 0; whole && i < function.parameter_count(); i++) {
    // The adjusted type: `int *` for `int v[3]`.
    const TypeId parameter = bridge_.types.function_type(type.value()).parameters[i];
    parameters.push_back(map_of({{"name", text(function.parameter(i).name)},
                                 {"type", expressions_.of(parameter).value_or(nil())},
                                 {"c-type", runtime_.string(bridge_.types.text(parameter))}}));
  }
  return runtime_.vector(parameters);
}

Value HeaderData::prototype(const Declaration& function) {
  auto type = types_->function(function);
  if (!type.ok()) return nil();
  return runtime_.string(prototype_text(bridge_.types, function.name(), type.value(), parameter_names(function)));
}

Value HeaderData::function(const Declaration& declaration) {
  const auto [result, c_result] = type_texts(declaration.result());
  return described(declaration, {{"lisp-name", text(lisp_spelling(declaration.name()))},
                                 {"parameters", parameters(declaration)},
                                 {"result", result},
                                 {"c-result", c_result},
                                 {"prototype", prototype(declaration)},
                                 {"variadic", boolean(declaration.variadic() || declaration.without_prototype())},
                                 {"inline", boolean(declaration.header_only())}});
}

Value HeaderData::enumeration(const Declaration& declaration) {
  Value constants = nil();
  for (uint32_t i = declaration.constant_count(); i-- > 0;) {
    const Declaration constant = declaration.constant(i);
    const auto bits = static_cast<uint64_t>(constant.constant_value());
    const Value value = constant.constant_is_unsigned() ? natural(bits) : integer(constant.constant_value());
    constants = runtime_.cons(runtime_.list({runtime_.symbol(constant.name()), value}), constants);
  }
  return described(declaration, {{"constants", constants}});
}

// Macros and `static const` variables with a value that Lisp can write: numbers and texts.
Value HeaderData::constants() {
  LoadedLibrary library{.name = {}, .header = {}, .library = nullptr, .file = file_, .types = types_};
  std::vector<Value> constants;
  for (DeclarationKind kind : {DeclarationKind::kMacro, DeclarationKind::kVariable}) {
    for (const Declaration& declaration : file_->all(kind)) {
      const bool macro = kind == DeclarationKind::kMacro;
      const core::MacroValue value_kind = macro ? declaration.macro_value() : declaration.constant_kind();
      const bool has_value = value_kind == core::MacroValue::kInteger || value_kind == core::MacroValue::kFloating ||
                             value_kind == core::MacroValue::kString;
      if (!has_value || !own_.has(declaration)) continue;
      auto value = bridge_.name_values.known_value(library, declaration);
      if (value.ok() && !value.value().is(Tag::kPointer))
        constants.push_back(described(declaration, {{"value", value.value()}}));
    }
  }
  return runtime_.vector(constants);
}

Value HeaderData::map() {
  find_records();
  const Value functions = vector_of(DeclarationKind::kFunction, [&](const Declaration& d) { return function(d); });
  const Value enums = vector_of(DeclarationKind::kEnum, [&](const Declaration& d) { return enumeration(d); });
  auto typed = [&](const Declaration& declaration) {
    const auto [type, c_type] = type_texts(declaration.type());
    return described(declaration, {{"type", type}, {"c-type", c_type}});
  };
  return map_of({{"functions", functions},
                 {"structs", runtime_.vector(structs_)},
                 {"unions", runtime_.vector(unions_)},
                 {"enums", enums},
                 {"typedefs", vector_of(DeclarationKind::kTypedef, typed)},
                 {"constants", constants()},
                 {"variables", vector_of(DeclarationKind::kVariable, typed)}});
}

Result<Value> parse_c_header(Runtime& runtime, Args args) {
  Arguments arguments(runtime, args);
  TRY(arguments.expect_options(1, {"all", "library", "include", "define", "flags"}));
  core::HeaderRequest request = TRY(request_from(runtime, arguments, 1, args[0]));
  request.libraries = TRY(strings_of(runtime, arguments.option(1, "library"), "library"));
  if (request.headers.empty()) return arguments.wrong(0, "a header or a list of headers");
  auto file = TRY(runtime.lift(core::load_headers(request, loader_options(runtime))));
  const OwnDeclarations own(*file, request, arguments.option(1, "all").truthy());
  return HeaderData(BridgeContext::of(runtime), file, own).map();
}

constexpr BuiltinEntry kHeaderBuiltins[] = {
    {"parse-c-header", 1, kAnyNumber, parse_c_header, "(parse-c-header header &key library all include define flags)",
     "What a C header (or each of a list of them) declares, as data: see parsed-functions, parsed-structs and their "
     "like. That is what stands in the header itself and, when it has a folder of its own, in the others of that "
     "folder; with `:all #t`, also in the others it includes. `:library` says which installed package it belongs to."},
};

}  // namespace

void define_header_builtins(Runtime& runtime) { runtime.define_builtins(kHeaderBuiltins); }

}  // namespace elle::lang
