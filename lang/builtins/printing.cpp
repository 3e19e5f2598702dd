// `print` and its kin: values as text to standard output.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/format.h"
#include "lang/builtins/stream.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

std::string joined(Runtime& runtime, Args args, PrintStyle style) {
  std::string text;
  for (uint32_t i = 0; i < args.size(); i++) {
    if (i > 0) text += ' ';
    text += print_value(runtime.views, args[i], style);
  }
  return text;
}

Result<Value> print(Runtime& runtime, Args args) {
  TRY(write_output(runtime, joined(runtime, args, PrintStyle::kDisplay) + '\n'));
  return nil();
}

Result<Value> display(Runtime& runtime, Args args) {
  TRY(write_output(runtime, joined(runtime, args, PrintStyle::kDisplay)));
  return nil();
}

Result<Value> write(Runtime& runtime, Args args) {
  TRY(write_output(runtime, joined(runtime, args, PrintStyle::kWrite) + '\n'));
  return nil();
}

Result<Value> write_to_string(Runtime& runtime, Args args) {
  return runtime.string(joined(runtime, args, PrintStyle::kWrite));
}

Result<Value> newline(Runtime& runtime, Args) {
  TRY(write_output(runtime, "\n"));
  return nil();
}

Result<Value> print_formatted(Runtime& runtime, Args args) {
  const std::string text = TRY(format_arguments(runtime, args, 0));
  TRY(write_output(runtime, text));
  return nil();
}

Result<Value> format(Runtime& runtime, Args args) { return runtime.string(TRY(format_arguments(runtime, args, 0))); }

constexpr BuiltinEntry kPrintingBuiltins[] = {
    {"print", 0, kAnyNumber, print, "(print x ...)",
     "Prints the arguments as for people, strings bare, with spaces between them and a line end."},
    {"display", 0, kAnyNumber, display, "(display x ...)", "As print, without the line end."},
    {"write", 0, kAnyNumber, write, "(write x ...)",
     "Prints the arguments so that they can be read back, with spaces between them and a line end."},
    {"write-to-string", 0, kAnyNumber, write_to_string, "(write-to-string x ...)",
     "A string of the arguments in the form that can be read back."},
    {"newline", 0, 0, newline, "(newline)", "Prints a line end."},
    {"printf", 1, kAnyNumber, print_formatted, "(printf control x ...)",
     "Prints what `format` makes of the arguments."},
    {"format", 1, kAnyNumber, format, "(format control x ...)",
     "The control string with each directive replaced by the next argument. " ELLE_FORMAT_DIRECTIVES},
};

}  // namespace

void define_printing(Runtime& runtime) { runtime.define_builtins(kPrintingBuiltins); }

}  // namespace elle::lang
