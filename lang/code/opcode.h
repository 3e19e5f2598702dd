// The instruction set: one list that feeds the enum, the interpreter's dispatch table, the disassembler and the
// verifier.
//
// An instruction is one 64-bit word: opcode in bits 0-15, then the 16-bit fields a, b and c. `wide` is b and c together
// as a signed 32-bit number. Registers are the frame's slots; a jump's distance counts from the instruction after it.
#pragma once

#include <cstdint>

namespace elle::lang {

// Operand shapes, for the disassembler and the verifier.
enum class Shape : uint8_t {
  kNone,    // -
  kA,       // a: register
  kAB,      // a, b: registers
  kABC,     // a, b, c: registers
  kABI,     // a, b: registers; c: signed 16-bit number
  kTest,    // a, b: registers
  kTestI,   // a: register; wide: signed 32-bit number
  kAI,      // a: register; wide: signed 32-bit number
  kAK,      // a: register; wide: index of a constant
  kAU,      // a: register; wide: index of a captured value
  kJump,    // wide: distance; a: after a test, the outcome to jump on
  kAJump,   // a: register; wide: distance
  kRangeK,  // a: register for the function, and result; b: count of registers after it; c: index of a constant
  kRange,   // a: first register and result; b: count of registers from a + 1 on
  kResult,  // a: result; b: first register, c: count
};

// op, shape, meaning. Each kTest… is followed by a kJump and the pair is run as one: the jump is taken when the test's
// outcome equals the jump's `a` (0 or 1), else skipped. Every jump backwards is a safepoint.
#define ELLE_OPCODES(X)                                                                             \
  X(kMove, Shape::kAB, "a = b")                                                                     \
  X(kLoadNil, Shape::kA, "a = nil")                                                                 \
  X(kLoadTrue, Shape::kA, "a = #t")                                                                 \
  X(kLoadFalse, Shape::kA, "a = #f")                                                                \
  X(kLoadInteger, Shape::kAI, "a = wide")                                                           \
  X(kLoadConstant, Shape::kAK, "a = constant")                                                      \
  X(kGetGlobal, Shape::kAK, "a = value of the cell, resolved if it is unbound")                     \
  X(kSetGlobal, Shape::kAK, "value of the cell, or of the variable of C it names, = a")             \
  X(kDefineGlobal, Shape::kAK, "value of the cell = a")                                             \
  X(kDefineMacro, Shape::kAK, "value of the cell = a, a macro from here on")                        \
  X(kGetCaptured, Shape::kAU, "a = captured value")                                                 \
  X(kGetCapturedBox, Shape::kAU, "a = content of a captured box")                                   \
  X(kSetCapturedBox, Shape::kAU, "content of a captured box = a")                                   \
  X(kMakeBox, Shape::kAB, "a = a new box holding b")                                                \
  X(kGetBox, Shape::kAB, "a = content of box b")                                                    \
  X(kSetBox, Shape::kAB, "content of box a = b")                                                    \
  X(kClosure, Shape::kAK, "a = a closure over the chunk, capturing as it says")                     \
  X(kJump, Shape::kJump, "go on at distance")                                                       \
  X(kJumpIf, Shape::kAJump, "jump when a is true")                                                  \
  X(kJumpIfNot, Shape::kAJump, "jump when a is nil or #f")                                          \
  X(kJumpIfBound, Shape::kAJump, "jump when parameter a was given")                                 \
  X(kTestLess, Shape::kTest, "test a < b")                                                          \
  X(kTestLessEqual, Shape::kTest, "test a <= b")                                                    \
  X(kTestEqual, Shape::kTest, "test a = b")                                                         \
  X(kTestSame, Shape::kTest, "test a eq? b")                                                        \
  X(kTestLessInteger, Shape::kTestI, "test a < number")                                             \
  X(kTestLessEqualInteger, Shape::kTestI, "test a <= number")                                       \
  X(kTestGreaterInteger, Shape::kTestI, "test a > number")                                          \
  X(kTestGreaterEqualInteger, Shape::kTestI, "test a >= number")                                    \
  X(kTestEqualInteger, Shape::kTestI, "test a = number")                                            \
  X(kAdd, Shape::kABC, "a = b + c")                                                                 \
  X(kSubtract, Shape::kABC, "a = b - c")                                                            \
  X(kMultiply, Shape::kABC, "a = b * c")                                                            \
  X(kAddInteger, Shape::kABI, "a = b + number")                                                     \
  X(kNot, Shape::kAB, "a = whether b is nil or #f")                                                 \
  X(kVector, Shape::kResult, "a = a vector of the registers")                                       \
  X(kMap, Shape::kResult, "a = a map of the registers: key, value, …")                              \
  X(kCall, Shape::kRange, "a = function a called with b arguments; a safepoint")                    \
  X(kCallGlobal, Shape::kRangeK, "a = the function in a cell called with b arguments; a safepoint") \
  X(kTailCall, Shape::kRange, "return function a called with b arguments; a safepoint")             \
  X(kReturn, Shape::kA, "return a")                                                                 \
  X(kThrow, Shape::kA, "raise a")                                                                   \
  X(kComplete, Shape::kNone, "read the rest of the chunk, then start it anew")

enum class Opcode : uint16_t {
#define X(op, shape, meaning) op,
  ELLE_OPCODES(X)
#undef X
};

struct Instruction {
  uint64_t bits;

  Opcode op() const { return static_cast<Opcode>(static_cast<uint16_t>(bits)); }
  uint16_t a() const { return static_cast<uint16_t>(bits >> 16); }
  uint16_t b() const { return static_cast<uint16_t>(bits >> 32); }
  uint16_t c() const { return static_cast<uint16_t>(bits >> 48); }
  int16_t signed_c() const { return static_cast<int16_t>(bits >> 48); }
  int32_t wide() const { return static_cast<int32_t>(bits >> 32); }
};

inline Instruction encode(Opcode op, uint16_t a = 0, uint16_t b = 0, uint16_t c = 0) {
  return {static_cast<uint64_t>(op) | static_cast<uint64_t>(a) << 16 | static_cast<uint64_t>(b) << 32 |
          static_cast<uint64_t>(c) << 48};
}
inline Instruction encode_wide(Opcode op, uint16_t a, int32_t wide) {
  return {static_cast<uint64_t>(op) | static_cast<uint64_t>(a) << 16 |
          static_cast<uint64_t>(static_cast<uint32_t>(wide)) << 32};
}

}  // namespace elle::lang
