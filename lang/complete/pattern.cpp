// Whether a name answers to what was typed, and how well.
#include "lang/complete/pattern.h"

#include <algorithm>

#include "lang/bridge/library/lisp_spelling.h"

namespace elle::lang {

namespace {

bool is_separator(char c) { return c == '_' || c == '-' || c == '/'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char small(char c) { return is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
char capital(char c) { return is_small(c) ? static_cast<char>(c - ('a' - 'A')) : c; }

// A word starts after a separator, at a capital after a small letter, and at the last of several capitals before one:
// as lisp_spelling() puts its hyphens.
bool starts_word(std::string_view name, size_t i) {
  if (i == 0 || is_separator(name[i - 1])) return true;
  if (!is_capital(name[i])) return false;
  const char before = name[i - 1];
  return is_small(before) || is_digit(before) || (is_capital(before) && i + 1 < name.size() && is_small(name[i + 1]));
}

}  // namespace

Pattern::Pattern(std::string_view typed) : typed_(typed) {
  small_.fill(kNoSlot);
  capital_.fill(kNoSlot);
  bool boundary = false;
  for (char c : typed) {
    if (is_separator(c)) {
      boundary = true;
      continue;
    }
    if (count_ == kMostLetters) {
      too_long_ = true;
      break;
    }
    auto& slot = (is_capital(c) ? capital_ : small_)[static_cast<uint8_t>(c)];
    has_capitals_ |= is_capital(c);
    if (slot == kNoSlot) {
      slot = static_cast<uint8_t>(count_);
      auto& other = is_capital(c) ? capital_[static_cast<uint8_t>(small(c))] : small_[static_cast<uint8_t>(capital(c))];
      other = slot;
    }
    boundary_[count_] = boundary && count_ > 0;
    slots_[count_++] = slot;
    boundary = false;
  }
  ends_with_boundary_ = boundary && count_ > 0;
}

// One letter fits very many names, so it is looked at alone.
bool Pattern::begins_with_letter(std::string_view name) const {
  const size_t first = name.find_first_not_of("_-/");
  if (first == name.npos || (ends_with_boundary_ && first + 1 < name.size() && !starts_word(name, first + 1)))
    return false;
  const auto letter = static_cast<uint8_t>(name[first]);
  return small_[letter] != kNoSlot || capital_[letter] != kNoSlot;
}

Pattern::Letters Pattern::letters_of(std::string_view name) const {
  Letters letters;
  for (size_t slot = 0; slot < count_; slot++) letters.at[slot] = 0;
  size_t index = 0;
  for (size_t i = 0; i < name.size() && index < 63; i++) {
    if (is_separator(name[i])) continue;
    const Bits bit = Bits{1} << index++;
    const bool start = starts_word(name, i);
    if (start) letters.starts |= bit;
    letters.at[small_[static_cast<uint8_t>(name[i])]] |= bit;
    if (has_capitals_ && (start || is_capital(name[i]))) letters.at[capital_[static_cast<uint8_t>(name[i])]] |= bit;
  }
  letters.all = (Bits{1} << index) - 1;
  letters.starts |= Bits{1} << index;  // past the end, as after a finished word
  return letters;
}

Pattern::Bits Pattern::read(const Letters& letters, Bits first, Jump jump) const {
  const Bits inside = ~letters.starts;
  Bits now = first & letters.at[slots_[0]];
  for (size_t i = 1; i < count_ && now; i++) {
    const Bits after = now << 1;
    // A carry runs through the rest of a word to the start of the next one.
    Bits next = (((after & inside) + inside) | after) & letters.starts;
    if (jump == Jump::kToAny) next = letters.starts & ~((now & -now) | ((now & -now) - 1));
    Bits reached = jump == Jump::kAlways ? next : after;
    if (jump == Jump::kToNext || jump == Jump::kToAny) reached |= next;
    if (boundary_[i]) reached &= letters.starts;
    now = reached & letters.at[slots_[i]];
  }
  return ends_with_boundary_ ? now & (letters.starts >> 1) : now;
}

Fit Pattern::fit(std::string_view name) const {
  if (name.starts_with(typed_)) return name.size() == typed_.size() ? Fit::kWhole : Fit::kBegins;
  if (count_ == 0 || too_long_) return Fit::kNot;
  if (count_ == 1) return begins_with_letter(name) ? Fit::kRespelt : Fit::kNot;
  const Letters letters = letters_of(name);
  const Bits begin = 1;
  if (const Bits last = read(letters, begin, Jump::kNever)) {
    // All letters are there, in another spelling.
    return last == (letters.all + 1) >> 1 && !ends_with_boundary_ ? Fit::kWhole : Fit::kRespelt;
  }
  if (read(letters, begin, Jump::kAlways)) return Fit::kInitials;
  if (read(letters, begin, Jump::kToNext)) return Fit::kWords;
  if (read(letters, letters.starts, Jump::kNever)) return Fit::kLater;
  if (count_ < 3) return Fit::kNot;
  if (read(letters, begin, Jump::kToAny)) return Fit::kSkipping;
  return read(letters, letters.all, Jump::kNever) ? Fit::kInside : Fit::kNot;
}

bool Pattern::means_lisp(std::string_view c_name) const {
  if (typed_.find('-') != typed_.npos) return true;
  const bool of_c = std::ranges::any_of(typed_, [](char c) { return c == '_' || is_capital(c); });
  return !of_c && !c_name.starts_with(typed_);
}

}  // namespace elle::lang
