// The script's surroundings: environment, arguments, other programs, the end.
#include <cstdlib>
#include <unistd.h>

#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/child_process.h"
#include "lang/builtins/sequence.h"
#include "lang/builtins/stream.h"
#include "lang/data/map.h"
#include "lang/print/printer.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

using core::Done;

Result<std::string> variable_name(const Arguments& in, uint32_t i) {
  const std::string_view name = TRY(in.text(i));
  if (name.empty() || name.find_first_of(std::string_view("=\0", 2)) != std::string_view::npos)
    return in.wrong(i, "the name of an environment variable");
  return std::string(name);
}

Result<Value> get_variable(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const char* value = std::getenv(TRY(variable_name(in, 0)).c_str());
  if (value) return runtime.string(repaired_text(value));
  return in.has(1) ? args[1] : nil();
}

Result<Value> set_variable(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string name = TRY(variable_name(in, 0));
  if (args[1].is_nil()) {
    unsetenv(name.c_str());
    return nil();
  }
  const std::string value(TRY(in.text(1)));
  if (value.find('\0') != std::string::npos) return in.wrong(1, "a string without NUL characters");
  setenv(name.c_str(), value.c_str(), 1);
  return nil();
}

Result<Value> environment(Runtime& runtime, Args) {
  Map* variables = runtime.heap.map();
  for (char** entry = environ; *entry; entry++) {
    const std::string_view text(*entry);
    const size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    map_put(runtime.heap, *variables, runtime.string(repaired_text(text.substr(0, equals))),
            runtime.string(repaired_text(text.substr(equals + 1))));
  }
  return object_value(Tag::kMap, variables);
}

Result<Value> arguments(Runtime& runtime, Args) {
  ListBuilder result(runtime);
  for (const std::string& argument : runtime.arguments) result.add(runtime.string(repaired_text(argument)));
  return result.list();
}

Result<Value> exit_script(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const int64_t status = TRY(in.integer_or(0, 0));
  if (status < 0 || status > 255) return in.wrong(0, "an exit status from 0 to 255");
  return exit_request(runtime, status);
}

std::string_view content_of(Value text_or_bytes) {
  if (text_or_bytes.is(Tag::kString)) return text_or_bytes.as<String>()->view();
  const Bytes& bytes = *text_or_bytes.as<Bytes>();
  return {reinterpret_cast<const char*>(bytes.data), bytes.size};
}

// Numbers, symbols and paths may stand among the words of a command.
Result<Done> add_word(Runtime& runtime, Args args, uint32_t i, ChildRequest& request) {
  std::string word = print_value(runtime.views, args[i], PrintStyle::kDisplay);
  if (word.find('\0') != std::string::npos) return runtime.wrong_argument(args, i, "a string without NUL characters");
  request.command.push_back(std::move(word));
  return Done{};
}

Result<Done> take_options(Runtime& runtime, Args args, uint32_t first, ChildRequest& request) {
  const Arguments in(runtime, args);
  TRY(in.expect_options(first, {"input", "directory", "environment", "bytes"}));
  const Value input = in.option(first, "input"), directory = in.option(first, "directory");
  if (input.is(Tag::kString) || input.is(Tag::kBytes))
    request.input = content_of(input);
  else if (!input.is_nil())
    return runtime.fail(ErrorKind::kType, "The :input of `run` must be a string or bytes.");
  if (directory.is(Tag::kString))
    request.directory = content_of(directory);
  else if (!directory.is_nil())
    return runtime.fail(ErrorKind::kType, "The :directory of `run` must be a string.");
  const Value variables = in.option(first, "environment");
  if (variables.is_nil()) return Done{};
  if (!variables.is(Tag::kMap)) return runtime.fail(ErrorKind::kType, "The :environment of `run` must be a map.");
  map_each(*variables.as<Map>(), [&](Value name, Value value) {
    const bool named = name.is(Tag::kKeyword) || name.is(Tag::kSymbol);
    request.environment.emplace_back(
        named ? std::string(name.as<Symbol>()->view()) : print_value(runtime.views, name, PrintStyle::kDisplay),
        print_value(runtime.views, value, PrintStyle::kDisplay));
  });
  return Done{};
}

Value output_value(Runtime& runtime, const std::string& output, bool as_bytes) {
  if (!as_bytes) return runtime.string(repaired_text(output));
  Bytes* bytes = runtime.heap.bytes(output.size());
  if (!output.empty()) std::memcpy(bytes->data, output.data(), output.size());
  return object_value(Tag::kBytes, bytes);
}

Result<Value> run(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  ChildRequest request;
  uint32_t options = 0;
  for (; options < args.size() && !args[options].is(Tag::kKeyword); options++)
    TRY(add_word(runtime, args, options, request));
  if (request.command.empty()) return runtime.wrong_argument(args, 0, "a program's name");
  TRY(take_options(runtime, args, options, request));
  request.cancelled = [&vm] { return vm.interrupted(); };
  int code = 0;
  std::optional<ChildOutcome> outcome;
  {
    const Waiting waiting(runtime.turn);
    outcome = run_child(request, code);
  }
  TRY(vm.heed_interrupt());
  if (!outcome) return io_failure(runtime, "run", request.command[0], code);
  const bool as_bytes = Arguments(runtime, args).option(options, "bytes").truthy();
  Map* result = runtime.heap.map();
  map_put(runtime.heap, *result, runtime.keyword("status"), integer(outcome->status));
  map_put(runtime.heap, *result, runtime.keyword("output"), output_value(runtime, outcome->output, as_bytes));
  map_put(runtime.heap, *result, runtime.keyword("error"), output_value(runtime, outcome->error, as_bytes));
  return object_value(Tag::kMap, result);
}

constexpr BuiltinEntry kProcessBuiltins[] = {
    {"getenv", 1, 2, get_variable, "(getenv name [default])",
     "The value of an environment variable; the default or nil when there is none."},
    {"setenv", 2, 2, set_variable, "(setenv name value)",
     "Sets an environment variable, for this process and programs it runs; nil removes it."},
    {"environment", 0, 0, environment, "(environment)", "A map of all environment variables."},
    {"arguments", 0, 0, arguments, "(arguments)", "A list of the arguments that the script was started with."},
    {"exit", 0, 1, exit_script, "(exit [status])",
     "Ends the script with an exit status, 0 if none is given. What `finally` and `with` promise is done before."},
    {"run", 1, kAnyNumber, run, "(run program arg ... :input text :directory path :environment map :bytes #t)",
     "Runs a program to its end, without a shell, and returns a map of its :status, :output and :error. The output is "
     "text (what is not UTF-8 becomes U+FFFD), or bytes when :bytes is true."},
};

}  // namespace

void define_processes(Runtime& runtime) { runtime.define_builtins(kProcessBuiltins); }

}  // namespace elle::lang
