// HandOver: one machine that many threads use in turn, one at a time.
//
// A thread that has the machine gives it back for as long as it is away, in C or waiting, and takes it again before it
// goes on. Hardly ever has another one taken it meanwhile, so that must cost nothing: leave() and come_back() are a
// plain store and a plain load each, on words of the thread's own Seat. Whoever wants to take the machine pays for both
// sides. It stores `wanted` in the seat of the last holder, has every thread execute a fence (process_fence.h), and
// then loads `away`:
//
//     holder, coming back      away = false         then load wanted
//     another, taking          wanted = true        FENCE      load away
//
// If the holder's store lies before its fence, the other sees that it is back, and waits in line; if it lies after, the
// holder's load sees that it is wanted. Everything behind `wanted` is done under a mutex. Where the system has no such
// fence, every seat stays `wanted`, and all goes through the mutex.
//
// Whoever waits is served in turn: a holder that is wanted hands the machine on when it leaves, comes back, or yields.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace elle::core {

class HandOver;

// One thread's place at the machine, kept whosever turn it is. A seat is made when its thread first
// comes, goes to another thread when that one has ended, and lives as long as the HandOver.
class Seat {
 public:
  Seat() = default;
  virtual ~Seat() = default;
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;

  // Whether this thread can go on without the machine being its own.
  bool away() const { return away_.load(std::memory_order_relaxed); }

  // REQUIRES: !away(). Until it comes back, the thread touches nothing of the machine.
  void leave() {
    away_.store(true, std::memory_order_release);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    if (wanted_.load(std::memory_order_relaxed)) [[unlikely]]
      pass_on();
  }
  // REQUIRES: away(). Waits until the machine is this thread's. When it was closed meanwhile, the thread has nothing
  // to go back to: it sleeps until the process ends.
  void come_back() {
    if (!try_come_back()) [[unlikely]]
      sleep_for_ever();
  }
  // The same, but false when the machine was closed.
  bool try_come_back() {
    away_.store(false, std::memory_order_relaxed);
    std::atomic_signal_fence(std::memory_order_seq_cst);
    return !wanted_.load(std::memory_order_acquire) || wait_for_turn();
  }
  // How many visits this thread is in.
  unsigned depth() const { return depth_; }
  // REQUIRES: !away(). Lets those who wait have the machine first. Sleeps for ever as come_back() does.
  void yield();

 protected:
  // On the thread that gets the seat, and on the one that had it, when that ends. Neither has the machine.
  virtual void attach() {}
  virtual void detach() {}
  // The machine was closed: what it alone could use may go.
  virtual void retire() {}

 private:
  friend class HandOver;
  friend class Visit;
  friend struct Attachments;

  // The slow halves.
  void pass_on();
  bool wait_for_turn();
  [[noreturn]] static void sleep_for_ever();

  std::atomic<bool> away_ = true;
  std::atomic<bool> wanted_ = true;  // whether another has the machine, or waits for it
  unsigned depth_ = 0;
  HandOver* hand_over_ = nullptr;
  std::condition_variable turn_;
};

// What is handed over. None of these is called any more once it was closed.
class Machine {
 public:
  virtual ~Machine() = default;
  // For a thread that comes for the first time. Called on it; it does not have the machine. Null when there is no
  // memory for it.
  virtual std::unique_ptr<Seat> make_seat() = 0;
  // Some thread waits: whoever has the machine should yield() soon. Called on any thread.
  virtual void ask_to_yield() = 0;
  // `to` is to go on where it left. Called on its thread, which has the machine now.
  virtual void switch_threads(Seat& from, Seat& to) = 0;
};

class HandOver : public std::enable_shared_from_this<HandOver> {
 public:
  // `first` is the seat of the calling thread, which has the machine at once.
  static std::shared_ptr<HandOver> create(Machine& machine, std::unique_ptr<Seat> first);
  ~HandOver();
  HandOver(const HandOver&) = delete;
  HandOver& operator=(const HandOver&) = delete;

  // The calling thread's seat, made or taken over from a thread that has ended. Null when the machine was closed,
  // or there is no memory for one.
  Seat* seat_here();

  // The machine is going to be destroyed. `seat` has it; visits that have begun may still end, if they do so soon, and
  // then no other will ever get it. Closing twice is harmless.
  void close(Seat& seat);

  // REQUIRES: the calling thread has the machine.
  template <class Action>
  void each_seat(Action&& action) {
    const Lock held = lock(present_);
    for (auto& seat : seats_) action(*seat);
  }

 private:
  friend class Seat;
  friend class Visit;
  friend struct Attachments;
  using Lock = std::unique_lock<std::mutex>;

  HandOver(Machine& machine, bool has_fence);
  Seat* find_or_attach();
  Seat* free_seat();
  void give_up(Seat& seat);
  void add(std::unique_ptr<Seat> seat);

  Lock lock(const Seat* seat);
  void start_anew_after_fork(const Seat* seat);

  void pass_on(const Seat& seat);
  bool wait_for_turn(Seat& seat);
  bool yield(Seat& seat);
  bool holder_is_away();
  void call_next();
  bool others_visit(const Seat& seat);
  bool wait_in_line(Lock& held, Seat& seat);
  void go_on(Seat& seat);

  Machine& machine_;
  const bool has_fence_;
  std::atomic<bool> closing_ = false;  // no visit begins any more
  std::atomic<bool> closed_ = false;   // written under the mutex
  int process_;                        // its id, by which a child that was forked is noticed
  std::mutex mutex_;
  std::vector<std::unique_ptr<Seat>> seats_;
  std::vector<Seat*> free_;
  std::vector<Seat*> line_;  // first come, first served; has room for all, so that joining it cannot fail
  Seat* holder_ = nullptr;   // who had the machine last, or has been told to take it
  Seat* present_ = nullptr;  // where the machine itself thinks it is
};

// The thread is away for the length of a C++ scope.
class Away {
 public:
  explicit Away(Seat& seat) : seat_(seat) { seat_.leave(); }
  // Also when the thread is ended, by pthread_exit() or cancellation, which unwinds what it was called from.
  ~Away() { seat_.come_back(); }
  Away(const Away&) = delete;
  Away& operator=(const Away&) = delete;

 private:
  Seat& seat_;
};

// Has the machine for the length of a C++ scope, on whichever thread: for what C may call from anywhere.
class Visit {
 public:
  explicit Visit(HandOver& hand_over);
  ~Visit();
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  // Null when the machine was closed.
  Seat* seat() const { return seat_; }

 private:
  HandOver& hand_over_;
  Seat* seat_;
  bool was_away_;  // else the thread has the machine already: a signal handler was called
};

}  // namespace elle::core
