// Turn: what lang below the bridge sees of a thread's place at the machine: that it may leave it to others for a while.
// The place itself, with its thread and its line of those who wait, is core's Seat, which only lang/bridge may know;
// its LispThread is both.
#pragma once

namespace elle::lang {

class Turn {
 public:
  virtual ~Turn() = default;
  // Others run from here on, until it is taken back, which may take a while.
  virtual void give_up() = 0;
  virtual void take_back() = 0;
  // Those who wait run first.
  virtual void let_others_run() = 0;
};

// The thread waits for something outside, for the length of a C++ scope that touches nothing of the session. Only in
// builtins that take VM&: the arguments of others are not rooted.
class Waiting {
 public:
  // `turn` null: there are no others.
  explicit Waiting(Turn* turn) : turn_(turn) {
    if (turn_) turn_->give_up();
  }
  ~Waiting() {
    if (turn_) turn_->take_back();
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

 private:
  Turn* turn_;
};

}  // namespace elle::lang
