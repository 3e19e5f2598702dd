// How the System V AMD64 ABI passes a struct or union (3.2.3, "Classification"): for each of its eight-byte pieces, in
// which kind of register. libffi's own classifier knows neither unions nor bit-fields nor packed records, so records
// are classified here and described to it by the outcome.
//
//     struct { float x, y; int n; }           kSse, kInteger: one vector register and one general
//     struct { char c; float x; double d; }   kInteger, kSse: a general one wins the piece it shares
//     struct { long double x; }               kX87, kX87Up: in memory as an argument, in st(0) as a result
//     struct { double x, y, z; }              in memory: more than two pieces
#pragma once

#include <array>

#include "core/types/type_table.h"

namespace elle::core {

enum class EightbyteClass : uint8_t { kNone, kInteger, kSse, kX87, kX87Up };

struct RecordClasses {
  bool in_memory = false;                  // passed on the stack, returned through a hidden pointer
  std::array<EightbyteClass, 2> pieces{};  // when not in memory; kNone for padding alone and past the end
};

// Fails for what has no size, and for records holding vectors or _Float128, which libffi cannot pass.
Result<RecordClasses> classify_record(TypeTable& types, TypeId record);

}  // namespace elle::core
