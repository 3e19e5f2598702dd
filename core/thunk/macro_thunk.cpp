// The compiler knows what type the macro's value has; C17 has no word for it but __typeof__ does. A static variable of
// that type (a pointer to it, so that any type will do) is declared in the function and read back from its debug
// information.
#include "core/thunk/macro_thunk.h"

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/declarations/debug_info_loader.h"
#include "core/library/library.h"

namespace elle::core {
namespace {

// The parameters are in registers: a macro that takes the address of one (SDL_zero) would change a copy, and is
// refused. A statement expression takes both expressions and statements. __builtin_choose_expr keeps a void one from
// being assigned; the static variable is there for its type.
constexpr const char* kFunction = R"(
#define ELLE_VALUE __extension__({{ {}; }})
#define ELLE_VOID __builtin_types_compatible_p(__typeof__(ELLE_VALUE), void)
void elle_thunk({}) {{
  static __typeof__(__builtin_choose_expr(ELLE_VOID, (void)0, ELLE_VALUE)) *elle_type __attribute__((used));
  __typeof__(__builtin_choose_expr(ELLE_VOID, 0, ELLE_VALUE)) value =
      __builtin_choose_expr(ELLE_VOID, (ELLE_VALUE, 0), ELLE_VALUE);
  __builtin_memcpy(elle_value, &value, sizeof value);
}}
)";

std::string function_text(const MacroRequest& request) {
  std::vector<std::string> parameters, texts;
  for (const MacroArgument& argument : request.arguments) {
    if (!argument.declaration.empty()) parameters.push_back("register " + argument.declaration);
    texts.push_back(argument.text);
  }
  parameters.emplace_back("void *elle_value");
  std::string value = request.call ? fmt::format("{}({})", request.macro, join(texts, ", ")) : request.macro;
  return fmt::format(fmt::runtime(kFunction), value, join(parameters, ", "));
}

}  // namespace

std::string macro_parameter(size_t index) { return fmt::format("elle_{}", index); }

Result<MacroThunk> make_macro_thunk(CCompiler& compiler, const LoaderOptions& options, const MacroRequest& request) {
  CSource source;
  source.about = request.macro;
  source.text = request.headers.include_lines() + request.definitions + function_text(request);
  source.flags = compiler_flags(request.headers);
  source.flags.emplace_back("-g");
  source.libraries = request.libraries;
  CompiledSource compiled = TRY(compiler.compile(source));
  MacroThunk thunk;
  if (compiled.path.empty()) {
    thunk.refusal = compiled.errors[0].message;
    return thunk;
  }
  auto library = TRY(Library::open(compiled.path));
  thunk.function = TRY(library->symbol("elle_thunk"));
  thunk.types = TRY(load_debug_info(compiled.path, options));
  // Static variables of functions are called so by elle-debug-info (declaration_reader.h).
  auto type = thunk.types->find("elle_thunk.elle_type", DeclarationKind::kVariable);
  if (!type)
    return fail(ErrorKind::kHeader, fmt::format("The C compiler does not say what type `{}` has.", request.macro), {},
                {{"path", join(request.headers.headers, ", ")}});
  thunk.value_type = FileType{thunk.types->type_row(type->type()).a};
  return thunk;
}

}  // namespace elle::core
