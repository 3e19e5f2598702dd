// libffi makes closures for fixed signatures only. What C passes to a variadic function arrives in the same registers
// and on the same stack as for any other, so the closure is described as a function of everything that may carry an
// argument: the general registers (but the one with the result's address, which libffi takes itself), the vector
// registers, and one word on the stack.
//
// Two things that libffi 3.4 does are relied upon: the pointer to an argument in a vector register points into a save
// area where all 16 bytes of it are, and the one to an argument on the stack points at the caller's own stack, where
// the others follow. tests/agree calls back with arguments of each kind in every place.
#include <cstring>
#include <fmt/format.h>

#include "core/call/variadic_entry.h"

namespace elle::core {

namespace {

constexpr uint32_t kGeneralRegisters = 6;
constexpr uint32_t kVectorRegisters = 8;

}  // namespace

Result<std::unique_ptr<VariadicEntry>> make_variadic_entry(TypeTable& types, const CallPlan& plan,
                                                           const LibffiSignature& signature) {
  auto entry = std::make_unique<VariadicEntry>();
  for (size_t i = 0; i + 1 < plan.arguments.size(); i++)
    entry->slots.push_back(TRY(va_slot(types, plan.arguments[i].type)));
  for (const Step& step : plan.arguments) entry->offsets.push_back(step.offset);
  entry->frame_size = plan.frame_size;
  entry->general_count = kGeneralRegisters - (signature.result_in_memory ? 1 : 0);
  entry->types.assign(entry->general_count, &ffi_type_uint64);
  entry->types.insert(entry->types.end(), kVectorRegisters, &ffi_type_double);
  entry->types.push_back(&ffi_type_uint64);
  const auto count = static_cast<unsigned>(entry->types.size());
  if (ffi_prep_cif(&entry->cif, FFI_DEFAULT_ABI, count, signature.cif.rtype, entry->types.data()) != FFI_OK)
    return fail(ErrorKind::kCallback,
                fmt::format("libffi cannot make a variadic callback of type `{}`.", types.text(plan.signature)));
  return entry;
}

VaList entered_with(const VariadicEntry& entry, void** arguments, SavedRegisters& registers) {
  const uint32_t first = kGeneralEnd - 8 * entry.general_count;
  for (uint32_t i = 0; i < entry.general_count; i++) std::memcpy(registers.bytes + first + 8 * i, arguments[i], 8);
  void** const vectors = arguments + entry.general_count;
  for (uint32_t i = 0; i < kVectorRegisters; i++) std::memcpy(registers.bytes + kGeneralEnd + 16 * i, vectors[i], 16);
  return {first, kGeneralEnd, static_cast<std::byte*>(vectors[kVectorRegisters]), registers.bytes};
}

}  // namespace elle::core
