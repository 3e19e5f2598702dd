// BasicResult<T, E>: a value or an error. Whatever a user, a header, a library or the OS can cause travels as one of
// these, passed up with TRY. Nothing of ours throws, but for want of memory (memory_reserve.h), and never through C.
//
// core uses Result<T> (an Error on the heap); lang has its own alias whose error is a Lisp value, so that a failed
// builtin costs no more than a returned one.
#pragma once

#include <cassert>
#include <memory>
#include <utility>
#include <variant>

#include "core/base/error.h"

namespace elle::core {

// An error on its way into any BasicResult whose error type is E: `return Failed(error);`.
template <class E>
struct Failed {
  explicit Failed(E e) : error(std::move(e)) {}
  E error;
};

template <class T, class E>
class [[nodiscard]] BasicResult {
 public:
  using Value = T;

  BasicResult(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  BasicResult(Failed<E> failed) : state_(std::in_place_index<1>, std::move(failed.error)) {}

  bool ok() const { return state_.index() == 0; }
  // REQUIRES: ok().
  T& value() { return *std::get_if<0>(&state_); }
  const T& value() const { return *std::get_if<0>(&state_); }
  T take() { return std::move(*std::get_if<0>(&state_)); }
  // REQUIRES: !ok().
  const E& error() const { return *std::get_if<1>(&state_); }
  Failed<E> failure() { return Failed<E>(std::move(*std::get_if<1>(&state_))); }

 private:
  std::variant<T, E> state_;
};

// A result that carries nothing but success.
struct Done {};

template <class T>
using Result = BasicResult<T, std::unique_ptr<Error>>;

// return fail(ErrorKind::kLibrary, "No library `foo`.", "Looked in /lib and /usr/lib.");
// With what programs want to know of it: fail(ErrorKind::kLibrary, "No library `foo`.", {}, {{"path", "foo"}}).
inline Failed<std::unique_ptr<Error>> fail(ErrorKind kind, std::string message, std::string next_step = {},
                                           ErrorFields fields = {}) {
  return Failed<std::unique_ptr<Error>>(
      std::make_unique<Error>(Error{kind, std::move(message), std::move(next_step), std::move(fields)}));
}

}  // namespace elle::core

// The value of a result, or a return of its failure from the enclosing function. May be nested.
// NOLINTBEGIN(bugprone-macro-parentheses): `name` is declared here, and a declared name takes no parentheses.
#define TRY(expression) ELLE_TRY_AS(ELLE_JOIN(try_result_, __COUNTER__), expression)
#define ELLE_TRY_AS(name, expression) \
  __extension__({                     \
    auto name = (expression);         \
    if (!name.ok()) [[unlikely]]      \
      return name.failure();          \
    name.take();                      \
  })
#define ELLE_JOIN(a, b) ELLE_JOIN_NOW(a, b)
#define ELLE_JOIN_NOW(a, b) a##b
// NOLINTEND(bugprone-macro-parentheses)
