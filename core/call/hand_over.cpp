// The slow halves, and which thread has which seat.
//
// A thread finds its seats in a thread-local list (Attachments), whose destructor gives them back as the thread ends.
// Destructors of other thread-local variables may call back even later: `attachments_are_gone` then says that the list
// is not to be touched, and such a visit gives its seat back itself.
//
// After a fork() the child has one thread, and the mutex may have been locked by another. Whoever comes to it first
// makes everything anew (lock); nobody registers a handler with pthread_atfork, which a library cannot take back.
#include "core/call/hand_over.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <pthread.h>
#include <thread>
#include <unistd.h>

#include "core/call/process_fence.h"

namespace elle::core {

using namespace std::chrono_literals;

namespace {

// How long one waits before asking the holder again to make room: those before in the line used up what was asked.
constexpr auto kPatience = 5ms;
// How long a visit may take to end once the machine is to be closed. Who has not ended it then sleeps for ever when it
// comes back, which the library that it belongs to may not expect.
constexpr auto kGrace = 200ms;

// To be cancelled while it waits would leave a thread in the line for ever.
class Uncancellable {
 public:
  Uncancellable() { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
  ~Uncancellable() { pthread_setcancelstate(before_, nullptr); }
  Uncancellable(const Uncancellable&) = delete;
  Uncancellable& operator=(const Uncancellable&) = delete;

 private:
  int before_ = 0;
};

}  // namespace

// The seats of a thread, one for each HandOver it has met.
struct Attachments {
  struct One {
    std::shared_ptr<HandOver> hand_over;
    Seat* seat;
  };
  ~Attachments();
  Seat* find(const HandOver& hand_over) const;
  void add(std::shared_ptr<HandOver> hand_over, Seat* seat);
  std::vector<One> list;
};

namespace {

thread_local Attachments attachments;
constinit thread_local bool attachments_are_gone = false;
// The seat asked for last. Initial-exec: a callback looks here first, and other models make that a function call.
[[gnu::tls_model("initial-exec")]] constinit thread_local Seat* latest = nullptr;
[[gnu::tls_model("initial-exec")]] constinit thread_local HandOver* latest_hand_over = nullptr;

}  // namespace

Attachments::~Attachments() {
  attachments_are_gone = true;
  for (const One& one : list) one.hand_over->give_up(*one.seat);
}

Seat* Attachments::find(const HandOver& hand_over) const {
  for (const One& one : list)
    if (one.hand_over.get() == &hand_over) return one.seat;
  return nullptr;
}

// Those that were closed go now: a thread may outlive many.
void Attachments::add(std::shared_ptr<HandOver> hand_over, Seat* seat) {
  std::erase_if(list, [](const One& one) {
    if (one.hand_over->closed_) one.seat->detach();
    return one.hand_over->closed_.load();
  });
  latest = seat;
  latest_hand_over = hand_over.get();
  list.push_back({std::move(hand_over), seat});
}

void Seat::pass_on() { hand_over_->pass_on(*this); }
bool Seat::wait_for_turn() {
  const bool has_machine = hand_over_->wait_for_turn(*this);
  if (!has_machine) away_ = true;
  return has_machine;
}
void Seat::yield() {
  if (!hand_over_->yield(*this)) sleep_for_ever();
}
void Seat::sleep_for_ever() {
  const Uncancellable for_ever;
  for (;;) pause();
}

std::shared_ptr<HandOver> HandOver::create(Machine& machine, std::unique_ptr<Seat> first) {
  std::shared_ptr<HandOver> made(new HandOver(machine, enable_process_fence()));
  Seat* const seat = first.get();
  made->add(std::move(first));
  seat->away_ = false;
  seat->wanted_ = !made->has_fence_;
  made->holder_ = made->present_ = seat;
  attachments.add(made, seat);
  seat->attach();
  return made;
}

HandOver::HandOver(Machine& machine, bool has_fence) : machine_(machine), has_fence_(has_fence), process_(getpid()) {}

HandOver::~HandOver() = default;

void HandOver::add(std::unique_ptr<Seat> seat) {
  seat->hand_over_ = this;
  line_.reserve(seats_.size() + 1);
  seats_.push_back(std::move(seat));
}

// --- Seats ---------------------------------------------------------------------------

Seat* HandOver::seat_here() {
  if (latest_hand_over == this) [[likely]]
    return latest;
  return find_or_attach();
}

Seat* HandOver::find_or_attach() {
  Seat* seat = attachments_are_gone ? nullptr : attachments.find(*this);
  if (seat == nullptr) {
    seat = free_seat();
    if (seat == nullptr) return nullptr;
    if (!attachments_are_gone) attachments.add(shared_from_this(), seat);
    seat->attach();
  }
  latest = seat;
  latest_hand_over = this;
  return seat;
}

Seat* HandOver::free_seat() {
  const Lock held = lock(nullptr);
  if (closed_) return nullptr;
  if (free_.empty()) {
    std::unique_ptr<Seat> made = machine_.make_seat();
    if (!made) return nullptr;
    add(std::move(made));
    return seats_.back().get();
  }
  Seat* const seat = free_.back();
  free_.pop_back();
  return seat;
}

// The first seat stays its session's, whatever becomes of the thread.
void HandOver::give_up(Seat& seat) {
  latest = nullptr;
  latest_hand_over = nullptr;
  seat.detach();
  const Lock held = lock(&seat);
  if (&seat != seats_.front().get()) free_.push_back(&seat);
}

// --- The slow halves, all under the mutex ----------------------------------------------

// `seat` is the calling thread's, null when it has none.
HandOver::Lock HandOver::lock(const Seat* seat) {
  if (getpid() != process_) start_anew_after_fork(seat);
  return Lock(mutex_);
}

// In the child, only the thread that forked lives on. The others may have had the mutex, or the machine itself.
void HandOver::start_anew_after_fork(const Seat* seat) {
  process_ = getpid();
  new (&mutex_) std::mutex;
  line_.clear();
  const bool is_the_one_that_forked = gettid() == process_;
  if (is_the_one_that_forked && holder_ != seat) holder_ = nullptr;
}

bool HandOver::holder_is_away() {
  if (holder_ == nullptr) return true;
  holder_->wanted_.store(true, std::memory_order_relaxed);
  if (has_fence_) fence_process();
  return holder_->away_.load(std::memory_order_acquire);
}

void HandOver::call_next() {
  holder_ = line_.front();
  line_.erase(line_.begin());
  holder_->turn_.notify_one();
}

// False when the machine was closed meanwhile.
bool HandOver::wait_in_line(Lock& held, Seat& seat) {
  const Uncancellable waiting;
  line_.push_back(&seat);
  if (line_.size() == 1) machine_.ask_to_yield();
  while (holder_ != &seat && !closed_) {
    if (seat.turn_.wait_for(held, kPatience) == std::cv_status::timeout && !closed_) machine_.ask_to_yield();
  }
  return !closed_;
}

void HandOver::go_on(Seat& seat) {
  holder_ = &seat;
  seat.wanted_.store(!line_.empty() || !has_fence_, std::memory_order_relaxed);
  if (present_ == &seat) return;
  machine_.switch_threads(*present_, seat);
  present_ = &seat;
}

void HandOver::pass_on(const Seat& seat) {
  const Lock held = lock(&seat);
  if (holder_ == &seat && !line_.empty()) call_next();
}

bool HandOver::wait_for_turn(Seat& seat) {
  Lock held = lock(&seat);
  if (closed_) return false;
  if (holder_ == &seat) {
    // It left and came back without being seen to be away.
    if (!line_.empty()) call_next();
  } else if (line_.empty() && holder_is_away()) {
    holder_ = &seat;
  }
  if (holder_ != &seat && !wait_in_line(held, seat)) return false;
  go_on(seat);
  return true;
}

bool HandOver::yield(Seat& seat) {
  Lock held = lock(&seat);
  if (line_.empty()) return true;
  call_next();
  if (!wait_in_line(held, seat)) return false;
  go_on(seat);
  return true;
}

bool HandOver::others_visit(const Seat& seat) {
  bool visit = false;
  each_seat([&](const Seat& each) { visit = visit || (&each != &seat && each.depth_ > 0); });
  return visit;
}

void HandOver::close(Seat& seat) {
  if (closing_.exchange(true)) return;
  for (auto waited = 0ms; waited < kGrace && others_visit(seat); waited += 1ms) {
    const Away away(seat);
    std::this_thread::sleep_for(1ms);
  }
  const Lock held = lock(&seat);
  closed_ = true;
  seat.wanted_ = true;
  for (Seat* waiting : line_) waiting->turn_.notify_one();
  line_.clear();
  for (const auto& each : seats_) each->retire();
}

// --- Visits ------------------------------------------------------------------------------

Visit::Visit(HandOver& hand_over) : hand_over_(hand_over), seat_(hand_over.seat_here()) {
  was_away_ = seat_ && seat_->away();
  if (was_away_ && ((seat_->depth_ == 0 && hand_over.closing_) || !seat_->try_come_back())) seat_ = nullptr;
  if (seat_) seat_->depth_++;
}

Visit::~Visit() {
  if (!seat_) return;
  seat_->depth_--;
  if (was_away_) seat_->leave();
  // What a thread calls when its thread-local variables are gone: nothing will give up the seat later.
  if (attachments_are_gone && seat_->depth_ == 0) hand_over_.give_up(*seat_);
}

}  // namespace elle::core
