#include <doctest/doctest.h>

#include "tests/lang/reading.h"

namespace elle::lang {

namespace {

// What the text reads as, written again. Problems would show instead.
std::string read(std::string text) {
  const Reading reading(std::move(text));
  return reading.result.problems.empty() ? reading.written() : reading.problems();
}

}  // namespace

TEST_CASE("every kind of literal reads as itself") {
  CHECK(read("nil () true #f 42 -7 0xff 0b1010 0o17 1_000_000 1.5e3") ==
        "nil nil #t #f 42 -7 255 10 15 1000000 1500.0");
  CHECK(read("123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(read("#\\a #\\space #\\newline #\\x41 #\\u{1F600} #\\( #\\λ #\\x") ==
        "#\\a #\\space #\\newline #\\A #\\😀 #\\( #\\λ #\\x");
  CHECK(read(R"("a\n\t\r\0\"\\\x41\u{1F600}" "two
lines")") == R"("a\n\t\r\0\"\\A😀" "two\nlines")");
  CHECK(read("foo-bar! SDL_QUIT -> <= c/printf .x *1 ... - + λx :name :<=") ==
        "foo-bar! SDL_QUIT -> <= c/printf .x *1 ... - + λx :name :<=");
  CHECK(read("[1 [2]] #(a b) {:k v \"s\" {}} #u8(0 255) (f (g) x)") ==
        "[1 [2]] [a b] {:k v \"s\" {}} #u8(0 255) (f (g) x)");
}

TEST_CASE("prefixes read as the forms they stand for") {
  CHECK(read("'x `(a ,b ,@c) ''y ' ;why\n z") ==
        "(quote x) (quasiquote (a (unquote b) (unquote-splicing c))) (quote (quote y)) (quote z)");
}

TEST_CASE("comments are nothing") {
  CHECK(read("#!/usr/bin/env elle\n1 ; two ( \n #| 3 #| 4 |# \" |# 5 #;(6 7) 8 #;#;9 10 (a #;b)") == "1 5 8 (a)");
  CHECK(read("\xef\xbb\xbf"
             "1 \r\n 2") == "1 2");
  CHECK(read("") == "");
}

TEST_CASE("a pair carries the span of its head") {
  Reading reading("  (add 'x\n 12)");
  const SourceMap& sources = reading.runtime.sources;
  CHECK(sources.text(reading.result.spans[0]) == "(add 'x\n 12)");
  Value rest = reading.forms().items[0];
  for (std::string_view text : {"add", "'x", "12"}) {
    CHECK(sources.text(rest.as<Pair>()->span) == text);
    rest = rest.as<Pair>()->tail;
  }
  CHECK(rest.is_nil());
}

TEST_CASE("each problem is told exactly, and several in one reading") {
  CHECK(Reading("a ) b").problems() == "1:3 This `)` closes nothing.\n");
  CHECK(Reading("(f\n  [a)").problems() == "2:5 `)` cannot close the `[` opened at 2:3.\n");
  CHECK(Reading("(f ] x)").problems() == "1:4 `]` cannot close the `(` opened at 1:1.\n");
  CHECK(Reading("12abc").problems() == "1:1 `12abc` starts like a number but is none.\n");
  CHECK(Reading("\"a\\qb\\x4\"").problems() == "1:3 `\\q` is not an escape.\n");
  CHECK(Reading("\"\\u{110000}\"").problems() == "1:2 `\\u{110000}` is not an escape.\n");
  CHECK(Reading("#\\foo").problems() == "1:1 `#\\foo` is not a character.\n");
  CHECK(Reading("{:a 1 :b}").problems() == "1:7 This key has no value.\n");
  CHECK(Reading("{:a 1 :a 2}").problems() == "1:7 This key is given twice in one map.\n");
  CHECK(Reading("#u8(1 256 a)").problems() == "1:7 This is not a byte.\n1:11 This is not a byte.\n");
  CHECK(Reading("(a . b)").problems() == "1:4 A lone `.` means nothing.\n");
  CHECK(Reading("(')").problems() == "1:2 This `'` has no form after it.\n");
  CHECK(Reading("#foo \x01 :").problems() ==
        "1:1 `#foo` means nothing.\n1:6 The control character U+0001 means nothing here.\n"
        "1:8 A lone `:` means nothing.\n");
  CHECK(Reading("(f 1x\n  [2)\n#\\zz (g").problems() ==
        "1:4 `1x` starts like a number but is none.\n2:5 `)` cannot close the `[` opened at 2:3.\n"
        "3:1 `#\\zz` is not a character.\n3:6 This `(` is never closed.\n");
}

TEST_CASE("a text that just stops is unfinished, not wrong") {
  for (const char* text : {"(", "(f [a", "\"abc", "\"abc\\", "#| x #| y |#", "'", "(a #;", "{:a", "#u8(1"}) {
    CAPTURE(text);
    CHECK(Reading(text).result.unfinished);
  }
  for (const char* text : {"", "1", "(f)", "(f]", ")", "(1x", "{:a}"}) {
    CAPTURE(text);
    CHECK_FALSE(Reading(text).result.unfinished);
  }
  CHECK(Reading("(f \"a").problems() == "1:1 This `(` is never closed.\n1:4 This string is never closed.\n");
  CHECK(Reading("#|").problems() == "1:1 This `#|` comment is never closed.\n");
}

TEST_CASE("a bracket that was never closed points to where it shows") {
  const Reading reading("(define (f)\n  (g)\n\n(define (h) 1)\n");
  REQUIRE(reading.result.problems.size() == 1);
  CHECK(reading.result.problems[0].next_step ==
        "Line 4 starts a form at the margin: is a closing bracket missing before it?");
}

TEST_CASE("what is not text is told once, with its place") {
  CHECK(Reading(std::string("ab\0(", 4)).problems() == "1:3 There is a zero byte here: this is not a text.\n");
  CHECK(Reading("(a\n \xff\xfe)").problems() == "2:2 The byte 0xff here is not UTF-8.\n");
}

TEST_CASE("any depth and any length is read or refused, without running out of C stack") {
  for (const char* piece :
       {"(", "'", "[", "{", "#;", ")", "(]", "(a ", "\"a", "; c\n", "#|", "#|c|#", "'#|c|#", "{a "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 100'000; i++) text += piece;
    CHECK(Reading(text).result.problems.size() <= 20);
  }
  CHECK(Reading(std::string(1001, '(')).problems() == "1:1001 Forms are nested more than 1000 deep here.\n");
  CHECK(Reading(std::string(1000, '(') + std::string(1000, ')')).problems().empty());
}

TEST_CASE("random bytes and random tokens never crash the reader") {
  uint64_t state = 88172645463325252u;
  auto random = [&](size_t below) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return static_cast<size_t>(state % below);
  };
  const std::string_view pieces[] = {"(", ")",  "[",  "]",  "{",  "}", "#(", "#u8(", "'",   "`",
                                     ",", ",@", "#;", "#|", "|#", ";", "\"", "\\",   "#\\", "\n",
                                     " ", "a",  "1",  ":",  ".",  "#", "λ",  "\x01", "-"};
  for (int round = 0; round < 2000; round++) {
    std::string text;
    for (size_t i = random(40); i-- > 0;)
      text += round % 4 ? pieces[random(std::size(pieces))] : std::string(1, random(256));
    CAPTURE(text);
    const Reading reading(text);
    if (!reading.result.problems.empty()) {
      for (const SyntaxProblem& problem : reading.result.problems)
        CHECK(!reading.runtime.sources.excerpt(problem.span).empty());
      continue;
    }
    CHECK(read(reading.written()) == reading.written());
  }
}

}  // namespace elle::lang
