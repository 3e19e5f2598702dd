// What can go wrong, as data. One list feeds the enum, the keyword a script sees and the tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace elle::core {

// kind, keyword name in Lisp
#define ELLE_ERROR_KINDS(X)    \
  X(kSyntax, "syntax")         \
  X(kUnbound, "unbound")       \
  X(kType, "type")             \
  X(kRange, "range")           \
  X(kArity, "arity")           \
  X(kArithmetic, "arithmetic") \
  X(kConversion, "conversion") \
  X(kCType, "c-type")          \
  X(kLayout, "layout")         \
  X(kHeader, "header")         \
  X(kLibrary, "library")       \
  X(kSymbol, "symbol")         \
  X(kNull, "null")             \
  X(kMemory, "memory")         \
  X(kFault, "fault")           \
  X(kCallback, "callback")     \
  X(kIo, "io")                 \
  X(kRecursion, "recursion")   \
  X(kInterrupt, "interrupt")   \
  X(kUser, "user")

enum class ErrorKind : uint8_t {
#define X(kind, name) kind,
  ELLE_ERROR_KINDS(X)
#undef X
};

// The name without its colon: `kUnbound` is "unbound".
constexpr std::string_view error_kind_name(ErrorKind kind) {
  constexpr std::string_view kNames[] = {
#define X(kind, name) name,
      ELLE_ERROR_KINDS(X)
#undef X
  };
  return kNames[static_cast<size_t>(kind)];
}

// Whether errors of this kind come of C alone: of its headers, libraries, types, memory and calls. Those of the other
// kinds that do carry fields.
constexpr bool is_of_c(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kConversion:
    case ErrorKind::kCType:
    case ErrorKind::kLayout:
    case ErrorKind::kHeader:
    case ErrorKind::kLibrary:
    case ErrorKind::kSymbol:
    case ErrorKind::kNull:
    case ErrorKind::kFault:
    case ErrorKind::kCallback:
      return true;
    default:
      return false;
  }
}

// A field's value that is one of a few words: a keyword in Lisp.
struct Word {
  std::string name;
};

// What a message says, for programs: `{"path", "gtk/gtk.h"}`. Scripts find the fields as a map in `(error-data e)`;
// docs/language.md says which kind has which.
struct ErrorField {
  std::string name;
  std::variant<std::string, uint64_t, Word> value;
};
using ErrorFields = std::vector<ErrorField>;

// `message` says what was expected, what came and where, as whole sentences; `next_step` what to do about it (may be
// empty). Texts are for people and are asserted in full by tests; programs read the fields.
struct Error {
  ErrorKind kind;
  std::string message;
  std::string next_step = {};
  ErrorFields fields = {};
};

// Fields as text, each part ended by a 0 byte, to pass a pipe between two programs; and back. What is no such text
// gives no fields.
std::string fields_text(const ErrorFields& fields);
ErrorFields fields_from(std::string_view text);

}  // namespace elle::core
