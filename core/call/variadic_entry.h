// How C enters a variadic callback. Its arguments cannot be told beforehand, so every register that may carry one is
// taken, and the stack after them: a va_list, of which the fixed arguments are the first. Private to core/call.
#pragma once

#include <memory>
#include <vector>

#include "core/call/libffi_signature.h"
#include "core/call/va_list.h"

namespace elle::core {

struct VariadicEntry {
  ffi_cif cif{};
  std::vector<ffi_type*> types;  // one for each register, and one for the first word on the stack
  uint32_t general_count = 0;    // of the registers: one fewer where the result's address takes one
  std::vector<VaSlot> slots;     // of the fixed arguments
  // As in the plan, which may be gone when C calls.
  std::vector<uint32_t> offsets;  // in the frame, of the fixed arguments and of the va_list
  uint32_t frame_size = 0;
};

// `plan` has the fixed arguments and a va_list after them; `signature` is made from it.
Result<std::unique_ptr<VariadicEntry>> make_variadic_entry(TypeTable& types, const CallPlan& plan,
                                                           const LibffiSignature& signature);

struct alignas(16) SavedRegisters {
  std::byte bytes[kVectorEnd];
};

// What C passed, from its first argument on. `arguments` is what libffi gives for entry.cif.
VaList entered_with(const VariadicEntry& entry, void** arguments, SavedRegisters& registers);

}  // namespace elle::core
