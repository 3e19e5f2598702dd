// What a prompt asks while somebody types, for scripts: editors written in Lisp, tools, tests.
#include "lang/builtins/arguments.h"
#include "lang/builtins/sequence.h"
#include "lang/complete/complete.h"
#include "lang/data/map.h"
#include "lang/runtime/runtime.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// The byte at which the character with the index in argument `i` begins; without it, the end of the text.
Result<size_t> cursor_in(const Arguments& arguments, uint32_t i, std::string_view text) {
  return arguments.has(i) ? offset_of_character(text, TRY(arguments.natural(i))) : text.size();
}

Result<Value> signature_hint(Runtime& runtime, Args args) {
  const Arguments arguments(runtime, args);
  const std::string_view text = TRY(arguments.text(0));
  const auto hint = hint_at(runtime, *runtime.current_module, text, TRY(cursor_in(arguments, 1, text)));
  if (!hint) return nil();
  const std::string_view prototype = hint->prototype;
  const std::string_view highlighted =
      prototype.substr(hint->highlight_begin, hint->highlight_end - hint->highlight_begin);
  return map_of(runtime, {{"prototype", runtime.string(prototype)},
                          {"parameter", highlighted.empty() ? nil() : runtime.string(highlighted)},
                          {"about", hint->about.empty() ? nil() : runtime.string(hint->about)}});
}

Result<Value> completions(Runtime& runtime, Args args) {
  const Arguments arguments(runtime, args);
  const std::string_view text = TRY(arguments.text(0));
  const size_t cursor = TRY(cursor_in(arguments, 1, text));
  std::vector<Value> candidates;
  for (const Candidate& candidate : complete_text(runtime, *runtime.current_module, nullptr, text, cursor).candidates)
    candidates.push_back(map_of(runtime, {{"text", runtime.string(candidate.text)},
                                          {"about", runtime.string(candidate.about)},
                                          {"usable", boolean(candidate.usable)}}));
  return runtime.vector(candidates);
}

constexpr BuiltinEntry kCompletionBuiltins[] = {
    {"completions", 1, 2, completions, "(completions text [cursor])",
     "What could stand at the cursor, an index in the text of a program, best first: a vector of maps of the :text to "
     "put there, what there is to say :about it, and whether it is :usable. Runs nothing."},
    {"signature-hint", 1, 2, signature_hint, "(signature-hint text [cursor])",
     "How the call around the cursor, an index in the text of a program, is written: a map of its :prototype, of the "
     ":parameter that is being typed and what there is to say :about that; nil when it is not known. Runs nothing."},
};

}  // namespace

void define_completion_builtins(Runtime& runtime) { runtime.define_builtins(kCompletionBuiltins); }

}  // namespace elle::lang
