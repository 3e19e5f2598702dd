// CallPlan: a C signature compiled once into plain data, walked at every call and every callback.
//
// The bridge writes each argument at its step's offset into one frame, in exactly its C representation, and reads the
// result from a buffer of its own; an invoker (core/call/invoker.h) moves frame to registers and stack.
//
//     alignas(16) std::byte frame[…plan.frame_size];    // the writer fills plan.arguments
//     alignas(16) std::byte result[…plan.result_size];  // the reader looks at plan.result, offset 0
//
// The writer extends integers narrower than 8 bytes to the whole 8-byte slot, by their signedness: that is what clang's
// callees trust. The reader takes only the low `size` bytes of a narrow result.
//
// For `double f(short n, struct { float x, y; int z; } p, ...)`, called with an int more, the plan says
//
//     argument 1   kI16      offset 0    size 2
//     argument 2   kRecord   offset 8    size 12
//     argument 3   kI32      offset 24   size 4     passed for `...`: fixed_count is 2
//     result       kF64      size 8
//     frame_size 32, result_size 16
//
// Which of these travel in registers is not said here: that is the invoker's to know, and of its ABI.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/types/type_table.h"

namespace elle::core {

// How a value lies in a frame. kF80 is x87's long double in 16 bytes. kRecord is a struct or a union, kVector a vector,
// as they lie in memory; kPointer also a parameter that was an array or a function.
#define ELLE_STEP_KINDS(X) \
  X(kVoid)                 \
  X(kBool)                 \
  X(kI8)                   \
  X(kU8)                   \
  X(kI16)                  \
  X(kU16)                  \
  X(kI32)                  \
  X(kU32)                  \
  X(kI64)                  \
  X(kU64)                  \
  X(kI128)                 \
  X(kU128)                 \
  X(kF32)                  \
  X(kF64)                  \
  X(kF80)                  \
  X(kF128)                 \
  X(kComplexF32)           \
  X(kComplexF64)           \
  X(kComplexF80)           \
  X(kPointer)              \
  X(kRecord)               \
  X(kVector)

enum class StepKind : uint8_t {
#define X(kind) kind,
  ELLE_STEP_KINDS(X)
#undef X
};

struct Step {
  StepKind kind = StepKind::kVoid;
  uint32_t offset = 0;    // into the frame, in bytes; a multiple of 8, of 16 where the type's alignment is
  uint32_t size = 0;      // of the C type, in bytes; 0 for void and for an empty struct
  TypeId type = kNoType;  // as declared, typedefs and qualifiers kept
};

struct CallPlan;
// Where the code of a C function begins, whatever its type.
using CodePointer = void (*)();
// Enters C at `function` with the arguments in `frame`, and leaves its result in `result`.
using InvokeFunction = void (*)(const CallPlan& plan, CodePointer function, std::byte* frame, std::byte* result);

// What an invoker keeps with a plan.
struct PreparedCall {
  virtual ~PreparedCall() = default;
};

struct CallPlan {
  TypeId signature = kNoType;  // the function type
  std::vector<Step> arguments;
  Step result;
  uint32_t frame_size = 0;   // bytes, a multiple of 16 and at least 16; the frame's address is one, too
  uint32_t result_size = 0;  // bytes, a multiple of 16 and at least 16, also for void
  uint32_t fixed_count = 0;  // of the arguments; those after it are passed for `...`
  bool variadic = false;     // the signature ends in `...`

  InvokeFunction invoke = nullptr;
  std::unique_ptr<PreparedCall> prepared;
};

// The kind of step that carries a value of `type`. Fails for an opaque record.
Result<StepKind> step_kind_of(TypeTable& types, TypeId type);

// "Argument 2 of `int (struct s)` cannot be passed: …": `number` is from 1, and 0 for the result.
Failed<std::unique_ptr<Error>> cannot_be_passed(TypeTable& types, TypeId signature, uint32_t number,
                                                const std::string& why);

// What C passes for an argument of this type after the fixed ones (C17 6.5.2.2p7): float as double, integers narrower
// than int as int, arrays and functions as pointers.
TypeId promoted(TypeTable& types, TypeId type);

}  // namespace elle::core
