// Functions on open files and the standard streams.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/format.h"
#include "lang/builtins/stream.h"
#include "lang/print/printer.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

Result<Stream*> stream_argument(const Arguments& in, uint32_t i) { return in.opaque<Stream>(i, "an open file"); }

// The stream at `i`, or the standard one when there is no such argument.
Result<Stream*> stream_or(const Arguments& in, uint32_t i, Value standard) {
  if (in.has(i)) return stream_argument(in, i);
  return static_cast<Stream*>(standard.as<Opaque>()->body.get());
}

Result<Value> open_file(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string path(TRY(in.text(0)));
  TRY(in.expect_options(1, {"mode"}));
  const Value mode = in.option(1, "mode");
  const std::string_view name = mode.is(Tag::kKeyword) ? mode.as<Symbol>()->view() : mode.is_nil() ? "read" : "";
  if (name == "read") return open_file_stream(runtime, path, StreamMode::kRead);
  if (name == "write") return open_file_stream(runtime, path, StreamMode::kWrite);
  if (name == "append") return open_file_stream(runtime, path, StreamMode::kAppend);
  return in.fail(ErrorKind::kType, fmt::format("{} is not a mode of `open-file`.", print_short(runtime.views, mode)),
                 "The modes are :read, :write and :append.");
}

Result<Value> close_file(Runtime& runtime, Args args) {
  Stream* stream = TRY(stream_argument(Arguments(runtime, args), 0));
  TRY(stream->close(runtime));
  return nil();
}

Result<Value> read_line(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  // What was asked should be seen before the answer is awaited.
  if (args.size() == 0) runtime.out->flush();
  const Rooted input(runtime, standard_input_stream(runtime));
  Stream* stream = TRY(stream_or(Arguments(runtime, args), 0, input.value));
  std::string line;
  const bool found = TRY(stream->read_line(runtime, line));
  TRY(vm.heed_interrupt());
  return found ? text_from_outside(runtime, line, stream->describe()) : Result<Value>(nil());
}

Result<Value> read_all(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  const Rooted input(runtime, standard_input_stream(runtime));
  Stream* stream = TRY(stream_or(Arguments(runtime, args), 0, input.value));
  const std::string content = TRY(stream->read(runtime, UINT64_MAX));
  TRY(vm.heed_interrupt());
  return text_from_outside(runtime, content, stream->describe());
}

Result<Value> write_string(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Stream* stream = TRY(stream_argument(in, 0));
  const std::string_view text = TRY(in.text(1));
  TRY(stream->write(runtime, text));
  return nil();
}

Result<Value> write_line(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  Stream* stream = TRY(stream_argument(in, 0));
  const std::string_view text = TRY(in.text(1));
  TRY(stream->write(runtime, fmt::format("{}\n", text)));
  return nil();
}

Result<Value> print_to(Runtime& runtime, Args args) {
  Stream* stream = TRY(stream_argument(Arguments(runtime, args), 0));
  std::string line;
  for (uint32_t i = 1; i < args.size(); i++) {
    if (i > 1) line += ' ';
    line += print_value(runtime.views, args[i], PrintStyle::kDisplay);
  }
  TRY(stream->write(runtime, line + '\n'));
  return nil();
}

Result<Value> format_to(Runtime& runtime, Args args) {
  Stream* stream = TRY(stream_argument(Arguments(runtime, args), 0));
  const std::string text = TRY(format_arguments(runtime, args, 1));
  TRY(stream->write(runtime, text));
  return nil();
}

Result<Value> flush(Runtime& runtime, Args args) {
  Stream* stream = TRY(stream_or(Arguments(runtime, args), 0, standard_output_stream(runtime)));
  TRY(stream->flush(runtime));
  return nil();
}

Result<Value> is_file(Runtime&, Args args) {
  return boolean(args[0].is(Tag::kOpaque) && dynamic_cast<Stream*>(args[0].as<Opaque>()->body.get()));
}

constexpr BuiltinEntry kStreamBuiltins[] = {
    {"open-file", 1, 3, open_file, "(open-file path :mode mode)",
     "Opens a file for :mode :read (which is meant when there is none), :write (from empty) or :append. Close it with "
     "close-file, or open it in a `with`."},
    {"close-file", 1, 1, close_file, "(close-file file)", "Writes out what is left and closes the file."},
    {"read-line", 0, 1, read_line, "(read-line [file])",
     "The next line of a file or of standard input, without its end; nil when there is none left."},
    {"read-all", 0, 1, read_all, "(read-all [file])", "The rest of a file or of standard input as a string."},
    {"write-string", 2, 2, write_string, "(write-string file string)", "Writes a string to a file as it is."},
    {"write-line", 2, 2, write_line, "(write-line file string)", "Writes a string and a line end to a file."},
    {"fprint", 1, kAnyNumber, print_to, "(fprint file x ...)", "As print, to a file."},
    {"fprintf", 2, kAnyNumber, format_to, "(fprintf file control x ...)",
     "Writes to a file what `format` makes of the arguments."},
    {"flush", 0, 1, flush, "(flush [file])", "Writes out what a file or standard output still holds back."},
    {"file?", 1, 1, is_file, "(file? x)", "Whether x is a file, open or closed."},
};

}  // namespace

void define_streams(Runtime& runtime) {
  runtime.define_builtins(kStreamBuiltins);
  runtime.define_constant("stdin", standard_input_stream(runtime), "The file of standard input.");
  runtime.define_constant("stdout", standard_output_stream(runtime), "The file of standard output.");
  runtime.define_constant("stderr", standard_error_stream(runtime), "The file of standard error.");
}

}  // namespace elle::lang
