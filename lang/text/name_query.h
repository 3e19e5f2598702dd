// How well a name answers what somebody remembers of it: "window new", "gtkWindow", "set-title".
//
// C writes names in camel and in snake case and Lisp in kebab: here all are the same words, in whatever case.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace elle::lang {

// Best first.
enum class NameMatch : uint8_t {
  kSame,    // the whole name was asked for
  kBegins,  // the name begins so
  kWords,   // each term is a word of the name, or several
  kStarts,  // each term begins a word
  kInside,  // each term stands somewhere in the name
  kNone,
};

class NameQuery {
 public:
  // `text` is terms with spaces between; each must be found, in any order.
  explicit NameQuery(std::string_view text);

  bool empty() const { return terms_.empty(); }
  // What can be said of a name. Not const for the room it works in.
  NameMatch match(std::string_view name);
  // Whether each term stands in the text or in the name that was matched last.
  bool found_in(std::string_view text) const;

 private:
  void fold(std::string_view name);
  NameMatch match_term(std::string_view term) const;

  std::vector<std::string> terms_;     // small letters, without joints
  std::vector<std::string> as_typed_;  // small letters
  std::string whole_;                  // the terms as one
  std::string folded_;                 // the name at hand
  std::vector<bool> starts_;           // where its words start; one more, for its end
};

}  // namespace elle::lang
