// (save-session "file.lisp"): what worked at the prompt, as a script.
#include "core/base/file.h"

#include "lang/builtins/arguments.h"
#include "lang/load/describe.h"
#include "lang/load/transcript.h"

namespace elle::lang {

namespace {

Result<Value> save_session(Runtime& runtime, Args args) {
  Arguments arguments(runtime, args);
  const std::string path(TRY(arguments.text(0)));
  TRY(arguments.expect_options(1, {"check", "overwrite"}));
  if (!runtime.transcript || runtime.transcript->empty())
    return runtime.fail(ErrorKind::kUser, "There is nothing to save: no text was evaluated at a prompt and worked.");
  if (core::file_status(path) && !arguments.option(1, "overwrite").truthy())
    return runtime.fail(ErrorKind::kIo, fmt::format("`{}` is there already.", path),
                        "Choose another name, or write over it with :overwrite #t.");
  const Transcript::Script script = runtime.transcript->script(arguments.option(1, "check").truthy());
  TRY(runtime.lift(core::write_file_atomically(path, script.text)));
  runtime.out->write(
      fmt::format("{} form{} in {}; run it with `elle {}`.\n", script.forms, script.forms == 1 ? "" : "s", path, path));
  return nil();
}

constexpr BuiltinEntry kSessionBuiltins[] = {
    {"save-session", 1, kAnyNumber, save_session, "(save-session path &key check overwrite)",
     "Writes what was evaluated at the prompt and worked as a script, in order: without what only asks about things, "
     "and "
     "each load once. `*1` and its like become names. Results are comments; with `:check #t` those that can be written "
     "down are assertions. A file that is there stays, unless `:overwrite` is true."},
};

}  // namespace

void define_save_session(Runtime& runtime) { runtime.define_builtins(kSessionBuiltins); }

}  // namespace elle::lang
