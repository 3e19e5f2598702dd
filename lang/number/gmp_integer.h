// Between our integers and GMP's. Not for other folders: this is the one header that includes gmp.h.
#pragma once

#include <gmp.h>

#include "lang/heap/heap.h"
#include "lang/value/value.h"

namespace elle::lang {

static_assert(sizeof(mp_limb_t) == sizeof(uint64_t));

// Any integer value seen as a GMP number, without a copy. Good while the value is.
class IntegerView {
 public:
  // REQUIRES: value.is_integer().
  explicit IntegerView(Value value);
  IntegerView(const IntegerView&) = delete;
  IntegerView& operator=(const IntegerView&) = delete;
  operator mpz_srcptr() const { return view_; }

 private:
  mp_limb_t limb_ = 0;  // the magnitude of a number of one limb
  mpz_t view_;
};

// A GMP number of our own.
class IntegerResult {
 public:
  IntegerResult() { mpz_init(number_); }
  ~IntegerResult() { mpz_clear(number_); }
  IntegerResult(const IntegerResult&) = delete;
  IntegerResult& operator=(const IntegerResult&) = delete;
  operator mpz_ptr() { return number_; }
  // The number in its one form.
  Value value(Heap& heap) const;

 private:
  mpz_t number_;
};

}  // namespace elle::lang
