// verify-library: what a header says of its library beside what the library is, as data.
#include "core/types/type_table.h"
#include "core/verify/verification.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/library/header_request.h"
#include "lang/bridge/library/library_value.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/name_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/builtins/arguments.h"
#include "lang/builtins/sequence.h"
#include "lang/data/map.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

using core::Declaration;

// A map with keywords as keys, built entry by entry.
class Record {
 public:
  explicit Record(Runtime& runtime) : runtime_(runtime), map_(runtime.heap.map()) {}

  Record& put(std::string_view key, Value value) {
    map_put(runtime_.heap, *map_, runtime_.keyword(key), value);
    return *this;
  }
  // An empty text is nil.
  Record& put(std::string_view key, std::string_view text) {
    return put(key, text.empty() ? nil() : runtime_.string(text));
  }
  Value value() const { return object_value(Tag::kMap, map_); }

 private:
  Runtime& runtime_;
  Map* map_;
};

Value missing_value(Runtime& runtime, const Declaration& declaration) {
  return Record(runtime)
      .put("name", declaration.name())
      .put("kind", runtime.keyword(core::declaration_kind_name(declaration.kind())))
      .put("symbol", declaration.symbol())
      .put("declared-at", declaration.place().text())
      .value();
}

Value versioned_value(Runtime& runtime, const core::VersionedSymbol& symbol) {
  std::vector<Value> versions;
  for (const std::string& version : symbol.versions) versions.push_back(runtime.string(version));
  return Record(runtime)
      .put("name", symbol.declaration.name())
      .put("versions", runtime.vector(versions))
      .put("default", symbol.by_default)
      .put("declared-at", symbol.declaration.place().text())
      .value();
}

Value difference_value(Runtime& runtime, const core::Difference& difference) {
  return Record(runtime)
      .put("name", difference.name)
      .put("kind", runtime.keyword(difference.kind))
      .put("header", difference.declared)
      .put("library", difference.compiled)
      .put("declared-at", difference.declared_at)
      .put("compiled-at", difference.compiled_at)
      .value();
}

template <class Item>
Value vector_of(Runtime& runtime, const std::vector<Item>& items, Value (*value_of)(Runtime&, const Item&)) {
  std::vector<Value> values;
  for (const Item& item : items) values.push_back(value_of(runtime, item));
  return runtime.vector(values);
}

// The loaded header of a library value or of a library's name.
Result<LoadedLibrary*> header_argument(Runtime& runtime, Args args, uint32_t index) {
  LoadedLibrary* found = nullptr;
  std::string name;
  if (args[index].is(Tag::kString)) {
    name = args[index].as<String>()->view();
    for (LoadedLibrary& library : BridgeContext::of(runtime).libraries.loaded)
      if (library.file && library.library->name() == name) found = &library;
  } else {
    auto* body = TRY(Arguments(runtime, args).opaque<LibraryBody>(index, "a library or its name"));
    if (body->library().file) found = &body->library();
    name = body->library().library->name();
  }
  if (found) return found;
  return runtime.fail({ErrorKind::kLibrary,
                       fmt::format("No header of `{}` has been loaded.", name),
                       "Load one with its library: (load-header-with-lib \"…\" \"…\").",
                       {{"path", std::string(name)}}});
}

Result<Value> verify_library(Runtime& runtime, Args args) {
  LoadedLibrary& library = *TRY(header_argument(runtime, args, 0));
  BridgeContext& bridge = BridgeContext::of(runtime);
  auto has_symbol = [&](std::string_view symbol) {
    return bridge.name_values.exported_address(library, symbol) != nullptr;
  };
  const core::Verification found =
      core::verify({bridge.types, *library.types, library.library->path(), has_symbol}, loader_options(runtime));
  const auto count = [](size_t number) { return integer(static_cast<int64_t>(number)); };
  return Record(runtime)
      .put("header", library.header)
      .put("library", library.library->path())
      .put("declared", count(found.declared))
      .put("compared", count(found.compared))
      .put("not-compared", found.no_debug_info)
      .put("missing", vector_of(runtime, found.missing, missing_value))
      .put("versioned", vector_of(runtime, found.versioned, versioned_value))
      .put("different", vector_of(runtime, found.differences, difference_value))
      .value();
}

constexpr BuiltinEntry kVerifyBuiltins[] = {
    {"verify-library", 1, 1, verify_library, "(verify-library library)",
     "Compares a library with the header it was loaded with. Returns a map: `:missing` are declared functions and "
     "variables that no loaded library exports, `:versioned` those in several versions or without a default one; "
     "`:different` is what the library's debug information says differently than the header, with both sides named, "
     "and `:not-compared` why nothing could be compared. See print-verification."},
};

}  // namespace

void define_verify_builtins(Runtime& runtime) { runtime.define_builtins(kVerifyBuiltins); }

}  // namespace elle::lang
