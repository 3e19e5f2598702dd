// An error or a problem of a text as people read it: the message, the place with its line, the advice, the calls.
#include "lang/load/report.h"

#include <algorithm>

#include "lang/print/printer.h"
#include "lang/text/paint.h"
#include "lang/text/unicode.h"
#include "lang/vm/call_stack.h"

namespace elle::lang {

namespace {

Paint paint_of(const Runtime& runtime) { return Paint(runtime.error_out && runtime.error_out->colour()); }

// What, where, and what to do; `between` is shown before the latter.
std::string place_report(const Runtime& runtime, Span span, std::string_view message, std::string_view between,
                         std::string_view next_step) {
  const Paint paint = paint_of(runtime);
  std::string text;
  if (span.known()) text += paint(Role::kDim, runtime.sources.place_text(span) + ":") + " ";
  text += fmt::format("{} {}\n", paint(Role::kError, "error:"), message);
  if (span.known()) text += runtime.sources.excerpt(span, paint) + "\n";
  text += between;
  if (!next_step.empty()) text += fmt::format("  {}\n", next_step);
  return text;
}

std::string_view string_or_empty(Value value) { return value.is(Tag::kString) ? value.as<String>()->view() : ""; }

// The prototype with the parameters concerned highlighted: in colour in place, else by carets below.
std::string prototype_report(const Paint& paint, const ErrorObject& error) {
  const std::string_view prototype = string_or_empty(error.prototype);
  if (prototype.empty()) return {};
  const std::string_view before = prototype.substr(0, error.highlight_begin);
  const std::string_view highlighted =
      prototype.substr(error.highlight_begin, error.highlight_end - error.highlight_begin);
  const std::string text =
      fmt::format("  {}{}{}\n", before, paint(Role::kHighlighted, highlighted), prototype.substr(error.highlight_end));
  if (highlighted.empty() || !paint.begin(Role::kHighlighted).empty()) return text;
  return fmt::format("{}  {}{}\n", text, std::string(text_width(before), ' '),
                     std::string(text_width(highlighted), '^'));
}

}  // namespace

std::string failure_report(const Runtime& runtime, Failure failure) {
  const Paint paint = paint_of(runtime);
  Value thrown = Runtime::thrown_value(failure);
  if (!thrown.is(Tag::kError))
    return fmt::format("{} Nothing caught {}.\n", paint(Role::kError, "error:"),
                       print_short(runtime.views, thrown, 400));
  const auto* error = thrown.as<ErrorObject>();
  const std::string_view message = string_or_empty(error->message);
  // A report of several problems already has its places.
  if (error->flags & ErrorObject::kReport) return std::string(message);
  std::string text =
      place_report(runtime, error->span, message, prototype_report(paint, *error), string_or_empty(error->next_step));
  const CallStack* stack = CallStack::of(*error);
  const std::string trace = stack ? stack->text(runtime) : "";
  // One line says no more than the place does.
  if (std::count(trace.begin(), trace.end(), '\n') > 1) text += paint(Role::kDim, trace);
  return text;
}

Failed problems_failure(Runtime& runtime, const std::vector<SyntaxProblem>& problems) {
  std::string text;
  for (const SyntaxProblem& problem : problems)
    text += place_report(runtime, problem.span, problem.message, {}, problem.next_step);
  Failed failed = runtime.fail(ErrorKind::kSyntax, text);
  failed.error.thrown->flags |= ErrorObject::kReport;
  return failed;
}

}  // namespace elle::lang
