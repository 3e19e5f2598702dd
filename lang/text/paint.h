// Colours of what is printed for people. Code names roles; this is the one place that knows what they look like: the
// terminal's own sixteen colours and its bold, dim, underlined and reversed text (ECMA-48 8.3.117, SGR), so that they
// suit the colours its owner chose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace elle::lang {

// role, SGR parameters
#define ELLE_PAINT_ROLES(X)                                                         \
  X(kPlain, "")                                                                     \
  X(kPrompt, "32")                                                                  \
  X(kHeading, "1")                                                                  \
  X(kDim, "2")           /* what may be passed over: types beside values, places */ \
  X(kHighlighted, "1;4") /* the current parameter */                                \
  X(kSelected, "7")      /* in a menu */                                            \
  X(kBracket, "1;36")    /* the one that matches */                                 \
  X(kError, "1;31")                                                                 \
  X(kWarning, "33")                                                                 \
  X(kCaret, "31")                                                                   \
  X(kComment, "2")                                                                  \
  X(kString, "32")                                                                  \
  X(kNumber, "36")                                                                  \
  X(kKeyword, "35")     /* :name */                                                 \
  X(kSpecialForm, "34") /* and macros, at the head of a form */                     \
  X(kName, "1")         /* the one a text is about */                               \
  X(kType, "33")

enum class Role : uint8_t {
#define X(role, sgr) role,
  ELLE_PAINT_ROLES(X)
#undef X
};

class Paint {
 public:
  // `on` is Output::colour() of where the text goes; without it texts stay as they are.
  explicit Paint(bool on) : on_(on) {}

  bool on() const { return on_; }
  std::string operator()(Role role, std::string_view text) const;
  // What turns a role on, and all of them off; empty without colour.
  std::string_view begin(Role role) const;
  std::string_view end() const { return on_ ? "\x1b[0m" : ""; }

 private:
  bool on_;
};

}  // namespace elle::lang
