// The text something was written as, and where: source, header-of.

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/documentation/header_text.h"
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/documentation/found_text.h"
#include "lang/bridge/documentation/subject.h"
#include "lang/bridge/documentation/usage_text.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/builtins/sequence.h"
#include "lang/compile/compiler.h"
#include "lang/read/known_forms.h"
#include "lang/runtime/runtime.h"
#include "lang/text/paint.h"
#include "lang/vm/errors.h"

namespace elle::lang {

using core::Declaration;

namespace {

// A text with the place it stands at, "file:line".
struct Source {
  std::string place;
  std::string text;
};

// A declaration's own text. An enum constant stands in its enum.
Result<Source> source_of(Runtime& runtime, const Declaration& declaration) {
  const core::Place place = declaration.place();
  if (place.file.empty())
    return runtime.fail(ErrorKind::kHeader,
                        fmt::format("`{}` is the compiler's own: no header has it.", declaration.name()));
  const auto header = unchanged_header(declaration.file(), place.file);
  if (!header)
    return runtime.fail({ErrorKind::kHeader,
                         fmt::format("{} has changed since it was read, or is gone.", place.file),
                         "Load the header again.",
                         {{"path", std::string(place.file)}}});
  const auto range = core::declaration_at(*header, place.line, place.column);
  if (!range)
    return runtime.fail({ErrorKind::kHeader,
                         fmt::format("No declaration stands at {}: a macro makes it.", place.text()),
                         "",
                         {{"path", std::string(place.file)}}});
  return Source{place.text(), header->substr(range->begin, range->end - range->begin)};
}

// The struct, union or enum that a typedef gives another name: `typedef struct _GdkRGBA GdkRGBA;`.
std::optional<Declaration> renamed_by(BridgeContext& bridge, const LoadedLibrary& library,
                                      const Declaration& declaration) {
  if (declaration.kind() != core::DeclarationKind::kTypedef) return std::nullopt;
  const auto type = library.types->named(declaration);
  if (!type.ok()) return std::nullopt;
  const core::TypeId resolved = bridge.types.resolve(type.value());
  switch (bridge.types[resolved].kind) {
    case core::TypeKind::kRecord:
      return library.file->find(bridge.types.record(resolved).tag, core::DeclarationKind::kRecord);
    case core::TypeKind::kEnum:
      return library.file->find(bridge.types.enumeration(resolved).tag, core::DeclarationKind::kEnum);
    default:
      return std::nullopt;
  }
}

// A builtin or a special form.
bool is_of_language(Runtime& runtime, const std::string& name) {
  const Cell* cell = find_global(runtime, *runtime.current_module, runtime.symbols.intern(name));
  if (cell && cell->value.is(Tag::kBuiltin)) return true;
  return find_special_form(name);
}

Failed nothing_known(Runtime& runtime, Args args) {
  const auto name = name_asked_for(runtime, args[0]);
  if (!name) return runtime.wrong_c_argument(args, 0, "a name, a function or a C type");
  return unknown_name(runtime, *runtime.current_module, *name);
}

Result<Value> source(Runtime& runtime, Args args) {
  const Paint paint(runtime.out->colour());
  const auto show = [&](std::string_view mark, const Source& source) {
    runtime.out->show_long(
        fmt::format("{}\n{}\n", paint(Role::kDim, fmt::format("{} {}", mark, source.place)), source.text));
    return nil();
  };
  if (Value function = lisp_function(runtime, *runtime.current_module, args[0]); !function.is_nil()) {
    const Chunk& chunk = *function.as<Closure>()->chunk;
    if (!chunk.span.known())
      return runtime.fail(ErrorKind::kUnbound, "Nothing is known of where that function was written.");
    return show(";", {runtime.sources.place_text(chunk.span), std::string(runtime.sources.text(chunk.span))});
  }
  const auto name = name_asked_for(runtime, args[0]);
  const auto found = name ? find_name(BridgeContext::of(runtime), *name) : std::nullopt;
  if (found) {
    const Source own = TRY(source_of(runtime, found->declaration));
    show("//", own);
    const auto renamed = renamed_by(BridgeContext::of(runtime), *found->library, found->declaration);
    return renamed && own.text.find('{') == own.text.npos ? show("//", TRY(source_of(runtime, *renamed))) : nil();
  }
  if (name && is_of_language(runtime, *name))
    return runtime.fail(ErrorKind::kUnbound,
                        fmt::format("`{}` is part of the language and has no text in Lisp.", *name),
                        fmt::format("(doc {}) explains it.", *name));
  return nothing_known(runtime, args);
}

// The line to write in C. A header that was found by its path is named by it.
std::string include_line(const LoadedLibrary& library, std::string_view file) {
  std::string lines;
  for (const std::string& header : core::split(library.header, ' ')) {
    const std::string line =
        core::is_file(header) ? fmt::format("#include \"{}\"", header) : fmt::format("#include <{}>", header);
    if (file.ends_with("/" + header)) return line;
    lines += (lines.empty() ? "" : "\n") + line;
  }
  return lines;
}

Result<Value> header_of(Runtime& runtime, Args args) {
  const auto name = name_asked_for(runtime, args[0]);
  BridgeContext& bridge = BridgeContext::of(runtime);
  const auto found = name ? find_name(bridge, *name) : std::nullopt;
  if (!found) return nothing_known(runtime, args);
  const core::Place place = found->declaration.place();
  if (place.file.empty()) return nil();
  const std::string library = exporter_of(bridge, *found->library, found->declaration);
  return map_of(runtime, {{"file", runtime.string(place.file)},
                          {"line", natural(place.line)},
                          {"include", runtime.string(include_line(*found->library, place.file))},
                          {"library", library.empty() ? nil() : runtime.string(library)}});
}

constexpr BuiltinEntry kSourceBuiltins[] = {
    {"source", 1, 1, source, "(source 'name)",
     "Prints the text that a name was written as, and where: a definition in Lisp, or the declaration in a header. The "
     "function or type itself will do."},
    {"header-of", 1, 1, header_of, "(header-of 'name)",
     "Where a header declares a name, as a map: its :file and :line, the lines to :include it by in C, and the "
     ":library "
     "that has it, if one has. The function or type itself will do."},
};

}  // namespace

void define_source_builtins(Runtime& runtime) { runtime.define_builtins(kSourceBuiltins); }

}  // namespace elle::lang
