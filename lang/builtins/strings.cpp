// Strings: making them, their parts, case, and to and from other data.
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/number/integers.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"
#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

std::string displayed(Runtime& runtime, Value value) {
  if (value.is(Tag::kString)) return std::string(value.as<String>()->view());
  return print_value(runtime.views, value, PrintStyle::kDisplay);
}

// nil counts as nothing, so that an absent part leaves no trace.
Result<Value> str(Runtime& runtime, Args args) {
  std::string text;
  for (uint32_t i = 0; i < args.size(); i++)
    if (!args[i].is_nil()) text += displayed(runtime, args[i]);
  return runtime.string(text);
}

Result<Value> string_length(Runtime& runtime, Args args) {
  return natural(TRY(Arguments(runtime, args).string(0))->characters);
}

Result<Value> substring(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const uint64_t size = TRY(in.string(0))->characters;
  const uint64_t begin = TRY(in.natural(1));
  const uint64_t end = TRY(in.natural_or(2, size));
  if (begin > end || end > size)
    return in.fail(ErrorKind::kRange, fmt::format("The substring from {} to {} is not within {}.", begin, end,
                                                  describe_collection(args[0])));
  return slice_of(runtime, args[0], begin, end);
}

// Functions from one text to another.
template <std::string (*change)(std::string_view)>
Result<Value> changed(Runtime& runtime, Args args) {
  return runtime.string(change(TRY(Arguments(runtime, args).text(0))));
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  size_t offset = 0;
  std::string result;
  append_utf8(result, upper_case(decode_utf8(text, offset)));
  return result + std::string(text.substr(offset));
}

size_t white_space_at_start(std::string_view text) {
  size_t end = 0;
  for (size_t offset = 0; offset < text.size(); end = offset)
    if (!is_white_space(decode_utf8(text, offset))) break;
  return end;
}

// The end of the last character that is not white space.
size_t text_without_white_end(std::string_view text) {
  size_t end = 0;
  for (size_t offset = 0; offset < text.size();)
    if (!is_white_space(decode_utf8(text, offset))) end = offset;
  return end;
}

std::string trimmed_start(std::string_view text) { return std::string(text.substr(white_space_at_start(text))); }
std::string trimmed_end(std::string_view text) { return std::string(text.substr(0, text_without_white_end(text))); }
std::string trimmed(std::string_view text) { return trimmed_start(trimmed_end(text)); }

Result<Value> normalised(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  const std::string_view name = in.has(1) ? TRY(in.keyword(1))->view() : "nfc";
  if (name == "nfc") return runtime.string(normalise(text, NormalForm::kC));
  if (name == "nfd") return runtime.string(normalise(text, NormalForm::kD));
  if (name == "nfkc") return runtime.string(normalise(text, NormalForm::kKC));
  if (name == "nfkd") return runtime.string(normalise(text, NormalForm::kKD));
  return in.wrong(1, "a normal form (:nfc, :nfd, :nfkc or :nfkd)");
}

Result<Value> width(Runtime& runtime, Args args) { return natural(text_width(TRY(Arguments(runtime, args).text(0)))); }

Result<Value> graphemes(Runtime& runtime, Args args) {
  const std::string_view text = TRY(Arguments(runtime, args).text(0));
  ListBuilder result(runtime);
  for (size_t offset = 0; offset < text.size();) {
    const size_t end = grapheme_end(text, offset);
    result.add(runtime.string(text.substr(offset, end - offset)));
    offset = end;
  }
  return result.list();
}

Result<Value> repeat(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  const uint64_t times = TRY(in.natural(1));
  TRY(in.expect_memory(times, text.size()));
  std::string result;
  result.reserve(text.size() * times);
  for (uint64_t i = 0; i < times; i++) result += text;
  return runtime.string(result);
}

enum class Side : uint8_t { kLeft, kRight, kBoth };

// Pads to a width on the terminal, so that columns of any script line up.
template <Side side>
Result<Value> pad(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  const uint64_t wanted = TRY(in.natural(1));
  const std::string filler = character_text(in.has(2) ? TRY(in.character(2)) : ' ');
  TRY(in.expect_memory(wanted, filler.size()));
  const size_t own = text_width(text);
  const size_t missing = wanted > own ? wanted - own : 0;
  const size_t before = side == Side::kLeft ? missing : side == Side::kBoth ? missing / 2 : 0;
  std::string result;
  for (size_t i = 0; i < before; i++) result += filler;
  result += text;
  for (size_t i = before; i < missing; i++) result += filler;
  return runtime.string(result);
}

