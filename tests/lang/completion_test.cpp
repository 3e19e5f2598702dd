// lang/complete: the reading of texts that no script can hold, and how names fit what is typed.
#include <doctest/doctest.h>

#include "lang/complete/outline.h"
#include "lang/complete/pattern.h"

namespace elle::lang {

namespace {

// "form:place" at the cursor, with the form's head; "-" in a comment.
std::string place_in(std::string_view text, size_t cursor) {
  const Outline outline(text, cursor);
  if (outline.in_comment()) return "-";
  const ArgumentPlace at = innermost_place(outline);
  return std::string(outline.head(at.form)) + ":" + std::to_string(at.place);
}

std::string place_in(std::string_view text) { return place_in(text, text.size()); }

}  // namespace

TEST_CASE("The place of the cursor is known in texts that are open, wrong or no text") {
  CHECK(place_in("(f a ") == "f:2");
  CHECK(place_in("(f a") == "f:1");
  CHECK(place_in("(f (g x) ") == "f:2");
  CHECK(place_in("(f [x ") == ":1");
  CHECK(place_in("(f [x) ") == ":1");
  CHECK(place_in("(f #;(g) ") == "f:1");
  CHECK(place_in("(f #\\( ") == "f:2");
  CHECK(place_in("(f \"(g ") == "f:1");
  CHECK(place_in("(f ; (g ") == "-");
  CHECK(place_in("(f #| (g #| |# ") == "-");
  CHECK(place_in("(f #| (g |# ") == "f:1");
  CHECK(place_in("(f \xff\xfe ") == "f:1");
  CHECK(place_in(std::string_view("(f \0 a ", 7)) == "f:2");
  CHECK(place_in("(f ä \xc3") == "f:2");
  CHECK(place_in("(f a) (g ", 4) == "f:1");
}

TEST_CASE("Any cursor in any bytes has a place") {
  uint32_t state = 1;
  for (int round = 0; round < 200; round++) {
    std::string text;
    for (int i = 0; i < 60; i++) {
      state = state * 1664525 + 1013904223;
      constexpr std::string_view kBytes = "()[]{}\"\\;#|'`,@: \nab.\xc3\xa4\xff";
      text += kBytes[(state >> 16) % kBytes.size()];
    }
    for (size_t cursor = 0; cursor <= text.size(); cursor++) {
      const Outline outline(text, cursor);
      CHECK(innermost_place(outline).place <= outline.child_count(innermost_place(outline).form));
    }
  }
}

TEST_CASE("A name fits in every spelling, by its initials and by the beginnings of its words") {
  const auto fit = [](std::string_view typed, std::string_view name) { return Pattern(typed).fit(name); };
  CHECK(fit("gtk_window_new", "gtk_window_new") == Fit::kWhole);
  CHECK(fit("sdl-create-window", "SDL_CreateWindow") == Fit::kWhole);
  CHECK(fit("gtk_w", "gtk_window_new") == Fit::kBegins);
  CHECK(fit("sdl-create-w", "SDL_CreateWindow") == Fit::kRespelt);
  CHECK(fit("sdlcreatew", "SDL_CreateWindow") == Fit::kRespelt);
  CHECK(fit("SDL_CREATE", "SDL_CreateWindow") == Fit::kNot);
  CHECK(fit("gwn", "gtk_window_new") == Fit::kInitials);
  CHECK(fit("scw", "SDL_CreateWindow") == Fit::kInitials);
  CHECK(fit("gtk-w-n", "gtk_window_new") == Fit::kWords);
  CHECK(fit("gtk-w-n", "gtk_windowing") == Fit::kNot);
  CHECK(fit("createWindow", "SDL_CreateWindow") == Fit::kLater);
  CHECK(fit("window-new", "gtk_window_new") == Fit::kLater);
  CHECK(fit("gtk-new", "gtk_window_new") == Fit::kSkipping);
  CHECK(fit("indow-ne", "gtk_window_new") == Fit::kInside);
  CHECK(fit("xyz", "gtk_window_new") == Fit::kNot);
  CHECK(fit("", "gtk_window_new") == Fit::kBegins);
  CHECK(fit(std::string(200, 'a'), std::string(300, 'a')) == Fit::kBegins);
  CHECK(fit(std::string(200, 'a'), std::string(300, 'b')) == Fit::kNot);
}

}  // namespace elle::lang
