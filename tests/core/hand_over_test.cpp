#include "core/call/hand_over.h"

#include <doctest/doctest.h>
#include <thread>
#include <vector>

namespace elle::core {
namespace {

// Counts without any lock of its own, so that two threads on it at once would be noticed, by a sanitizer at the latest.
struct Counter : Machine {
  std::unique_ptr<Seat> make_seat() override {
    seats++;
    return std::make_unique<Seat>();
  }
  void ask_to_yield() override { should_yield = true; }
  void switch_threads(Seat& from, Seat& to) override {
    CHECK(present == &from);
    present = &to;
    switches++;
  }

  // What a safepoint does.
  void pause(Seat& seat) {
    if (should_yield.exchange(false)) seat.yield();
  }

  std::atomic<bool> should_yield = false;
  std::atomic<int> seats = 0;
  Seat* present = nullptr;
  long total = 0;
  int switches = 0;
};

struct Fixture {
  Fixture() : hand_over(HandOver::create(counter, std::make_unique<Seat>())), own(*hand_over->seat_here()) {
    counter.present = &own;
  }

  // What a callback does.
  bool count() {
    const Visit visit(*hand_over);
    if (visit.seat() == nullptr) return false;
    CHECK(counter.present == visit.seat());
    counter.total++;
    return true;
  }

  std::vector<std::thread> count_on_threads(int threads, int turns) {
    std::vector<std::thread> started;
    for (int i = 0; i < threads; i++) {
      started.emplace_back([this, turns] {
        for (int turn = 0; turn < turns; turn++) count();
      });
    }
    return started;
  }

  void join(std::vector<std::thread> threads) {
    const Away away(own);
    for (std::thread& thread : threads) thread.join();
  }

  Counter counter;
  std::shared_ptr<HandOver> hand_over;
  Seat& own;
};

TEST_CASE("visitors have the machine one at a time while its holder is away") {
  Fixture fixture;
  fixture.join(fixture.count_on_threads(4, 20'000));
  CHECK(fixture.counter.total == 80'000);
  CHECK(fixture.counter.present == &fixture.own);
  fixture.hand_over->close(fixture.own);
}

TEST_CASE("a holder that is away often and briefly loses nothing") {
  Fixture fixture;
  auto threads = fixture.count_on_threads(2, 5'000);
  for (int i = 0; i < 200'000; i++) {
    {
      const Away away(fixture.own);
    }
    fixture.counter.total++;
  }
  fixture.join(std::move(threads));
  CHECK(fixture.counter.total == 210'000);
  fixture.hand_over->close(fixture.own);
}

TEST_CASE("a holder that is never away yields") {
  Fixture fixture;
  auto threads = fixture.count_on_threads(3, 2'000);
  while (fixture.counter.total < 6'000) fixture.counter.pause(fixture.own);
  fixture.join(std::move(threads));
  CHECK(fixture.counter.total == 6'000);
  fixture.hand_over->close(fixture.own);
}

TEST_CASE("a visitor that is away in the middle of its visit stops nobody") {
  Fixture fixture;
  std::atomic<bool> is_waiting = false;
  std::atomic<bool> may_go_on = false;
  std::thread visitor([&] {
    const Visit visit(*fixture.hand_over);
    {
      const Away away(*visit.seat());
      is_waiting = true;
      while (!may_go_on) std::this_thread::yield();
    }
    fixture.counter.total += 100;
  });
  {
    const Away away(fixture.own);
    while (!is_waiting) std::this_thread::yield();
  }
  fixture.counter.total++;
  fixture.join(fixture.count_on_threads(1, 10));
  CHECK(fixture.counter.total == 11);
  may_go_on = true;
  {
    const Away away(fixture.own);
    visitor.join();
  }
  CHECK(fixture.counter.total == 111);
  fixture.hand_over->close(fixture.own);
}

TEST_CASE("a seat serves one thread after the other") {
  Fixture fixture;
  for (int i = 0; i < 100; i++) fixture.join(fixture.count_on_threads(1, 1));
  CHECK(fixture.counter.total == 100);
  CHECK(fixture.counter.seats == 1);
  fixture.hand_over->close(fixture.own);
}

TEST_CASE("who comes or waits when the machine is closed is turned away") {
  Fixture fixture;
  auto threads = fixture.count_on_threads(4, 100'000);
  {
    const Away away(fixture.own);
    std::this_thread::yield();
  }
  fixture.hand_over->close(fixture.own);
  for (std::thread& thread : threads) thread.join();
  CHECK(fixture.counter.total <= 400'000);
  bool came_in = true;
  std::thread([&] { came_in = fixture.count(); }).join();
  CHECK(!came_in);
}

TEST_CASE("two machines do not know of each other") {
  Fixture one;
  Fixture other;
  {
    const Away away(one.own);
    other.join(other.count_on_threads(2, 1'000));
    CHECK(one.count());
  }
  CHECK(one.counter.total == 1);
  CHECK(other.counter.total == 2'000);
  one.hand_over->close(one.own);
  other.hand_over->close(other.own);
}

}  // namespace
}  // namespace elle::core
