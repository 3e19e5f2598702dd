// What layout and calls need to know about the machine the C code was compiled for.
//
// Nothing in core asks the compiler that built Elle (`sizeof(long)`); it asks this, so that types of a foreign target
// (wasm32, say) can be laid out by the same code.
#pragma once

#include <array>
#include <cstdint>

#include "core/types/type_kind.h"

namespace elle::core {

// In bytes. A size of 0 means that the target has no such type.
struct ScalarLayout {
  uint16_t size;
  uint16_t align;
};

struct TargetModel {
  std::array<ScalarLayout, kScalarCount> scalars;
  ScalarLayout pointer;
  bool char_is_signed;
  bool wide_char_is_signed;

  // REQUIRES: is_scalar(kind).
  const ScalarLayout& scalar(TypeKind kind) const { return scalars[static_cast<size_t>(kind)]; }
  // Whether a value of an integer kind can be negative. REQUIRES: is_scalar(kind).
  bool is_signed(TypeKind kind) const;
};

// System V AMD64 ABI, figure 3.1 (Linux, the BSDs, macOS on x86-64).
const TargetModel& x86_64_sysv();

}  // namespace elle::core
