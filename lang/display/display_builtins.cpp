// `show`: what the prompt does, for scripts and for all of a long value.
#include "lang/builtins/arguments.h"
#include "lang/builtins/stream.h"
#include "lang/display/display.h"

namespace elle::lang {

namespace {

Result<Value> show(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  TRY(in.expect_options(1, {"all"}));
  ShowOptions options = options_for(*runtime.out);
  options.whole = in.option(1, "all").truthy();
  options.way_to_all = "`:all #t`";
  if (!runtime.out->show_long(display_text(runtime, args[0], options))) return exit_request(runtime, 0);
  return nil();
}

constexpr BuiltinEntry kDisplayBuiltins[] = {
    {"show", 1, kAnyNumber, show, "(show x &key all)",
     "Prints a value as the prompt shows it: the fields of a struct, what is known of a pointer, enum values by name, "
     "long data shortened. With `:all #t` nothing is left out."},
};

}  // namespace

void define_display_builtins(Runtime& runtime) { runtime.define_builtins(kDisplayBuiltins); }

}  // namespace elle::lang
