// Numbers, booleans and characters as C scalars.
#pragma once

#include "core/call/plan.h"

#include "lang/bridge/convert/convert.h"

namespace elle::lang {

// Integer kinds of steps, with their range. REQUIRES: `kind` is kI8 … kU64.
struct IntegerRange {
  int64_t low;
  uint64_t high;
};
constexpr IntegerRange kIntegerRanges[] = {{INT8_MIN, INT8_MAX},   {0, UINT8_MAX},         {INT16_MIN, INT16_MAX},
                                           {0, UINT16_MAX},        {INT32_MIN, INT32_MAX}, {0, UINT32_MAX},
                                           {INT64_MIN, INT64_MAX}, {0, UINT64_MAX}};
inline IntegerRange integer_range(core::StepKind kind) {
  return kIntegerRanges[static_cast<size_t>(kind) - static_cast<size_t>(core::StepKind::kI8)];
}
inline bool is_integer_step(core::StepKind kind) { return kind >= core::StepKind::kI8 && kind <= core::StepKind::kU64; }

// The bits of `value` as an integer of this kind, extended to 64 by its signedness.
Objection integer_bits(BridgeContext& bridge, core::StepKind kind, bool boolean, Value value, uint64_t* bits);

// Writes any scalar but an integer narrower than 128 bits: floating, complex, 128-bit.
Objection write_wide_scalar(BridgeContext& bridge, core::StepKind kind, std::byte* to, Value value);

}  // namespace elle::lang
