// The heap when malloc gives nothing any more.
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <new>
#include <sys/resource.h>
#include <utility>

#include "lang/heap/heap.h"

namespace elle::lang {
namespace {

// While it lasts, there is no memory at all: no more may be mapped, and what malloc had left is taken.
class NoMemory {
 public:
  NoMemory() {
    getrlimit(RLIMIT_AS, &before_);
    rlimit none = before_;
    none.rlim_cur = 1;
    setrlimit(RLIMIT_AS, &none);
    for (size_t size = 1 << 24; size >= sizeof(Taken); size /= 2)
      while (auto* taken = static_cast<Taken*>(std::malloc(size))) {
        taken->next = taken_;
        taken_ = taken;
      }
  }
  ~NoMemory() {
    setrlimit(RLIMIT_AS, &before_);
    while (taken_) std::free(std::exchange(taken_, taken_->next));
  }
  NoMemory(const NoMemory&) = delete;
  NoMemory& operator=(const NoMemory&) = delete;

 private:
  struct Taken {
    Taken* next;
  };
  rlimit before_{};
  Taken* taken_ = nullptr;
};

class Counted : public OpaqueBody {
 public:
  explicit Counted(int& alive) : alive_(alive) { alive_++; }
  ~Counted() override { alive_--; }
  std::string_view type_name() const override { return "counted"; }
  std::string describe() const override { return "#<counted>"; }

 private:
  int& alive_;
};

TEST_CASE("a collection needs no memory, however much there is to mark") {
  constexpr int kMany = 100'000;
  int alive = 0;
  Heap heap;
  // All of them wait to be looked into at once, two levels deep.
  Vector* outer = heap.vector(0);
  for (int i = 0; i < kMany; i++) {
    const Value counted = object_value(Tag::kOpaque, heap.opaque(std::make_unique<Counted>(alive)));
    Vector* inner = heap.vector_of(&counted, 1);
    heap.vector_push(outer, object_value(Tag::kPair, heap.pair(object_value(Tag::kVector, inner), nil())));
    heap.pair(nil(), nil());  // garbage in between
  }
  {
    const NoMemory none;
    heap.collect([&](Marker& marker) { marker.mark(outer); });
  }
  CHECK(alive == kMany);
  heap.collect([](Marker&) {});
  CHECK(alive == 0);
}

TEST_CASE("what cannot be made leaves the heap as it was") {
  Heap heap;
  Vector* vector = heap.vector(0);
  int refused = 0;
  {
    const NoMemory none;
    const auto fails = [&](auto make) {
      try {
        for (;;) make();
      } catch (const std::bad_alloc&) {
        refused++;
      }
    };
    fails([&] { heap.vector_push(vector, integer(vector->size)); });
    fails([&] { heap.vector(1000); });
    fails([&] { heap.bytes(1000); });
    fails([&] { heap.allocation(1000); });
    fails([&] { heap.pair(nil(), nil()); });
    heap.collect([&](Marker& marker) { marker.mark(vector); });
  }
  CHECK(refused == 5);
  CHECK(vector->size == vector->capacity);
  for (uint32_t i = 0; i < vector->size; i++) REQUIRE(vector->items[i].integer == i);
  heap.vector_push(vector, nil());
  heap.collect([&](Marker& marker) { marker.mark(vector); });
}

}  // namespace
}  // namespace elle::lang
