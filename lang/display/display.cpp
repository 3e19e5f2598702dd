// Which display a value has, and `show`, which prints it.
#include "lang/display/display.h"

#include "lang/builtins/arguments.h"
#include "lang/builtins/stream.h"
#include "lang/code/chunk.h"
#include "lang/display/pretty.h"
#include "lang/display/record_table.h"
#include "lang/display/value_text.h"
#include "lang/print/printer.h"
#include "lang/text/grouped.h"
#include "lang/text/utf8.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

constexpr size_t kColumnsWithoutScreen = 80;
// Lines of a single long text.
constexpr size_t kTextLines = 10;

// The line below what was cut.
std::string cut_line(const ShowOptions& options, std::string_view what) {
  return options.paint(Role::kDim, fmt::format("… {}; {} shows all", what, options.way_to_all)) + "\n";
}

std::string collection_text(const Runtime& runtime, Value value, const ShowOptions& options) {
  if (const auto table = record_table(runtime, value, options)) return *table;
  const Pretty pretty = pretty_text(runtime, value, options);
  const std::string text = pretty.text + "\n";
  if (!pretty.cut || options.whole) return text;
  if (pretty.shown == pretty.of) return text + cut_line(options, "shortened");
  return text + cut_line(options, fmt::format("{} more of {}", grouped(pretty.of - pretty.shown), grouped(pretty.of)));
}

std::string amount(Value value) {
  if (value.is(Tag::kString)) return grouped(value.as<String>()->characters) + " characters";
  if (value.is(Tag::kBytes)) return grouped(value.as<Bytes>()->size) + " bytes";
  return "shortened";
}

std::string atom_display(const Runtime& runtime, Value value, const ShowOptions& options) {
  const size_t limit = options.columns * kTextLines;
  const std::string text = item_text(runtime, value, options.whole ? 0 : limit);
  const bool cut = !options.whole && text.ends_with("…") && count_characters(text) == limit;
  return text + "\n" + (cut ? cut_line(options, amount(value)) : "");
}

// `(area width height)`; a function without a name as it is written, `(fn [x] …)`.
std::string closure_text(const Runtime& runtime, Chunk& chunk, const ShowOptions& options) {
  chunk.complete();
  std::string parameters = chunk.parameters.is_nil() ? "" : print_value(runtime.views, chunk.parameters);
  std::string text;
  if (chunk.name) {
    // A parameter list is written (a b) or [a b]; its inside follows the name.
    if (!parameters.empty()) parameters = parameters.substr(1, parameters.size() - 2);
    text = fmt::format("function ({}{}{})", options.paint(Role::kName, chunk.name->view()),
                       parameters.empty() ? "" : " ", parameters);
  } else {
    text = fmt::format("function (fn {} …)", parameters.empty() ? "[]" : parameters);
  }
  if (chunk.span.known()) text += options.paint(Role::kDim, ", defined at " + runtime.sources.place_text(chunk.span));
  return text + "\n";
}

std::string string_or_empty(Value value) {
  return value.is(Tag::kString) ? std::string(value.as<String>()->view()) : std::string();
}

std::string error_text(const Runtime& runtime, const ErrorObject& error, const ShowOptions& options) {
  std::string text = options.paint(Role::kError, "error");
  if (error.kind.is(Tag::kKeyword)) text += " " + print_value(runtime.views, error.kind);
  text += ": " + string_or_empty(error.message) + "\n";
  if (const std::string next_step = string_or_empty(error.next_step); !next_step.empty())
    text += "  " + next_step + "\n";
  if (!error.data.is_nil()) text += "  data: " + print_short(runtime.views, error.data, options.columns) + "\n";
  if (error.span.known()) text += options.paint(Role::kDim, "  at " + runtime.sources.place_text(error.span)) + "\n";
  return text;
}

}  // namespace

std::string display_text(const Runtime& runtime, Value value, const ShowOptions& options) {
  if (is_collection(value)) return collection_text(runtime, value, options);
  switch (value.tag()) {
    case Tag::kClosure:
      return closure_text(runtime, *value.as<Closure>()->chunk, options);
    case Tag::kBuiltin:
      return fmt::format("function {}\n", value.as<Builtin>()->entry->usage);
    case Tag::kError:
      return error_text(runtime, *value.as<ErrorObject>(), options);
    default:
      break;
  }
  if (runtime.views)
    if (std::string text = runtime.c_display->display(value, options); !text.empty()) return text;
  return atom_display(runtime, value, options);
}

ShowOptions options_for(const Output& output) {
  ShowOptions options;
  options.paint = Paint(output.colour());
  options.columns = output.columns() ? output.columns() : kColumnsWithoutScreen;
  return options;
}

namespace {

Result<Value> show(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  TRY(in.expect_options(1, {"all"}));
  ShowOptions options = options_for(*runtime.out);
  options.whole = in.option(1, "all").truthy();
  options.way_to_all = "`:all #t`";
  if (!runtime.out->show_long(display_text(runtime, args[0], options))) return exit_request(runtime, 0);
  return nil();
}

constexpr BuiltinEntry kDisplayBuiltins[] = {
    {"show", 1, kAnyNumber, show, "(show x &key all)",
     "Prints a value as the prompt shows it: the fields of a struct, what is known of a pointer, enum values by name, "
     "long data shortened. With `:all #t` nothing is left out."},
};

}  // namespace

void define_display_builtins(Runtime& runtime) { runtime.define_builtins(kDisplayBuiltins); }

}  // namespace elle::lang
