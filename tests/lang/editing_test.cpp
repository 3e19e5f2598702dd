// Facts about a text being typed.
#include "lang/edit/editing.h"

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

TEST_CASE("tokens have roles; what is skipped is a comment, what closes nothing an error") {
  const auto role_at = [](std::string text, size_t offset) {
    for (const Stretch& stretch : EditedText(std::move(text)).stretches())
      if (stretch.begin <= offset && offset < stretch.end) return stretch.role;
    return Role::kPlain;
  };
  CHECK(role_at("(if x)", 1) == Role::kSpecialForm);
  CHECK(role_at("(f if)", 3) == Role::kPlain);
  CHECK(role_at("(f #;(g \"x\") y)", 8) == Role::kComment);
  CHECK(role_at("(f #;(g \"x\") y)", 13) == Role::kPlain);
  CHECK(role_at("(f #;)", 5) == Role::kPlain);
  CHECK(role_at("(f])", 2) == Role::kError);
  CHECK(role_at("(f])", 3) == Role::kPlain);
  CHECK(role_at("#| a", 3) == Role::kComment);
  CHECK(role_at("\"a", 1) == Role::kString);
}

TEST_CASE("a text is unfinished while something is open") {
  for (const char* text : {"(", "\"a", "#| a", "'", "#;", "(f \"a)", "{:a 1"}) {
    INFO(text);
    CHECK(EditedText(text).unfinished());
  }
  for (const char* text : {"", "a", "?a", "(f)", ")", "(f])", "(f [)", "#\\(", "; (", "'a", "\"(\""}) {
    INFO(text);
    CHECK_FALSE(EditedText(text).unfinished());
  }
}

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
