#include "lang/heap/heap.h"

#include <doctest/doctest.h>

namespace elle::lang {
namespace {

// Says when the collector lets it go.
class Witness : public OpaqueBody {
 public:
  explicit Witness(int& released) : released_(released) {}
  ~Witness() override { released_++; }
  std::string_view type_name() const override { return "witness"; }
  std::string describe() const override { return "#<witness>"; }

 private:
  int& released_;
};

Value witness(Heap& heap, int& released) {
  return object_value(Tag::kOpaque, heap.opaque(std::make_unique<Witness>(released)));
}

void collect(Heap& heap, Value root) {
  heap.collect([&](Marker& marker) { marker.mark(root); });
}

TEST_CASE("a collection releases what no root reaches, and only that") {
  int kept = 0, lost = 0;
  Heap heap;
  Value root = witness(heap, kept);
  witness(heap, lost);
  collect(heap, root);
  CHECK(kept == 0);
  CHECK(lost == 1);
}

TEST_CASE("what an object holds lives as long as it does, where it was") {
  int released = 0;
  Heap heap;
  Value items[] = {witness(heap, released)};
  Vector* vector = heap.vector_of(items, 1);
  Pair* pair = heap.pair(object_value(Tag::kVector, vector), nil());
  Value root = object_value(Tag::kPair, pair);
  collect(heap, root);
  collect(heap, root);
  CHECK(released == 0);
  CHECK(root.object == pair);
  CHECK(vector->items[0].object == items[0].object);
  collect(heap, nil());
  CHECK(released == 1);
}

TEST_CASE("a cycle that no root reaches is released") {
  int released = 0;
  Heap heap;
  Pair* first = heap.pair(witness(heap, released), nil());
  first->tail = object_value(Tag::kPair, heap.pair(nil(), object_value(Tag::kPair, first)));
  collect(heap, nil());
  CHECK(released == 1);
}

TEST_CASE("a list too long for the C stack is marked") {
  int released = 0;
  Heap heap;
  Value list = object_value(Tag::kPair, heap.pair(witness(heap, released), nil()));
  for (int i = 0; i < 1'000'000; i++) list = object_value(Tag::kPair, heap.pair(nil(), list));
  collect(heap, list);
  CHECK(released == 0);
}

TEST_CASE("the memory of large objects is given back") {
  Heap heap;
  collect(heap, nil());
  size_t before = heap.live_bytes();
  heap.bytes(1 << 20);
  CHECK(heap.live_bytes() >= before + (1 << 20));
  collect(heap, nil());
  CHECK(heap.live_bytes() == before);
}

TEST_CASE("a heap that goes releases everything") {
  int released = 0;
  {
    Heap heap;
    witness(heap, released);
    heap.pair(witness(heap, released), nil());
  }
  CHECK(released == 2);
}

TEST_CASE("allocation asks for a collection and never collects by itself") {
  Attention attention;
  Heap heap;
  heap.attention = &attention;
  heap.bytes(64 << 20);
  CHECK(attention.asked(Attention::kCollectionDue));
  CHECK(heap.collections() == 0);
}

}  // namespace
}  // namespace elle::lang
