// Each text becomes a file of its own: what everybody includes, the headers and the script's types that its words name,
// the declarations before it, and the text as the body of one function. The cache goes by that file, so nothing may get
// into it that changes when the script changes elsewhere.
#include "lang/bridge/names/c_inline.h"

#include <algorithm>

#include "core/thunk/c_body.h"
#include "core/thunk/c_compiler.h"
#include "core/types/type_table.h"

#include "lang/bridge/call/native_functions.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/script_definitions.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// What a person writing C takes for granted.
constexpr const char* kPrologue =
    "#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
    "#include <string.h>\n#include <sys/types.h>\n#include <uchar.h>\n#include <wchar.h>\n";

// Where the compiler is told that a text stands: not its place in the script, so that a text which moved there is not
// compiled again.
constexpr const char* kInlineFile = "<c-inline>";
constexpr const char* kFunction = "elle_inline";

std::string declared_file(size_t number) { return fmt::format("<c-declare {}>", number); }

// What C takes on trust, and what calls with garbage or loses half a pointer.
constexpr const char* kFlags[] = {"-fexceptions", "-Werror=implicit-function-declaration", "-Werror=int-conversion",
                                  "-Werror=incompatible-pointer-types", "-Werror=return-type"};

// Line `line` of what the string literal stands for, in the literal: "\n" ends a line of C, but none of the script.
Span line_in_literal(const SourceMap& sources, Span literal, uint32_t line) {
  const std::string_view text = sources.text(literal);
  size_t begin = 1, at = 1;
  for (uint32_t passed = 1; at + 1 < text.size(); at++) {
    const bool escaped = text[at] == '\\';
    const bool line_ends = text[at] == '\n' || (escaped && text[at + 1] == 'n');
    if (escaped) at++;
    if (!line_ends) continue;
    if (passed++ == line) {
      at -= escaped ? 1 : 0;
      break;
    }
    begin = at + 1;
  }
  at = std::min(at, text.size() - 1);
  while (begin < at && (text[begin] == ' ' || text[begin] == '\t')) begin++;
  return {literal.begin + static_cast<uint32_t>(begin), literal.begin + static_cast<uint32_t>(std::max(begin + 1, at))};
}

void add_words(std::set<std::string, std::less<>>& words, std::string_view text) { words.merge(core::words_of(text)); }

// Whether the headers say what one of the words means; what the compiler itself defines is no reason to read them.
bool declares_any(const core::DeclarationsFile& file, const std::set<std::string, std::less<>>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const auto declaration = file.find(word, core::kOrdinaryNames | core::kMacros | core::kTags);
    return declaration && !declaration->predefined();
  });
}

}  // namespace

void CInlineBody::trace(Marker& marker) const {
  for (const Parameter& parameter : parameters) marker.mark(parameter.type);
  marker.mark(result);
  marker.mark(function);
}

struct CInline::Signature {
  core::TypeId type = core::kNoType;
  std::vector<std::string> names;  // of the parameters
  std::string text;                // "int elle_inline(int x, int y)"
};

void CInline::declare(CText text) {
  // A form that is evaluated again declares the same again.
  for (const CText& known : declarations_)
    if (known.text == text.text) return;
  declarations_.push_back(std::move(text));
}

Result<CInline::Signature> CInline::signature(const CInlineBody& site) {
  Signature signature;
  std::vector<core::TypeId> types;
  std::string parameters;
  for (const CInlineBody::Parameter& parameter : site.parameters) {
    types.push_back(TRY(type_from(bridge_, parameter.type)));
    signature.names.push_back(parameter.name);
    parameters += (parameters.empty() ? "" : ", ") + c_spelling(bridge_.types.text(types.back(), parameter.name));
  }
  const core::TypeId result = TRY(type_from(bridge_, site.result));
  if (parameters.empty()) parameters = "void";
  signature.text = c_spelling(bridge_.types.text(result, fmt::format("{}({})", kFunction, parameters)));
  signature.type = bridge_.types.function(result, types);
  return signature;
}

// Of the loaded headers those that declare something the text names: all of a session's headers would be read again
// for each of its texts. Libraries without a header are all there may be to a text's own declarations.
void CInline::add_headers(const CInlineBody& site, const Words& words, core::CSource& source) {
  const auto add = [&](const core::HeaderRequest& request) {
    source.text += request.include_lines();
    const std::vector<std::string> flags = core::compiler_flags(request);
    source.flags.insert(source.flags.end(), flags.begin(), flags.end());
  };
  for (const LoadedLibrary& library : bridge_.libraries.loaded) {
    if (library.file && !declares_any(*library.file, words)) continue;
    if (library.library && !library.library->path().empty()) source.libraries.push_back(library.library->path());
    if (!library.file) continue;
    source.text += core::header_state(*library.file);
    add(core::HeaderRequest::from_text(library.file->request()));
  }
  add(site.request);
}

Result<core::CSource> CInline::source(const CInlineBody& site, const Signature& signature) {
  const bool is_void =
      bridge_.types.kind_of(bridge_.types.function_type(signature.type).result) == core::TypeKind::kVoid;
  core::CSource source;
  source.about = "c-inline";
  source.text = kPrologue;
  source.flags.assign(std::begin(kFlags), std::end(kFlags));
  Words words = core::words_of(site.source.text);
  add_words(words, signature.text);
  for (const CText& declaration : declarations_) add_words(words, declaration.text);
  const std::string definitions = TRY(script_definitions(bridge_, words));
  add_words(words, definitions);
  add_headers(site, words, source);
  source.text += definitions;
  for (size_t i = 0; i < declarations_.size(); i++)
    source.text += fmt::format("#line 1 \"{}\"\n{}\n", declared_file(i), declarations_[i].text);
  const std::string body = is_void ? core::body_without_result(site.source.text)
                                   : TRY(bridge_.runtime.lift(core::body_with_result(site.source.text)));
  source.text += fmt::format("{}\n{{\n#line 1 \"{}\"\n{}}}\n", signature.text, kInlineFile, body);
  return source;
}

// An error, at its line of the script; of one in a header the place is told instead.
Failed CInline::compile_failure(const CInlineBody& site, const core::CDiagnostic& first) {
  const CText* text = first.file == kInlineFile ? &site.source : nullptr;
  for (size_t i = 0; i < declarations_.size(); i++)
    if (first.file == declared_file(i)) text = &declarations_[i];
  std::string message = first.message;
  if (!text && first.line && first.file != core::kThunkFile) message += fmt::format(" ({}:{})", first.file, first.line);
  Failed failed = bridge_.runtime.fail(ErrorKind::kSyntax, fmt::format("The C text does not compile: {}.", message));
  if (!text || !text->literal.known()) return failed;
  return Runtime::at(failed, line_in_literal(bridge_.runtime.sources, text->literal, first.line));
}

Result<Value> CInline::function(CInlineBody& site) {
  if (!site.function.is_nil() && site.generation == generation_) return site.function;
  const Signature signature = TRY(this->signature(site));
  const core::CallPlan* plan = TRY(plan_of(bridge_, signature.type));
  const core::CompiledSource compiled =
      TRY(bridge_.runtime.lift(bridge_.compiler.compile(TRY(source(site, signature)))));
  if (!compiled.errors.empty()) return compile_failure(site, compiled.errors[0]);
  const auto library = TRY(bridge_.runtime.lift(core::Library::open(compiled.path)));
  void* const address = TRY(bridge_.runtime.lift(library->symbol(kFunction)));
  site.generation = generation_;
  site.function = bridge_.functions.make("c-inline", address, plan, signature.names);
  return site.function;
}

}  // namespace elle::lang
