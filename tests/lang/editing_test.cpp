// Facts about a text being typed.
#include "lang/editing.h"

#include <doctest/doctest.h>
#include <random>

namespace elle::lang {

namespace {

std::string roles(const EditedText& text) {
  std::string shown(text.text().size(), '.');
  for (const Stretch& stretch : text.stretches())
    for (size_t i = stretch.begin; i < stretch.end; i++)
      shown[i] = static_cast<char>('a' + static_cast<int>(stretch.role));
  return shown;
}

}  // namespace

TEST_CASE("a text that was changed is known as one that was read at once") {
  constexpr std::string_view kPieces[] = {"(",  ")", "[",  "]",    "{",  "\"",  "#|", "|#", ";",
                                          "\n", "'", "#;", "#\\(", " a", " 12", ":k", "é",  "\\"};
  std::mt19937 random(7);
  EditedText text("");
  std::string now;
  for (int step = 0; step < 3000; step++) {
    size_t begin = random() % (now.size() + 1);
    while (begin < now.size() && (static_cast<unsigned char>(now[begin]) & 0xc0) == 0x80) begin++;
    size_t end = std::min(now.size(), begin + (random() % 3 == 0 ? random() % 20 : 0));
    while (end < now.size() && (static_cast<unsigned char>(now[end]) & 0xc0) == 0x80) end++;
    now.replace(begin, end - begin, kPieces[random() % std::size(kPieces)]);
    if (now.size() > 300) now.clear();
    text.change(now);
    const EditedText fresh(now);
    INFO(now);
    REQUIRE(roles(text) == roles(fresh));
    REQUIRE(text.unfinished() == fresh.unfinished());
    REQUIRE(text.indentation(now.size()) == fresh.indentation(now.size()));
  }
}

}  // namespace elle::lang
