// Characters: their numbers, classes and case.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

template <bool (*test)(uint32_t)>
Result<Value> tested(Runtime& runtime, Args args) {
  return boolean(test(TRY(Arguments(runtime, args).character(0))));
}

template <uint32_t (*change)(uint32_t)>
Result<Value> changed(Runtime& runtime, Args args) {
  return character(change(TRY(Arguments(runtime, args).character(0))));
}

bool is_letter_or_digit(uint32_t c) { return is_letter(c) || is_digit(c); }

Result<Value> character_to_integer(Runtime& runtime, Args args) {
  return integer(TRY(Arguments(runtime, args).character(0)));
}

Result<Value> integer_to_character(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const int64_t code_point = TRY(in.integer(0));
  if (code_point < 0 || code_point > kMaxCodePoint || !is_code_point(static_cast<uint32_t>(code_point)))
    return in.wrong(0, "a Unicode code point");
  return character(static_cast<uint32_t>(code_point));
}

Result<Value> digit_value(Runtime& runtime, Args args) {
  const uint32_t c = TRY(Arguments(runtime, args).character(0));
  const uint32_t letter = lower_case(c);
  if (c >= '0' && c <= '9') return integer(c - '0');
  return letter >= 'a' && letter <= 'z' ? integer(letter - 'a' + 10) : nil();
}

constexpr BuiltinEntry kCharacterBuiltins[] = {
    {"letter?", 1, 1, tested<is_letter>, "(letter? char)", "Whether a character is a letter, of any script."},
    {"digit?", 1, 1, tested<is_digit>, "(digit? char)", "Whether a character is a decimal digit, of any script."},
    {"letter-or-digit?", 1, 1, tested<is_letter_or_digit>, "(letter-or-digit? char)",
     "Whether a character is a letter or a decimal digit."},
    {"whitespace?", 1, 1, tested<is_white_space>, "(whitespace? char)",
     "Whether a character is a space, a tab, a line end or their like."},
    {"upper-case?", 1, 1, tested<is_upper_case>, "(upper-case? char)", "Whether a character is an upper-case letter."},
    {"lower-case?", 1, 1, tested<is_lower_case>, "(lower-case? char)", "Whether a character is a lower-case letter."},
    {"punctuation?", 1, 1, tested<is_punctuation>, "(punctuation? char)", "Whether a character is punctuation."},
    {"char-upper-case", 1, 1, changed<upper_case>, "(char-upper-case char)", "The character in upper case."},
    {"char-lower-case", 1, 1, changed<lower_case>, "(char-lower-case char)", "The character in lower case."},
    {"char->integer", 1, 1, character_to_integer, "(char->integer char)", "The character's code point."},
    {"integer->char", 1, 1, integer_to_character, "(integer->char code-point)", "The character of a code point."},
    {"digit-value", 1, 1, digit_value, "(digit-value char)",
     "The value of 0 to 9, or of a letter as a digit of a base up to 36 (a is 10), or nil."},
};

}  // namespace

void define_characters(Runtime& runtime) { runtime.define_builtins(kCharacterBuiltins); }

}  // namespace elle::lang
