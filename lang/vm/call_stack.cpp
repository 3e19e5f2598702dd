// The place of an error, and the calls that led to it. Taken down at the raise, since the frames are gone when somebody
// asks, and in time that does not depend on how deep the stack is shown: a recursion is one entry, and of many entries
// those at both ends are kept.
#include "lang/vm/call_stack.h"

#include <deque>

#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

// Of a deep stack, the calls at both ends that are kept.
constexpr size_t kKept = 50;

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

Value unboxed(Value value) { return value.is(Tag::kBox) ? value.as<Box>()->value : value; }

CallStack::Call call_of(Run run) {
  const Frame& frame = *run.innermost;
  const Chunk& chunk = frame.chunk();
  CallStack::Call call{frame.base[-1], chunk.span_at(frame.instruction()), run.count, {}};
  for (uint32_t i = 0; i < chunk.parameter_count(); i++) call.arguments.push_back(unboxed(frame.base[i]));
  return call;
}

bool calls(Opcode op) { return op == Opcode::kCall || op == Opcode::kCallGlobal || op == Opcode::kTailCall; }

// What is not written in Lisp has no frame, but whoever called it is still at that instruction.
void add_call_outside(const Frame& caller, std::vector<CallStack::Call>& to) {
  const Chunk& chunk = caller.chunk();
  if (caller.instruction() >= chunk.code.size()) return;
  const Instruction instruction = chunk.code[caller.instruction()];
  if (!calls(instruction.op())) return;
  const Value* function = caller.base + instruction.a();
  if (!function->is(Tag::kNativeFunction) && !function->is(Tag::kBuiltin)) return;
  to.push_back({*function, {}, 1, {function + 1, function + 1 + instruction.b()}});
}

void add_calls(Run run, std::vector<CallStack::Call>& to) {
  add_call_outside(*run.innermost, to);
  to.push_back(call_of(run));
}

}  // namespace

std::unique_ptr<CallStack> VM::call_stack(const Frame* top) const {
  auto stack = std::make_unique<CallStack>();
  std::deque<Run> outermost;
  size_t kept = 0;
  for (const Frame* frame = top; frame > context_.frames;) {
    const Run run = run_at(frame, context_.frames);
    frame -= run.count;
    if (kept++ < kKept) {
      add_calls(run, stack->innermost);
      continue;
    }
    outermost.push_back(run);
    if (outermost.size() <= kKept) continue;
    stack->left_out += outermost.front().count;
    outermost.pop_front();
  }
  for (const Run& run : outermost) add_calls(run, stack->outermost);
  return stack;
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
  if (error->flags & ErrorObject::kOfC) runtime_.last_error_of_c = error->message;
  if (!error->span.known()) error->span = place_of(top);
  try {
    error->trace = runtime_.opaque(call_stack(top));
  } catch (const std::bad_alloc&) {
    // An error without the calls that led to it says more than none.
  }
}

}  // namespace elle::lang
