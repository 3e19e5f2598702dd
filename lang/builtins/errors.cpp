// Raising errors and taking them apart. Catching them is the special form `try`.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/vm/call_stack.h"

namespace elle::lang {

namespace {

// (error message [data] [:kind k] [:next-step text]): an odd number of further arguments starts with the data.
Result<Value> error(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view message = TRY(in.text(0));
  const bool has_data = args.size() % 2 == 0;
  const uint32_t options = has_data ? 2 : 1;
  TRY(in.expect_options(options, {"kind", "next-step"}));
  const Failed failed = runtime.fail(ErrorKind::kUser, message);
  auto* made = static_cast<ErrorObject*>(failed.error.thrown);
  if (has_data) made->data = args[1];
  if (const Value kind = in.option(options, "kind"); kind.is(Tag::kKeyword)) made->kind = kind;
  if (const Value step = in.option(options, "next-step"); step.is(Tag::kString)) made->next_step = step;
  return failed;
}

Result<Value> throw_value(Runtime& runtime, Args args) { return runtime.thrown(args[0]); }

// The parts of an error object.
template <Value ErrorObject::* part>
Result<Value> part_of(Runtime& runtime, Args args) {
  return TRY(Arguments(runtime, args).error(0))->*part;
}

Result<Value> place(Runtime& runtime, Args args) {
  const ErrorObject& error = *TRY(Arguments(runtime, args).error(0));
  return error.span.known() ? runtime.string(runtime.sources.place_text(error.span)) : nil();
}

Result<Value> trace(Runtime& runtime, Args args) {
  const CallStack* stack = CallStack::of(*TRY(Arguments(runtime, args).error(0)));
  return stack ? runtime.string(stack->text(runtime)) : nil();
}

// Prints for people what `error-trace` gives to programs, and more.
Result<Value> backtrace(Runtime& runtime, Args args) {
  const Value error = args.size() > 0 ? args[0] : runtime.last_error;
  if (error.is_nil()) return runtime.fail(ErrorKind::kUser, "There was no error yet.");
  if (!error.is(Tag::kError)) return runtime.wrong_argument(args, 0, "an error");
  const ErrorObject& raised = *error.as<ErrorObject>();
  const CallStack* stack = CallStack::of(raised);
  if (!stack) return runtime.fail(ErrorKind::kUser, "No call led to this error: it was not raised yet.");
  const Paint paint(runtime.out->colour());
  runtime.out->show_long(fmt::format("{} {}\n{}", paint(Role::kError, "error:"), raised.message.as<String>()->view(),
                                     stack->text_with_arguments(runtime, paint)));
  return nil();
}

constexpr BuiltinEntry kErrorBuiltins[] = {
    {"error", 1, kAnyNumber, error, "(error message [data] :kind kind :next-step text)",
     "Raises an error with a message for people, and data, a kind (:user) and an advice for those who catch it."},
    {"throw", 1, 1, throw_value, "(throw x)", "Raises x, an error that was caught or any other value."},
    {"error-message", 1, 1, part_of<&ErrorObject::message>, "(error-message error)", "What went wrong, a string."},
    {"error-kind", 1, 1, part_of<&ErrorObject::kind>, "(error-kind error)",
     "What kind of error it is: :type, :range, :arity, :arithmetic, :io, :unbound, :fault, :user and others."},
    {"error-data", 1, 1, part_of<&ErrorObject::data>, "(error-data error)",
     "The data that was given to error, or nil. Of an error of C, a map that says for programs what the message says "
     "for "
     "people: see ffi-error?."},
    {"error-next-step", 1, 1, part_of<&ErrorObject::next_step>, "(error-next-step error)",
     "The advice that goes with the message, or nil."},
    {"error-prototype", 1, 1, part_of<&ErrorObject::prototype>, "(error-prototype error)",
     "The prototype of the C function that was called with wrong arguments, as a string; nil for other errors."},
    {"error-trace", 1, 1, trace, "(error-trace error)", "The calls that led to the error, as a string, or nil."},
    {"error-place", 1, 1, place, "(error-place error)", "Where the error arose, as \"file:line:column\", or nil."},
    {"backtrace", 0, 1, backtrace, "(backtrace [error])",
     "Prints the calls that led to an error with their arguments, innermost first, those of C included. Without an "
     "error, "
     "to the last one that nothing caught."},
};

}  // namespace

void define_errors(Runtime& runtime) { runtime.define_builtins(kErrorBuiltins); }

}  // namespace elle::lang
