// Lists, vectors, strings, maps and bytes as sequences of items: what most collection functions share.
#pragma once

#include <optional>
#include <vector>

#include "lang/builtins/arguments.h"

namespace elle::lang {

// Makes a list from the front.
class ListBuilder {
 public:
  explicit ListBuilder(Runtime& runtime) : runtime_(runtime) {}
  // `span` is the item's place where it was read: forms that macros take apart and put together keep it.
  void add(Value item, Span span = {}) {
    const Value cell = object_value(Tag::kPair, runtime_.heap.pair(item, nil(), span));
    if (last_)
      last_->tail = cell;
    else
      first_ = cell;
    last_ = cell.as<Pair>();
  }
  // Ends the list with `tail` in place of nil.
  void finish(Value tail) {
    if (last_)
      last_->tail = tail;
    else
      first_ = tail;
  }
  Value list() const { return first_; }

 private:
  Runtime& runtime_;
  Value first_ = nil();
  Pair* last_ = nullptr;
};

inline constexpr const char* kAnySequence = "a list, a vector, a string, a map, bytes or a C array";

bool is_sequence(Value value);
// Whether a value is C memory that `runtime.views` can look into.
bool is_c_memory(const Runtime& runtime, Value value);
// The elements of a C array, copied; a failure for other C memory.
Result<Vector*> c_array_items(Runtime& runtime, Value array);
// The items of argument `i`: of a map its entries as vectors [key value], of a string its characters.
Result<std::vector<Value>> items_of(Runtime& runtime, Args args, uint32_t i);
// As items_of, for a value that is_sequence.
std::vector<Value> items_of(Runtime& runtime, Value value);

Value list_of(Runtime& runtime, const std::vector<Value>& items);
// A vector for a vector, else a list: the rule for whatever makes new sequences from old ones.
Value sequence_like(Runtime& runtime, Value model, const std::vector<Value>& items);

// A map with these keywords as keys.
using Properties = std::initializer_list<std::pair<std::string_view, Value>>;
Value map_of(Runtime& runtime, Properties properties);

// The number of items; nothing when it is not a collection.
std::optional<uint64_t> count_of(Value value);

// "a vector of 3 items", for messages.
std::string describe_collection(Value value);
// The failure for an index beyond a collection.
Failed index_out_of_range(Runtime& runtime, Value collection, Value index);

// A part of a list, vector, string or bytes, of the same kind. REQUIRES: begin <= end <= count, and one of these kinds.
Value slice_of(Runtime& runtime, Value collection, uint64_t begin, uint64_t end);

}  // namespace elle::lang
