// C's va_list, made and read without C (System V AMD64 ABI 3.5.7): for functions such as vsnprintf, and for what
// variadic callbacks are given.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/call/eightbytes.h"
#include "core/call/plan.h"

namespace elle::core {

// What a `va_list` parameter points to, as C has it.
struct VaList {
  uint32_t general_offset;  // of the next general register in `registers`, in bytes; 48 when there is none left
  uint32_t vector_offset;   // likewise; 176 when there is none left
  std::byte* stack;         // the next argument that was passed on the stack
  std::byte* registers;     // six general registers of 8 bytes, then eight vector registers of 16
};

inline constexpr uint32_t kGeneralEnd = 48;
inline constexpr uint32_t kVectorEnd = 176;

// `va_list` as a parameter has it. Asked again, another type, which is compatible with that of any header.
TypeId make_va_list_type(TypeTable& types);
// Whether this is `va_list` or `va_list *` as parameters have it.
bool is_va_list(const TypeTable& types, TypeId type);

// The arguments of a frame that was written by a plan for `...`: its slots lie as those on a stack do.
VaList va_list_of_frame(std::byte* frame);

// How an argument of one type is found in a va_list.
struct VaSlot {
  uint32_t size = 0;   // bytes
  uint32_t align = 1;  // bytes
  RecordClasses classes;
  bool whole_register = false;  // all 16 bytes of one vector register
};

// Fails for a type that has no size, and for one that cannot be passed so.
Result<VaSlot> va_slot(TypeTable& types, TypeId type);

// Copies the next argument to `to`, and moves on.
void take_argument(VaList& list, const VaSlot& slot, std::byte* to);

}  // namespace elle::core
