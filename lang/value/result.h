// lang's results: as core::Result, but the error is a Lisp value on the collected heap, so that a failed builtin
// costs no more than one that returns. A Result<Value> is 16 bytes and travels in two registers.
#pragma once

#include "core/base/result.h"

#include "lang/value/value.h"

namespace elle::lang {

// What was thrown: an ErrorObject, or a Box holding any other value.
struct Failure {
  Object* thrown;
};

using Failed = core::Failed<Failure>;

template <class T>
using Result = core::BasicResult<T, Failure>;

}  // namespace elle::lang

namespace elle::core {

template <>
class [[nodiscard]] BasicResult<lang::Value, lang::Failure> {
 public:
  using Value = lang::Value;

  BasicResult(lang::Value value) : value_(value) {}
  BasicResult(lang::Failed failed) : value_(lang::object_value(lang::Tag::kFailure, failed.error.thrown)) {}

  bool ok() const { return !value_.is(lang::Tag::kFailure); }
  lang::Value value() const { return value_; }
  lang::Value take() const { return value_; }
  lang::Failure error() const { return lang::Failure{value_.object}; }
  lang::Failed failure() const { return lang::Failed(error()); }

 private:
  lang::Value value_;
};

}  // namespace elle::core
