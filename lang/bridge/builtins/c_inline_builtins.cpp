// What the macros c-inline and c-declare expand to.
#include <algorithm>
#include <cctype>

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/library/header_request.h"
#include "lang/bridge/names/c_inline.h"
#include "lang/bridge/names/script_definitions.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/builtins/arguments.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// The text of a macro call, `(c-inline "…" …)`, with its place in the script.
Result<CText> text_of(Runtime& runtime, Args args, const char* macro) {
  if (!args[0].is(Tag::kString))
    return runtime.fail(
        ErrorKind::kSyntax,
        fmt::format("The C text of `{}` is {}, but a string is expected.", macro, print_short(runtime.views, args[0])),
        "It is compiled once, so it stands in the script as it is.");
  CText text{std::string(args[0].as<String>()->view()), {}};
  const Value call = runtime.expanding;
  if (call.is(Tag::kPair) && call.as<Pair>()->tail.is(Tag::kPair)) {
    const Span span = call.as<Pair>()->tail.as<Pair>()->span;
    if (span.known() && runtime.sources.text(span).starts_with('"')) text.literal = span;
  }
  return text;
}

// `start-value` is start_value in C.
Result<std::string> c_name(Runtime& runtime, Value name) {
  const std::string text = c_spelling(std::string(name.is(Tag::kSymbol) ? name.as<Symbol>()->view() : ""));
  const bool fits = !text.empty() && !std::isdigit(static_cast<unsigned char>(text[0])) &&
                    std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  if (fits) return text;
  return runtime.fail(ErrorKind::kSyntax,
                      fmt::format("{} cannot be the name of a variable in C.", print_short(runtime.views, name)));
}

// (c-inline-site text ((x :int) (y :int value)…) result options…)
Result<Value> c_inline_site(Runtime& runtime, Args args) {
  const Arguments arguments(runtime, args);
  TRY(arguments.expect_options(3, {"header", "include", "define", "flags"}));
  auto site = std::make_unique<CInlineBody>();
  site->source = TRY(text_of(runtime, args, "c-inline"));
  site->result = args[2];
  site->request = TRY(request_from(runtime, arguments, 3, arguments.option(3, "header")));
  std::vector<Value> parameters;
  if (!sequence_items(args[1], &parameters)) return arguments.wrong(1, "a list of parameters");
  for (Value parameter : parameters) {
    std::vector<Value> parts;
    if (!sequence_items(parameter, &parts) || parts.size() < 2 || parts.size() > 3)
      return runtime.fail(ErrorKind::kSyntax,
                          fmt::format("{} is not a parameter of `c-inline`.", print_short(runtime.views, parameter)),
                          "A parameter is (name type), whose value is that of the variable, or (name type value).");
    site->parameters.push_back({TRY(c_name(runtime, parts[0])), parts[1]});
  }
  return runtime.opaque(std::move(site));
}

Result<Value> c_inline_function(Runtime& runtime, Args args) {
  const Arguments arguments(runtime, args);
  return BridgeContext::of(runtime).c_inline.function(*TRY(arguments.opaque<CInlineBody>(0, "a C text")));
}

// (c-declaration text): one C text whose declarations later ones see.
Result<Value> c_declaration(Runtime& runtime, Args args) {
  auto site = std::make_unique<CInlineBody>();
  site->source = TRY(text_of(runtime, args, "c-declare"));
  return runtime.opaque(std::move(site));
}

Result<Value> declare_c_text(Runtime& runtime, Args args) {
  const Arguments arguments(runtime, args);
  BridgeContext::of(runtime).c_inline.declare(TRY(arguments.opaque<CInlineBody>(0, "a C text"))->source);
  return nil();
}

constexpr BuiltinEntry kCInlineBuiltins[] = {
    {"c-inline-site", 3, kAnyNumber, c_inline_site, "(c-inline-site text parameters result option…)",
     "One C text of a script. Written (c-inline text parameters result)."},
    {"c-inline-function", 1, 1, c_inline_function, "(c-inline-function site)",
     "The C function that a C text of a script is. Written (c-inline text parameters result)."},
    {"c-declaration", 1, 1, c_declaration, "(c-declaration text)",
     "Declarations for the C texts of a script. Written (c-declare text)."},
    {"declare-c-text", 1, 1, declare_c_text, "(declare-c-text declaration)",
     "Makes C declarations known to later C texts. Written (c-declare text)."},
};

}  // namespace

void define_c_inline_builtins(Runtime& runtime) { runtime.define_builtins(kCInlineBuiltins); }

}  // namespace elle::lang