Result<Value> string_of_characters(Runtime& runtime, Args args) {
  std::string text;
  for (const Value item : TRY(items_of(runtime, args, 0))) {
    if (!item.is(Tag::kCharacter)) return runtime.wrong_argument(args, 0, "a collection of characters");
    append_utf8(text, static_cast<uint32_t>(item.natural));
  }
  return runtime.string(text);
}

Result<Value> characters_of_string(Runtime& runtime, Args args) {
  TRY(Arguments(runtime, args).string(0));
  return list_of(runtime, TRY(items_of(runtime, args, 0)));
}

Result<int> base_argument(const Arguments& in, uint32_t i) {
  const int64_t base = TRY(in.integer_or(i, 10));
  if (base < 2 || base > 36) return in.wrong(i, "a base from 2 to 36");
  return static_cast<int>(base);
}

Result<Value> string_to_number(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string text = trimmed(TRY(in.text(0)));
  const int base = TRY(base_argument(in, 1));
  const auto number = in.has(1) ? parse_integer(runtime.heap, text, base) : parse_number(runtime.heap, text);
  return number ? *number : nil();
}

Result<Value> number_to_string(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const int base = TRY(base_argument(in, 1));
  if (args[0].is(Tag::kDouble) && base == 10) return runtime.string(double_text(args[0].real));
  const Value whole = TRY(in.whole(0));
  if (whole.is(Tag::kBigInt)) TRY(in.expect_memory(integer_bits(whole) / 8, kIntegerWorkspace));
  return runtime.string(integer_text(whole, base));
}

constexpr BuiltinEntry kStringBuiltins[] = {
    {"str", 0, kAnyNumber, str, "(str x ...)",
     "The arguments as they print for people, one after the other, as one string. nil leaves nothing."},
    {"string", 0, kAnyNumber, str, "(string x ...)", "The arguments as one string; the same as str."},
    {"string-length", 1, 1, string_length, "(string-length string)", "The number of characters (code points)."},
    {"substring", 2, 3, substring, "(substring string begin [end])",
     "The characters from index begin up to but not including end."},
    {"upper-case", 1, 1, changed<upper_case>, "(upper-case string)", "The string with its letters in upper case."},
    {"lower-case", 1, 1, changed<lower_case>, "(lower-case string)", "The string with its letters in lower case."},
    {"fold-case", 1, 1, changed<fold_case>, "(fold-case string)",
     "The string as compared when case does not matter (Unicode case folding)."},
    {"capitalize", 1, 1, changed<capitalised>, "(capitalize string)",
     "The string with its first character in upper case."},
    {"trim", 1, 1, changed<trimmed>, "(trim string)", "The string without white space at its ends."},
    {"trim-start", 1, 1, changed<trimmed_start>, "(trim-start string)", "The string without white space at its start."},
    {"trim-end", 1, 1, changed<trimmed_end>, "(trim-end string)", "The string without white space at its end."},
    {"normalize", 1, 2, normalised, "(normalize string [form])",
     "The string in a Unicode normal form: :nfc, :nfd, :nfkc or :nfkd. Without one, in :nfc."},
    {"string-width", 1, 1, width, "(string-width string)", "The columns that the string takes on a terminal."},
    {"graphemes", 1, 1, graphemes, "(graphemes string)",
     "A list of what a reader sees as the characters of a string, each a string of one or more code points."},
    {"string-repeat", 2, 2, repeat, "(string-repeat string n)", "The string n times in a row."},
    {"pad-left", 2, 3, pad<Side::kLeft>, "(pad-left string width [char])",
     "The string with spaces (or char) before it, up to a width in columns."},
    {"pad-right", 2, 3, pad<Side::kRight>, "(pad-right string width [char])",
     "The string with spaces (or char) after it, up to a width in columns."},
    {"pad-center", 2, 3, pad<Side::kBoth>, "(pad-center string width [char])",
     "The string with spaces (or char) on both sides, up to a width in columns."},
    {"list->string", 1, 1, string_of_characters, "(list->string coll)", "A string of a collection of characters."},
    {"string->list", 1, 1, characters_of_string, "(string->list string)", "A list of the characters."},
    {"string->number", 1, 2, string_to_number, "(string->number string [base])",
     "The number that the string is, or nil. Without a base it may be written as in a program: 42, -1.5e3, 0xff, "
     "1_000. With one, 2 to 36, it is an integer in that base."},
    {"number->string", 1, 2, number_to_string, "(number->string number [base])",
     "The number as text; an integer also in a base from 2 to 36."},
};

}  // namespace

void define_strings(Runtime& runtime) { runtime.define_builtins(kStringBuiltins); }

}  // namespace elle::lang
