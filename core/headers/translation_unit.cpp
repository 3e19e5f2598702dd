// The translation unit is a list of includes that exists in memory only. Bodies of functions are skipped, which is most
// of the time of a parse; the preprocessor's record is kept for the macros.
//
// One error is enough to refuse: what follows the first is seldom about what is wrong.
#include "core/headers/translation_unit.h"

#include <fmt/format.h>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/headers/cx.h"
#include "core/headers/source_files.h"

namespace elle::core::headers {
namespace {

std::vector<std::string> compiler_arguments(const HeaderRequest& request, const SearchPath& search) {
  // A list of fixes for misspelt names costs time and would only lengthen the one error shown.
  std::vector<std::string> arguments = {"-x", "c", "-std=gnu17", "-w", "-fno-spell-checking"};
  arguments.insert(arguments.end(), request.flags.begin(), request.flags.end());
  for (const std::string& define : request.defines) arguments.push_back("-D" + define);
  if (!search.own_system) arguments.push_back("-nostdinc");
  for (size_t i = 0; i < search.folders.size(); i++) {
    bool user = i < search.user_count;
    if (!user && search.own_system) break;
    // Warnings in system headers are nobody's, and clang searches -isystem folders after all -I ones, as a compiler
    // does.
    arguments.push_back(user ? "-I" : "-isystem");
    arguments.push_back(search.folders[i]);
  }
  return arguments;
}

std::string place_text(const Position& position) {
  return fmt::format("{}:{}:{}", Text(clang_getFileName(position.file)).view(), position.line, position.column);
}

bool in_main_file(const Position& position) {
  return !position.file || Text(clang_getFileName(position.file)).view() == kMainFile;
}

// "\n  included from zlib.h:3", outwards from the file of `position`.
std::string included_from(CXTranslationUnit unit, const Position& position) {
  struct Search {
    CXFile file;
    std::string text;
  } search{position.file, {}};
  clang_getInclusions(
      unit,
      [](CXFile file, CXSourceLocation* stack, unsigned depth, CXClientData data) {
        auto* found = static_cast<Search*>(data);
        if (!clang_File_isEqual(file, found->file) || !found->text.empty()) return;
        for (unsigned i = 0; i < depth; i++) {
          Position from = position_of(stack[i]);
          if (in_main_file(from)) break;
          found->text += fmt::format("\n  included from {}:{}", Text(clang_getFileName(from.file)).view(), from.line);
        }
      },
      &search);
  return search.text;
}

// The source line with a caret below, indented.
std::string source_line(CXTranslationUnit unit, const Position& position) {
  size_t size = 0;
  const char* text = clang_getFileContents(unit, position.file, &size);
  if (!text || position.offset > size) return {};
  std::string_view view(text, size);
  size_t start = position.offset - (position.column - 1);
  std::string_view line = view.substr(start, view.find('\n', start) - start);
  return fmt::format("\n    {}\n    {}^", line, std::string(position.column - 1, ' '));
}

// The header a "file not found" is about, between its quotes; empty for any other diagnostic.
std::string_view missing_header(std::string_view text) {
  if (!text.ends_with("file not found")) return {};
  size_t open = text.find('\''), close = text.rfind('\'');
  return open < close ? text.substr(open + 1, close - open - 1) : std::string_view();
}

Failed<std::unique_ptr<Error>> not_found(CXTranslationUnit unit, const SearchPath& search, std::string_view header,
                                         const Position& position) {
  std::string message = missing_header_line(header);
  if (!in_main_file(position))
    message += fmt::format("\n  included from {}:{}{}", Text(clang_getFileName(position.file)).view(), position.line,
                           included_from(unit, position));
  message += "\nFolders searched: " + join(search.folders, ", ") + ".";
  return fail(ErrorKind::kHeader, message,
              "Install the package that owns it, or add its folder to the include folders.",
              {{"path", std::string(header)}});
}

Failed<std::unique_ptr<Error>> does_not_compile(CXTranslationUnit unit, const std::string& headers,
                                                std::string_view text, const Position& position) {
  if (text.ends_with('.')) text.remove_suffix(1);  // an #error may be a whole sentence
  if (in_main_file(position))
    return fail(ErrorKind::kHeader, fmt::format("The headers do not compile: {}.", text), {}, {{"path", headers}});
  return fail(ErrorKind::kHeader,
              fmt::format("{} does not compile as C: {}.{}{}", place_text(position), text, source_line(unit, position),
                          included_from(unit, position)),
              "It may need another header before it, a define, or a flag such as -std=c11.",
              {{"path", std::string(Text(clang_getFileName(position.file)).view())}});
}

// `headers` is what was asked for.
Result<Done> check_diagnostics(CXTranslationUnit unit, const std::string& headers, const SearchPath& search) {
  unsigned count = clang_getNumDiagnostics(unit);
  for (unsigned i = 0; i < count; i++) {
    CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
    if (clang_getDiagnosticSeverity(diagnostic) < CXDiagnostic_Error) continue;
    Text text(clang_getDiagnosticSpelling(diagnostic));
    Position position = position_of(clang_getDiagnosticLocation(diagnostic));
    std::string_view missing = missing_header(text.view());
    if (!missing.empty()) return not_found(unit, search, missing, position);
    return does_not_compile(unit, headers, text.view(), position);
  }
  return Done{};
}

}  // namespace

Result<CXTranslationUnit> parse_headers(const HeaderRequest& request, const SearchPath& search) {
  std::vector<std::string> arguments = compiler_arguments(request, search);
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  std::string text = request.include_lines();
  CXUnsavedFile main_file{kMainFile, text.c_str(), text.size()};
  unsigned options = CXTranslationUnit_SkipFunctionBodies | CXTranslationUnit_DetailedPreprocessingRecord;
  CXTranslationUnit unit = nullptr;
  CXErrorCode code = clang_parseTranslationUnit2(clang_createIndex(0, 0), kMainFile, pointers.data(),
                                                 static_cast<int>(pointers.size()), &main_file, 1, options, &unit);
  if (code == CXError_Crashed)
    return fail(ErrorKind::kHeader, fmt::format("libclang crashed while it read {}.", join(request.headers, ", ")),
                "Try the headers one by one to find which it is.", {{"path", join(request.headers, ", ")}});
  if (code != CXError_Success || !unit)
    return fail(ErrorKind::kHeader, fmt::format("The compiler refuses its arguments: {}.", join(arguments, " ")),
                "Look at the flags that were given.", {{"path", join(request.headers, ", ")}});
  TRY(check_diagnostics(unit, join(request.headers, ", "), search));
  return unit;
}

}  // namespace elle::core::headers
