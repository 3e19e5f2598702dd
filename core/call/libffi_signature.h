// A plan as libffi wants it described. Private to core/call: the only folder that sees ffi.h.
//
// libffi is told scalars only, and blocks of memory. A record that travels in registers is given as the one or two
// scalars its eight-byte pieces amount to; one that does not, as a block. Which is which is decided here, by counting
// registers as the ABI does: libffi's own way with records loses values (3.4: a record of a general and a vector piece
// in the last general register overwrites the first vector register; padding counts as a register in callbacks).
// The counting is one processor's, so each has its own sibling of libffi_signature_x86_64.cpp.
#pragma once

#include <array>
#include <deque>
#include <ffi.h>
#include <memory>
#include <vector>

#include "core/call/plan.h"

namespace elle::core {

struct LibffiSignature : PreparedCall {
  // One of libffi's arguments: a whole step of the plan, or a piece of one.
  struct Part {
    StepKind kind;    // kRecord for pieces and blocks: bytes as they are
    uint32_t offset;  // in the frame, in bytes
    uint32_t size;    // of what the frame holds there, in bytes
  };

  // Something in memory, for libffi a struct.
  struct Block {
    ffi_type type;
    std::array<ffi_type*, 3> members;  // ends with null
  };

  bool result_in_memory = false;  // C is given the address to leave the result at
  mutable ffi_cif cif{};          // libffi takes it as not const, and leaves it alone
  std::vector<ffi_type*> types;   // of the arguments
  std::vector<uint32_t> offsets;  // of the arguments: what a call needs of `parts`, close together
  std::vector<Part> parts;        // of the arguments
  std::deque<Block> blocks;       // what `types` points into
};

// Fails for a signature libffi cannot carry, naming the argument and the reason.
Result<std::unique_ptr<LibffiSignature>> make_libffi_signature(TypeTable& types, const CallPlan& plan);

}  // namespace elle::core
