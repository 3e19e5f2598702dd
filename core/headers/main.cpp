// elle-headers: reads C headers with libclang and writes what they declare into one file. A program of its own, so that
// libclang's size, signal handlers and crashes stay out of whoever wants the declarations (core/declarations/
// header_loader.h runs it).
//
//     elle-headers OUTPUT [--header NAME]… [--include FOLDER]… [--define NAME[=VALUE]]… [--flag FLAG]…
//
// Exit status: HelperExit (core/declarations/helper.h).
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

#include "core/base/file.h"
#include "core/declarations/search_path.h"
#include "core/headers/cx.h"
#include "core/headers/declaration_collector.h"
#include "core/headers/macro_collector.h"
#include "core/headers/shadow_watch.h"
#include "core/headers/source_files.h"
#include "core/headers/translation_unit.h"

namespace elle::core::headers {
namespace {

uint64_t now_ns() {
  return static_cast<uint64_t>(std::chrono::nanoseconds(std::chrono::system_clock::now().time_since_epoch()).count());
}

// Everything that takes part in collecting a unit's declarations.
struct Collection {
  DeclarationsBuilder builder;
  DeclaredNames names;
  SourceFiles files;
  DeclarationCollector declarations;
  MacroCollector macros;
  ShadowWatch shadows;

  Collection(CXTranslationUnit unit, const SearchPath& search, uint64_t started_ns)
      : files(unit, started_ns, builder),
        declarations(builder, files, names),
        macros(unit, builder, files),
        shadows(search, files, started_ns) {}

  void take(CXCursor cursor) {
    switch (clang_getCursorKind(cursor)) {
      case CXCursor_MacroDefinition:
        return macros.take_definition(cursor);
      case CXCursor_MacroExpansion:
        return;
      case CXCursor_InclusionDirective:
        shadows.take_inclusion(cursor);
        return macros.take_inclusion(cursor);
      default:
        return declarations.take(cursor);
    }
  }

  void finish() {
    declarations.finish();
    macros.finish(names);
    shadows.finish(builder);
  }
};

Result<Done> run(const std::string& output, const HeaderRequest& request) {
  uint64_t started = now_ns();
  SearchPath search = search_path(request);
  CXTranslationUnit unit = TRY(parse_headers(request, search));
  // Never destroyed, as the unit is not: the process ends here, and taking it all apart would only take time.
  Collection& collection = *new Collection(unit, search, started);
  for_each_child(clang_getTranslationUnitCursor(unit), [&](CXCursor cursor) { collection.take(cursor); });
  collection.finish();
  collection.builder.info.request = collection.builder.string(request.text());
  return write_file_atomically(output, collection.builder.finish());
}

// False for an option that is not known or has no value.
bool read_arguments(int count, char** arguments, std::string& output, HeaderRequest& request) {
  if (count < 2) return false;
  output = arguments[1];
  for (int i = 2; i < count; i += 2) {
    std::string_view option = arguments[i];
    if (i + 1 == count) return false;
    if (option == "--header")
      request.headers.emplace_back(arguments[i + 1]);
    else if (option == "--include")
      request.include_folders.emplace_back(arguments[i + 1]);
    else if (option == "--define")
      request.defines.emplace_back(arguments[i + 1]);
    else if (option == "--flag")
      request.flags.emplace_back(arguments[i + 1]);
    else
      return false;
  }
  return true;
}

}  // namespace
}  // namespace elle::core::headers

int main(int count, char** arguments) {
  using namespace elle::core;
  std::string output;
  HeaderRequest request;
  if (!headers::read_arguments(count, arguments, output, request)) {
    std::fputs("usage: elle-headers OUTPUT [--header|--include|--define|--flag VALUE]...\n", stderr);
    return kBadUsage;
  }
  end_helper(headers::run(output, request));
}
