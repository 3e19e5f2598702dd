// The place of an error, and the Lisp call stack at the time.
#include <deque>

#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

// Of a stack too deep to be read, the lines at both ends.
constexpr size_t kInnermost = 14;
constexpr size_t kOutermost = 6;

// Frames that follow each other and stand at the same instruction: a recursion.
struct Run {
  const Frame* innermost;
  size_t count;
};

Run run_at(const Frame* frame, const Frame* end) {
  Run run{frame, 1};
  while (frame - run.count > end && (frame - run.count)->pc == frame->pc) run.count++;
  return run;
}

std::string run_text(const Runtime& runtime, Run run) {
  const Chunk& chunk = run.innermost->chunk();
  const Span span = chunk.span_at(run.innermost->instruction());
  std::string text = "  in ";
  text += chunk.name ? chunk.name->view() : chunk.top_level ? "top level" : "(fn …)";
  if (span.known()) text += " at " + runtime.sources.place_text(span);
  if (run.count > 1) text += fmt::format(", {} times", run.count);
  return text + "\n";
}

}  // namespace

std::string VM::stack_trace(const Frame* top) const {
  std::string text;
  std::deque<Run> outermost;
  size_t lines = 0, left_out = 0;
  for (const Frame* frame = top; frame > context_.frames;) {
    const Run run = run_at(frame, context_.frames);
    frame -= run.count;
    if (lines++ < kInnermost) {
      text += run_text(runtime_, run);
      continue;
    }
    outermost.push_back(run);
    if (outermost.size() <= kOutermost) continue;
    left_out += outermost.front().count;
    outermost.pop_front();
  }
  if (left_out) text += fmt::format("  … {} more\n", left_out);
  for (const Run& run : outermost) text += run_text(runtime_, run);
  return text;
}

// Where an error that frame `top` raised is shown: in the code of the user that led to it, however deep in the library
// it was noticed. Unknown when a macro of the library raised it: whoever expands the form knows where that stands.
Span VM::place_of(const Frame* top) const {
  for (const Frame* frame = top; frame > context_.frames; frame--) {
    const Span span = frame->chunk().span_at(frame->instruction());
    if (span.known() && !(frame->chunk().flags & Chunk::kLibrary)) return span;
  }
  return {};
}

void VM::annotate(Failure failure, Frame* top) {
  if (failure.thrown->kind != Tag::kError) return;
  auto* error = static_cast<ErrorObject*>(failure.thrown);
  if (!error->trace.is_nil()) return;
  if (!error->span.known()) error->span = place_of(top);
  error->trace = runtime_.string(stack_trace(top));
}

}  // namespace elle::lang
