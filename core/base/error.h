// What can go wrong, as data. One list feeds the enum, the keyword a script sees and the tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace elle::core {

// kind, keyword name in Lisp
#define ELLE_ERROR_KINDS(X)    \
  X(kSyntax, "syntax")         \
  X(kUnbound, "unbound")       \
  X(kType, "type")             \
  X(kRange, "range")           \
  X(kArity, "arity")           \
  X(kArithmetic, "arithmetic") \
  X(kHeader, "header")         \
  X(kLibrary, "library")       \
  X(kSymbol, "symbol")         \
  X(kNull, "null")             \
  X(kFault, "fault")           \
  X(kCallback, "callback")     \
  X(kIo, "io")                 \
  X(kRecursion, "recursion")   \
  X(kMemory, "memory")         \
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

// `message` says what was expected, what came and where, as whole sentences; `next_step` what to do about it (may be
// empty). Texts are for people and are asserted in full by tests.
struct Error {
  ErrorKind kind;
  std::string message;
  std::string next_step;
};

}  // namespace elle::core
