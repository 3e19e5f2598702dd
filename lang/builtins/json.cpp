// JSON, as scripts see it; lang/json does the work.
#include "lang/json/json.h"

#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"

namespace elle::lang {

namespace {

Result<Value> parse(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  TRY(in.expect_options(1, {"keywords"}));
  return parse_json(runtime, text, in.option(1, "keywords").truthy());
}

Result<Value> write(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  TRY(in.expect_options(1, {"pretty"}));
  return runtime.string(TRY(write_json(runtime, args[0], in.option(1, "pretty").truthy())));
}

constexpr BuiltinEntry kJsonBuiltins[] = {
    {"json-parse", 1, 3, parse, "(json-parse string :keywords #t)",
     "The data that a JSON text stands for: maps with string keys (keywords when :keywords is true), vectors, strings, "
     "exact integers, doubles, booleans and nil for null."},
    {"json-write", 1, 3, write, "(json-write x :pretty #t)",
     "The data as JSON text, over several lines when :pretty is true. Keys may be strings, keywords or symbols; lists "
     "and vectors become arrays, nil becomes null."},
};

}  // namespace

void define_json(Runtime& runtime) { runtime.define_builtins(kJsonBuiltins); }

}  // namespace elle::lang
