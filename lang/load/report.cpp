#include "lang/load/report.h"

#include <algorithm>

#include "lang/print/printer.h"

namespace elle::lang {

namespace {

std::string place_report(const Runtime& runtime, Span span, std::string_view message, std::string_view next_step) {
  std::string text;
  if (span.known()) text += runtime.sources.place_text(span) + ": ";
  text += fmt::format("error: {}\n", message);
  if (span.known()) text += runtime.sources.excerpt(span) + "\n";
  if (!next_step.empty()) text += fmt::format("  {}\n", next_step);
  return text;
}

std::string_view string_or_empty(Value value) { return value.is(Tag::kString) ? value.as<String>()->view() : ""; }

}  // namespace

std::string failure_report(const Runtime& runtime, Failure failure) {
  Value thrown = Runtime::thrown_value(failure);
  if (!thrown.is(Tag::kError)) return fmt::format("error: Nothing caught {}.\n", print_short(runtime, thrown, 400));
  const auto* error = thrown.as<ErrorObject>();
  const std::string_view message = string_or_empty(error->message);
  // A report of several problems already has its places.
  if (error->flags & ErrorObject::kReport) return std::string(message);
  std::string text = place_report(runtime, error->span, message, string_or_empty(error->next_step));
  const std::string_view trace = string_or_empty(error->trace);
  // One line says no more than the place does.
  if (std::count(trace.begin(), trace.end(), '\n') > 1) text += trace;
  return text;
}

Failed problems_failure(Runtime& runtime, const std::vector<SyntaxProblem>& problems) {
  std::string text;
  for (const SyntaxProblem& problem : problems)
    text += place_report(runtime, problem.span, problem.message, problem.next_step);
  Failed failed = runtime.fail(ErrorKind::kSyntax, text);
  failed.error.thrown->flags |= ErrorObject::kReport;
  return failed;
}

}  // namespace elle::lang
