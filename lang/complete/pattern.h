// What is typed, as a pattern for names. Camel, snake and kebab spellings are one: `SDL_CreateW`, `sdl-create-w` and
// `sdlcreatew` begin SDL_CreateWindow. A word may be left unfinished, down to its initial: `gwn` and `gtk-w-n` are
// gtk_window_new. A small letter stands for a capital as well; a capital for itself or the first letter of a word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace elle::lang {

// How well a name fits, best first.
enum class Fit : uint8_t {
  kWhole,     // nothing is missing
  kBegins,    // as it is typed
  kRespelt,   // it begins so in another spelling
  kInitials,  // one letter for each of its words
  kWords,     // words begin so, one after the other from the first on
  kLater,     // as kRespelt, from a later word on
  kSkipping,  // words begin so, but not all of them are there
  kInside,    // somewhere in the middle
  kNot,
};

class Pattern {
 public:
  explicit Pattern(std::string_view typed);

  Fit fit(std::string_view name) const;
  const std::string& typed() const { return typed_; }
  bool empty() const { return typed_.empty(); }
  size_t size() const { return count_; }
  // Whether names that have a spelling of C and one of Lisp are meant in the latter, given how well one fits.
  bool means_lisp(std::string_view c_name) const;

 private:
  // Bit i is the name's i-th letter, separators left out.
  using Bits = uint64_t;
  static constexpr size_t kMostLetters = 24;
  static constexpr uint8_t kNoSlot = kMostLetters;  // a place of its own, so that none need be asked for

  struct Letters {
    std::array<Bits, kMostLetters + 1> at;  // by slot: where the name has a letter that fits
    Bits starts = 0;                        // of words
    Bits all = 0;
  };
  bool begins_with_letter(std::string_view name) const;
  Letters letters_of(std::string_view name) const;
  // Where the last letter can be, of a reading that goes on from letter to letter, and if `jumping` to words as well.
  enum class Jump { kNever, kAlways, kToNext, kToAny };
  Bits read(const Letters& letters, Bits first, Jump jump) const;

  std::string typed_;
  size_t count_ = 0;                           // of letters; those past kMostLetters are only compared as typed
  std::array<uint8_t, kMostLetters> slots_{};  // of each letter
  std::array<bool, kMostLetters> boundary_{};  // a separator was typed before it
  bool ends_with_boundary_ = false;
  bool too_long_ = false;
  bool has_capitals_ = false;
  std::array<uint8_t, 256> small_{};    // slot of the letter that fits a name's byte
  std::array<uint8_t, 256> capital_{};  // slot of the capital that fits a name's byte; for small ones at a word's start
};

}  // namespace elle::lang
