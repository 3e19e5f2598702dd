// What went wrong in callbacks while C ran: raised when the native call returns.
#pragma once

#include <optional>
#include <vector>

#include "lang/runtime/runtime.h"

namespace elle::lang {

class PendingFailures {
 public:
  bool pending() const { return failure_.has_value(); }
  // Whether what is pending ends the script: no further callback runs then.
  bool stops_callbacks() const { return stops_callbacks_; }

  // The first failure is what the script sees; a later `exit` or interrupt takes its place.
  void fail(const Runtime& runtime, Failure failure) {
    const bool is_end = !runtime.catchable(failure);
    if (failure_ && !is_end) return;
    failure_ = failure;
    stops_callbacks_ = is_end;
  }
  void forget() {
    failure_.reset();
    stops_callbacks_ = false;
  }
  // The failure, cleared. REQUIRES: pending().
  Failed take() {
    const Failure failure = *failure_;
    forget();
    return Failed(failure);
  }

  // What an earlier callback of the same C function left waits here while a callback runs: it is raised when that
  // function returns, and not from the calls that the callback makes. Never one that stops callbacks.
  void suspend() {
    suspended_.push_back(*failure_);
    failure_.reset();
  }
  void restore(const Runtime& runtime) {
    const std::optional<Failure> later = failure_;
    failure_ = suspended_.back();
    suspended_.pop_back();
    if (later) fail(runtime, *later);
  }
  size_t suspended_count() const { return suspended_.size(); }
  void drop_suspended(size_t count) {
    suspended_.erase(suspended_.begin() + static_cast<ptrdiff_t>(count), suspended_.end());
  }

  void mark(Marker& marker) const {
    if (failure_) marker.mark(failure_->thrown);
    for (const Failure& failure : suspended_) marker.mark(failure.thrown);
  }

 private:
  std::optional<Failure> failure_;
  bool stops_callbacks_ = false;
  std::vector<Failure> suspended_;
};

}  // namespace elle::lang
