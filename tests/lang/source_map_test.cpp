#include "lang/runtime/source_map.h"

#include <doctest/doctest.h>

namespace elle::lang {

TEST_CASE("a span finds its source, line and column") {
  SourceMap sources;
  const uint32_t first = sources.add("a.lisp", "one\r\n\ttwo é three\n");
  const uint32_t empty = sources.add("empty.lisp", "");
  const uint32_t last = sources.add_static("b.lisp", "x");
  CHECK(sources.place_text({first, first + 3}) == "a.lisp:1:1");
  CHECK(sources.place_text({first + 13, first + 18}) == "a.lisp:2:8");
  CHECK(sources.text({first + 13, first + 18}) == "three");
  CHECK(sources.place({first + 1, first + 2}).text == "one");
  CHECK(sources.place_text({empty, empty + 1}) == "empty.lisp:1:1");
  CHECK(sources.place_text({last, last + 1}) == "b.lisp:1:1");
  // The end of a text is a place too.
  CHECK(sources.place_text({last + 1, last + 2}) == "b.lisp:1:2");
}

TEST_CASE("carets stand under the span") {
  SourceMap sources;
  const uint32_t at = sources.add("a.lisp", "one\n\ttwo é three\nfour");
  CHECK(sources.excerpt({at + 5, at + 8}) == "\ttwo é three\n\t^^^");
  CHECK(sources.excerpt({at + 12, at + 30}) == "\ttwo é three\n\t      ^^^^^");
  CHECK(sources.excerpt({at + 3, at + 4}) == "one\n   ^");
  const uint32_t wide = sources.add("wide.lisp", "(f \"漢字\" (g 'é\t\"字\"))");
  CHECK(sources.excerpt({wide + 3, wide + 11}) == "(f \"漢字\" (g 'é\t\"字\"))\n   ^^^^^^");
  CHECK(sources.excerpt({wide + 12, wide + 25}) == "(f \"漢字\" (g 'é\t\"字\"))\n          ^^^^^\t^^^^^");
}

TEST_CASE("an excerpt of a very long line shows the part around the span") {
  SourceMap sources;
  const uint32_t at = sources.add("a.lisp", std::string(1000, 'x') + "HERE" + std::string(1000, 'y'));
  const std::string excerpt = sources.excerpt({at + 1000, at + 1004});
  CHECK(excerpt == "…" + std::string(60, 'x') + "HERE" + std::string(96, 'y') + "…\n" + std::string(61, ' ') + "^^^^");
}

TEST_CASE("an excerpt of what is no text is fit for a terminal") {
  SourceMap sources;
  const uint32_t at = sources.add("a.lisp", "a\x1b[1m\xff\xfe b\x01");
  CHECK(sources.excerpt({at + 8, at + 9}) == "a�[1m�� b�\n        ^");
}

}  // namespace elle::lang
