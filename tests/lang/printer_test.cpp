#include <doctest/doctest.h>

#include "tests/lang/reading.h"

namespace elle::lang {

namespace {

std::string display(std::string text) {
  const Reading reading(std::move(text));
  return print_value(reading.runtime.views, reading.forms().items[0], PrintStyle::kDisplay);
}

}  // namespace

TEST_CASE("display shows strings and characters bare") {
  CHECK(display("[\"a\\n\" #\\b :k {1 \"x\"}]") == "[a\n b :k {1 x}]");
}

TEST_CASE("write escapes what cannot be seen") {
  Runtime runtime;
  CHECK(print_value(runtime.views, runtime.string("\x01\x7f \u00a0\u200b\ufeff é")) ==
        R"("\x01\x7f \xa0\u{200b}\u{feff} é")");
  CHECK(print_value(runtime.views, character(0x1f)) == "#\\u{1f}");
  CHECK(print_value(runtime.views, character(0xa0)) == "#\\u{a0}");
}

TEST_CASE("values without a readable form say what they are") {
  Runtime runtime;
  const Failed failed = runtime.fail(ErrorKind::kRange, "Index 7 is \"past\" the end.");
  CHECK(print_value(runtime.views, Runtime::thrown_value(failed.error)) ==
        R"(#<error :range "Index 7 is \"past\" the end.">)");
  CHECK(print_value(runtime.views, pointer(reinterpret_cast<void*>(0x7f12), 0)) == "#<pointer 0x7f12>");
}

TEST_CASE("a limit ends in an ellipsis") {
  const Reading reading("(1 [2 [3 [4]]] {:a 1 :b 2 :c 3} 5 6)");
  const Value form = reading.forms().items[0];
  CHECK(print_short(reading.runtime.views, form, 10) == "(1 [2 [3 …");
  CHECK(print_short(reading.runtime.views, form) == "(1 [2 [3 [4]]] {:a 1 :b 2 :c 3} 5 6)");
}

TEST_CASE("cycles end in an ellipsis") {
  Runtime runtime;
  Vector* vector = runtime.heap.vector(0);
  runtime.heap.vector_push(vector, integer(1));
  runtime.heap.vector_push(vector, object_value(Tag::kVector, vector));
  CHECK(print_value(runtime.views, object_value(Tag::kVector, vector)) == "[1 …]");
  // The same value twice is no cycle.
  const Value shared = runtime.vector({integer(1)});
  CHECK(print_value(runtime.views, runtime.vector({shared, shared})) == "[[1] [1]]");
}

TEST_CASE("any depth prints without running out of C stack") {
  Runtime runtime;
  Value nested = nil();
  for (int i = 0; i < 100'000; i++) nested = runtime.cons(nested, nil());
  CHECK(print_value(runtime.views, nested).size() == 200'003);
}

}  // namespace elle::lang
