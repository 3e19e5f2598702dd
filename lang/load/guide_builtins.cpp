// What `help` and `tour` in the library stand on.
#include <unistd.h>

#include "core/base/text.h"

#include "lang/builtins/arguments.h"
#include "lang/load/describe.h"
#include "lang/load/report.h"

namespace elle::lang {

namespace {

Result<Value> read_text(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string text(TRY(in.text(0))), name(TRY(in.text(1)));
  const ReadForms forms = read_forms(runtime, runtime.sources.add(name, text));
  if (!forms.problems.empty()) return problems_failure(runtime, forms.problems);
  return forms.forms;
}

Result<Value> error_report(Runtime& runtime, Args args) {
  ErrorObject* const error = TRY(Arguments(runtime, args).error(0));
  return runtime.string(failure_report(runtime, Failure{error}));
}

Result<Value> nearest_texts(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  core::NearestNames nearest(TRY(in.text(0)), 3);
  for (Value rest = args[1]; rest.is(Tag::kPair); rest = rest.as<Pair>()->tail)
    if (rest.as<Pair>()->head.is(Tag::kString)) nearest.offer(rest.as<Pair>()->head.as<String>()->view());
  std::vector<Value> near;
  for (std::string_view text : nearest.take()) near.push_back(runtime.string(text));
  return runtime.vector(near);
}

Result<Value> asks_person(Runtime&, Args) { return boolean(isatty(STDIN_FILENO)); }

constexpr BuiltinEntry kGuideBuiltins[] = {
    {"read-forms", 2, 2, read_text, "(read-forms text name)",
     "A vector of the forms in a text. The name is shown in the places of errors."},
    {"error-report", 1, 1, error_report, "(error-report error)", "What the prompt shows of an error, as a string."},
    {"nearest-texts", 2, 2, nearest_texts, "(nearest-texts text texts)",
     "Those of a list of texts that a mistyped one may have meant, the likeliest first."},
    {"input-from-person?", 0, 0, asks_person, "(input-from-person?)",
     "Whether standard input is typed by a person, and not a file or a pipe."},
};

}  // namespace

void define_guide_builtins(Runtime& runtime) { runtime.define_builtins(kGuideBuiltins); }

}  // namespace elle::lang
