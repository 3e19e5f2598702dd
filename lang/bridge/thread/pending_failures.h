// What went wrong in callbacks while C ran: raised when the native call returns.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "lang/runtime/runtime.h"

namespace elle::lang {

class PendingFailures {
 public:
  bool pending() const { return pending_.has_value(); }
  // Whether what is pending ends the script: no further callback runs then.
  bool stops_callbacks() const { return stops_callbacks_; }

  // The first failure is what the script sees; a later `exit` or interrupt takes its place, and so does any once the
  // first has been shown.
  void fail(const Runtime& runtime, Failure failure) {
    const bool is_end = !runtime.catchable(failure);
    if (pending_ && !pending_->shown && !is_end) return;
    pending_ = Pending{failure, Clock::now(), false};
    stops_callbacks_ = is_end;
  }
  void forget() {
    pending_.reset();
    stops_callbacks_ = false;
  }
  // The failure, cleared. REQUIRES: pending().
  Failed take() {
    const Failure failure = pending_->failure;
    forget();
    return Failed(failure);
  }

  // A failure that C has gone on with for so long that a person should hear of it before C returns, as a main loop may
  // not for hours. Given once.
  std::optional<Failure> overdue() {
    if (!pending_ || pending_->shown || Clock::now() - pending_->since < kPatience) return std::nullopt;
    pending_->shown = true;
    return pending_->failure;
  }

  // What an earlier callback of the same C function left waits here while a callback runs: it is raised when that
  // function returns, and not from the calls that the callback makes. Never one that stops callbacks.
  void suspend() {
    suspended_.push_back(*pending_);
    pending_.reset();
  }
  void restore(const Runtime& runtime) {
    const std::optional<Pending> later = pending_;
    pending_ = suspended_.back();
    suspended_.pop_back();
    if (later) fail(runtime, later->failure);
  }
  size_t suspended_count() const { return suspended_.size(); }
  void drop_suspended(size_t count) {
    suspended_.erase(suspended_.begin() + static_cast<ptrdiff_t>(count), suspended_.end());
  }

  void mark(Marker& marker) const {
    if (pending_) marker.mark(pending_->failure.thrown);
    for (const Pending& pending : suspended_) marker.mark(pending.failure.thrown);
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds kPatience{200};

  struct Pending {
    Failure failure;
    Clock::time_point since;
    bool shown;
  };

  std::optional<Pending> pending_;
  bool stops_callbacks_ = false;
  std::vector<Pending> suspended_;
};

}  // namespace elle::lang
