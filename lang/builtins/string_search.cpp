// Finding, splitting, joining and replacing within strings. Patterns are in regexes.cpp.
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/print/printer.h"
#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// A string or a character as text.
Result<std::string> wanted_text(const Arguments& in, uint32_t i) {
  if (in[i].is(Tag::kCharacter)) return character_text(static_cast<uint32_t>(in[i].natural));
  return std::string(TRY(in.text(i)));
}

Result<Value> starts_with(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  return boolean(text.starts_with(TRY(wanted_text(in, 1))));
}

Result<Value> ends_with(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  return boolean(text.ends_with(TRY(wanted_text(in, 1))));
}

Result<Value> last_index_of(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  const size_t at = text.rfind(TRY(wanted_text(in, 1)));
  return at == std::string_view::npos ? nil() : natural(count_characters(text.substr(0, at)));
}

// Without a separator: the words between white space.
Value split_words(Runtime& runtime, std::string_view text) {
  ListBuilder words(runtime);
  size_t begin = 0;
  for (size_t offset = 0; offset < text.size();) {
    const size_t at = offset;
    if (!is_white_space(decode_utf8(text, offset))) continue;
    if (at > begin) words.add(runtime.string(text.substr(begin, at - begin)));
    begin = offset;
  }
  if (begin < text.size()) words.add(runtime.string(text.substr(begin)));
  return words.list();
}

Result<Value> split(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  if (!in.has(1)) return split_words(runtime, text);
  const std::string separator = TRY(wanted_text(in, 1));
  const uint64_t limit = TRY(in.natural_or(2, UINT64_MAX));
  if (separator.empty()) return in.wrong(1, "a separator that is not empty");
  ListBuilder parts(runtime);
  size_t begin = 0;
  for (uint64_t number = 1; number < limit; number++) {
    const size_t at = text.find(separator, begin);
    if (at == std::string_view::npos) break;
    parts.add(runtime.string(text.substr(begin, at - begin)));
    begin = at + separator.size();
  }
  parts.add(runtime.string(text.substr(begin)));
  return parts.list();
}

Result<Value> lines(Runtime& runtime, Args args) {
  std::string_view text = TRY(Arguments(runtime, args).text(0));
  ListBuilder result(runtime);
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    result.add(runtime.string(line));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return result.list();
}

Result<Value> join(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string separator = in.has(1) ? TRY(wanted_text(in, 1)) : "";
  std::string text;
  bool first = true;
  for (const Value item : TRY(items_of(runtime, args, 0))) {
    if (!first) text += separator;
    first = false;
    text += print_value(runtime.views, item, PrintStyle::kDisplay);
  }
  return runtime.string(text);
}

Result<Value> replace_text(const Arguments& in, Runtime& runtime, uint64_t limit) {
  const std::string_view text = TRY(in.text(0));
  const std::string from = TRY(wanted_text(in, 1)), to = TRY(wanted_text(in, 2));
  if (from.empty()) return in.wrong(1, "a text that is not empty");
  std::string result;
  size_t begin = 0;
  for (uint64_t done = 0; done < limit; done++) {
    const size_t at = text.find(from, begin);
    if (at == std::string_view::npos) break;
    result.append(text, begin, at - begin).append(to);
    begin = at + from.size();
  }
  return runtime.string(result.append(text, begin));
}

Result<Value> replace(Runtime& runtime, Args args) {
  return replace_text(Arguments(runtime, args), runtime, UINT64_MAX);
}
Result<Value> replace_first(Runtime& runtime, Args args) { return replace_text(Arguments(runtime, args), runtime, 1); }

constexpr BuiltinEntry kSearchBuiltins[] = {
    {"starts-with?", 2, 2, starts_with, "(starts-with? string start)",
     "Whether a string starts with another one or a character."},
    {"ends-with?", 2, 2, ends_with, "(ends-with? string end)",
     "Whether a string ends with another one or a character."},
    {"last-index-of", 2, 2, last_index_of, "(last-index-of string part)",
     "The index of the last place where a string or character stands in a string, or nil."},
    {"split", 1, 3, split, "(split string [separator [limit]])",
     "A list of the parts of a string between the separators; without one, of its words. With a limit, of at most that "
     "many parts."},
    {"lines", 1, 1, lines, "(lines string)", "A list of the lines of a string, without their ends."},
    {"join", 1, 2, join, "(join coll [separator])",
     "The items as they print for people, as one string, with the separator between them."},
    {"replace", 3, 3, replace, "(replace string part new)", "The string with every occurrence of part replaced."},
    {"replace-first", 3, 3, replace_first, "(replace-first string part new)",
     "The string with the first occurrence of part replaced."},
};

}  // namespace

void define_string_search(Runtime& runtime) { runtime.define_builtins(kSearchBuiltins); }

}  // namespace elle::lang
