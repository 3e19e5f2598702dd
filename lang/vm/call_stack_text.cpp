// Call stacks for people, made when somebody reads one. Arguments are printed as they are by then.
#include <algorithm>

#include "lang/code/chunk.h"
#include "lang/print/printer.h"
#include "lang/value/native_function.h"
#include "lang/vm/call_stack.h"

namespace elle::lang {

namespace {

using Call = CallStack::Call;

// Of a report, which is about the error, the calls at both ends that are shown.
constexpr size_t kInnermost = 14;
constexpr size_t kOutermost = 6;
constexpr size_t kLongestArgument = 40;

bool is_in_lisp(const Call& call) { return call.function.is(Tag::kClosure); }

std::string place_text(const Runtime& runtime, const Call& call) {
  return call.span.known() ? " at " + runtime.sources.place_text(call.span) : "";
}

std::string times_text(const Call& call) { return call.times > 1 ? fmt::format(", {} times", call.times) : ""; }

std::string more_text(size_t count) { return count ? fmt::format("  … {} more\n", count) : ""; }

std::string line(const Runtime& runtime, const Call& call) {
  const Chunk& chunk = *call.function.as<Closure>()->chunk;
  const std::string_view name = chunk.name ? chunk.name->view() : chunk.top_level ? "top level" : "(fn …)";
  return fmt::format("  in {}{}{}\n", name, place_text(runtime, call), times_text(call));
}

std::string argument_text(const Runtime& runtime, Value argument) {
  return print_short(runtime.views, argument, kLongestArgument);
}

// What a function of Lisp was called with, as it is written in a call.
std::vector<std::string> argument_texts(const Runtime& runtime, const Call& call) {
  const Chunk& chunk = *call.function.as<Closure>()->chunk;
  std::vector<std::string> texts;
  const size_t positional = chunk.required + chunk.optional;
  for (size_t i = 0; i < call.arguments.size(); i++) {
    const Value argument = call.arguments[i];
    if (argument.is(Tag::kUnbound)) continue;
    const auto key = std::find_if(chunk.keys.begin(), chunk.keys.end(),
                                  [&](const KeyParameter& parameter) { return parameter.slot == i; });
    if (key != chunk.keys.end()) texts.push_back(fmt::format(":{}", key->keyword->view()));
    const bool is_rest = chunk.has_rest && i == positional;
    if (!is_rest) texts.push_back(argument_text(runtime, argument));
    for (Value rest = argument; is_rest && rest.is(Tag::kPair); rest = rest.as<Pair>()->tail)
      texts.push_back(argument_text(runtime, rest.as<Pair>()->head));
  }
  return texts;
}

std::string lisp_line(const Runtime& runtime, const Call& call, const Paint& paint) {
  const Chunk& chunk = *call.function.as<Closure>()->chunk;
  const std::string place = paint(Role::kDim, place_text(runtime, call) + times_text(call));
  if (chunk.top_level) return fmt::format("  top level{}\n", place);
  std::string arguments;
  for (const std::string& argument : argument_texts(runtime, call)) arguments += " " + argument;
  return fmt::format("  ({}{}){}\n", paint(Role::kName, chunk.name ? chunk.name->view() : "(fn …)"), arguments, place);
}

std::string outside_line(const Runtime& runtime, const Call& call, bool called_back, const Paint& paint) {
  const bool is_c = call.function.is(Tag::kNativeFunction);
  const std::string_view name =
      is_c ? call.function.as<NativeFunction>()->name->view() : call.function.as<Builtin>()->entry->name;
  std::string arguments;
  for (const Value& argument : call.arguments) {
    if (is_c && !arguments.empty()) arguments += ",";
    if (!is_c || !arguments.empty()) arguments += " ";
    arguments += argument_text(runtime, argument);
  }
  const std::string painted = paint(Role::kName, name);
  if (!is_c) return fmt::format("  ({}{})\n", painted, arguments);
  return fmt::format("  C: {}({}){}\n", painted, arguments, called_back ? " called back" : "");
}

}  // namespace

std::string CallStack::text(const Runtime& runtime) const {
  std::vector<const Call*> calls;
  for (const auto* part : {&innermost, &outermost})
    for (const Call& call : *part)
      if (is_in_lisp(call)) calls.push_back(&call);
  std::string text;
  size_t more = left_out;
  const size_t last_shown = calls.size() > kOutermost ? calls.size() - kOutermost : 0;
  for (size_t i = 0; i < calls.size(); i++) {
    const bool is_shown = i < kInnermost || i >= last_shown;
    if (!is_shown) more += calls[i]->times;
    if (i >= kInnermost && i >= last_shown) text += more_text(std::exchange(more, 0));
    if (is_shown) text += line(runtime, *calls[i]);
  }
  return text + note;
}

std::string CallStack::text_with_arguments(const Runtime& runtime, const Paint& paint) const {
  std::string text;
  const auto add = [&](const std::vector<Call>& calls) {
    for (size_t i = 0; i < calls.size(); i++) {
      const bool is_innermost = &calls == &innermost && i == 0;
      text += is_in_lisp(calls[i]) ? lisp_line(runtime, calls[i], paint)
                                   : outside_line(runtime, calls[i], !is_innermost, paint);
    }
  };
  add(innermost);
  text += more_text(left_out);
  add(outermost);
  return text + note;
}

void CallStack::trace(Marker& marker) const {
  for (const auto* part : {&innermost, &outermost})
    for (const Call& call : *part) {
      marker.mark(call.function);
      for (const Value& argument : call.arguments) marker.mark(argument);
    }
}

CallStack* CallStack::of(const ErrorObject& error) {
  return error.trace.is(Tag::kOpaque) ? static_cast<CallStack*>(error.trace.as<Opaque>()->body.get()) : nullptr;
}

}  // namespace elle::lang
