// (loaded): which libraries and headers there are, where each came from, and what it has.
#include <set>

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/declaration_summary.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/builtins/sequence.h"
#include "lang/print/table.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::Declaration;

namespace {

struct Counts {
  uint64_t functions = 0, uncallable = 0, types = 0, constants = 0, macros = 0, variables = 0;
};

Counts count(BridgeContext& bridge, const LoadedLibrary& library) {
  Counts counts;
  if (!library.file) return counts;
  // `struct point` and a typedef of that name are one type to whoever uses it.
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Declaration& declaration : library.file->all()) {
    if (declaration.name().empty() || declaration.predefined()) continue;
    const std::string_view use = use_of(declaration);
    if (!seen.insert({declaration.name(), use}).second) continue;
    if (use == "function") {
      counts.functions++;
      counts.uncallable += !bridge.absent_names.reason_against(library, declaration).empty();
    }
    counts.types += use == "type";
    counts.constants += use == "constant";
    counts.variables += use == "variable";
    // One that is empty marks something and stands for nothing.
    counts.macros += use == "macro" && declaration.macro_value() == core::MacroValue::kFunctionLike;
  }
  return counts;
}

// The file that the header's name stands for; of several headers, of the first.
std::string_view header_path(const LoadedLibrary& library) {
  if (!library.file || library.request.headers.empty()) return {};
  const std::string& header = library.request.headers[0];
  for (std::string_view input : library.file->inputs())
    if (input == header || input.ends_with("/" + header)) return input;
  return {};
}

std::string library_text(const LoadedLibrary& library) {
  if (!library.library || library.library->path().empty()) return "the program itself";
  const core::Library& opened = *library.library;
  return opened.name() == opened.path() ? opened.path() : fmt::format("{}, found as {}", opened.path(), opened.name());
}

std::string some(uint64_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string counts_text(const Counts& counts) {
  std::string text = some(counts.functions, "function");
  if (counts.uncallable > 0) text += fmt::format(" ({} cannot be called)", counts.uncallable);
  return text + fmt::format(", {}, {}, {}, {}", some(counts.types, "type"), some(counts.constants, "constant"),
                            some(counts.variables, "variable"), some(counts.macros, "function-like macro"));
}

Table table_of(BridgeContext& bridge, const LoadedLibrary& library) {
  Table table({Role::kDim, Role::kPlain});
  table.add({"library", library_text(library)});
  if (!library.package.empty()) table.add({"package", library.package});
  if (!library.file) return table;
  table.add({"header", fmt::format("{}, {}", header_path(library), library.from_cache ? "from the cache" : "parsed")});
  table.add({"has", counts_text(count(bridge, library))});
  if (!library.name.empty()) table.add({"reached by", library.name + "/name"});
  return table;
}

Result<Value> loaded(Runtime& runtime, Args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const Paint paint(runtime.out->colour());
  std::string text;
  for (const LoadedLibrary& library : bridge.libraries.loaded) {
    const std::string name = library.header.empty() ? library.library->name() : library.header;
    text += paint(Role::kName, name) + "\n" + table_of(bridge, library).text(*runtime.out, 2);
  }
  runtime.out->show_long(text.empty() ? "Nothing is loaded: (use-library \"sqlite3\") loads an installed package.\n"
                                      : text);
  return nil();
}

Result<Value> loaded_libraries(Runtime& runtime, Args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const auto text = [&](std::string_view string) { return string.empty() ? nil() : runtime.string(string); };
  std::vector<Value> maps;
  for (const LoadedLibrary& library : bridge.libraries.loaded) {
    const Counts counts = count(bridge, library);
    maps.push_back(map_of(runtime, {{"header", text(library.header)},
                                    {"header-path", text(header_path(library))},
                                    {"library", text(library.library->name())},
                                    {"path", text(library.library->path())},
                                    {"package", text(library.package)},
                                    {"prefix", text(library.name)},
                                    {"from-cache", boolean(library.from_cache)},
                                    {"functions", natural(counts.functions)},
                                    {"uncallable", natural(counts.uncallable)},
                                    {"types", natural(counts.types)},
                                    {"constants", natural(counts.constants)},
                                    {"macros", natural(counts.macros)},
                                    {"variables", natural(counts.variables)}}));
  }
  return runtime.vector(maps);
}

constexpr BuiltinEntry kLoadedBuiltins[] = {
    {"loaded", 0, 0, loaded, "(loaded)",
     "Prints what is loaded: each library's file as the loader found it, its package and header, whether that came "
     "from "
     "the cache, what it has, and how many of its functions cannot be called."},
    {"loaded-libraries", 0, 0, loaded_libraries, "(loaded-libraries)",
     "What `loaded` prints, as a vector of maps: :header, :header-path, :library, :path, :package, :prefix, "
     ":from-cache, "
     "and the counts :functions, :uncallable, :types, :constants, :macros and :variables."},
};

}  // namespace

void define_loaded_builtins(Runtime& runtime) { runtime.define_builtins(kLoadedBuiltins); }

}  // namespace elle::lang
