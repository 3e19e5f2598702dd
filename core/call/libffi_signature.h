// A plan as libffi wants it described. Private to core/call: the only folder that sees ffi.h.
#pragma once

#include <array>
#include <deque>
#include <ffi.h>
#include <memory>
#include <vector>

#include "core/call/plan.h"

namespace elle::core {

struct LibffiSignature : PreparedCall {
  // A record, told to libffi as at most two eight-byte members of the classes the ABI gave it.
  struct Shape {
    ffi_type type;
    std::array<ffi_type*, 3> members;  // ends with null
  };

  mutable ffi_cif cif{};          // libffi takes it as not const, and leaves it alone
  std::vector<ffi_type*> types;   // of the arguments libffi is given: empty structs take no place in a call
  std::vector<uint32_t> steps;    // for each of them, which of the plan's arguments it is
  std::vector<uint32_t> offsets;  // for each of them, where in the frame it lies, in bytes
  std::deque<Shape> shapes;       // what `types` points into
};

// Fails for a signature libffi cannot carry, naming the argument and the reason.
Result<std::unique_ptr<LibffiSignature>> make_libffi_signature(TypeTable& types, const CallPlan& plan);

}  // namespace elle::core
