// The loop that runs bytecode.
// A chunk's code is a row of 64-bit instructions over registers: slots of the stack from `base` on, the parameters
// first. The closure that runs lies below, at base[-1], its constants in a table of the chunk. Calling lays the
// arguments out right behind the function: the callee's base is the first of them, so nothing is copied.
//
// A Lisp function that calls another stays in this one C++ call, so that a recursion in Lisp is bounded by the VM's
// stack and not by C's. Only what goes through C++ or C nests execute in execute; `entry` says where each stops.
//
// Every opcode is one block between CASE and NEXT that touches nothing but the registers, `pc`, `base` and the frame: a
// template for machine code. Values are copied by two 8-byte moves: one of 16 stalls when it was just written in two.
//
// SAVE_STATE comes before anything that can fail, call out, collect or take memory: it stores where this frame is and
// which frame runs. What takes memory may be left by an exception, and VM::execute_with_memory then goes on from what
// was stored: an instruction that forgets to would have its error raised in a frame that is long gone.
#include "lang/arithmetic/arithmetic.h"
#include "lang/data/equality.h"
#include "lang/data/map.h"
#include "lang/print/printer.h"
#include "lang/vm/call_outside.h"

namespace elle::lang {

namespace {

inline void put_integer(Value& to, int64_t number) {
  to.word = static_cast<uint64_t>(Tag::kInteger);
  to.integer = number;
}

inline void put_real(Value& to, double number) {
  to.word = static_cast<uint64_t>(Tag::kDouble);
  to.real = number;
}

inline void put_boolean(Value& to, bool b) {
  to.word = static_cast<uint64_t>(b ? Tag::kTrue : Tag::kFalse);
  to.natural = 0;
}

// Integers from C enums carry a type in their word, so only the tag counts.
inline bool both_integers(const Value& a, const Value& b) {
  return __builtin_expect(a.is(Tag::kInteger), true) && __builtin_expect(b.is(Tag::kInteger), true);
}
// Overflow checks told to be rare, which the compiler does not guess.
inline bool add_overflows(int64_t a, int64_t b, int64_t* sum) {
  return __builtin_expect(__builtin_add_overflow(a, b, sum), false);
}
inline bool subtract_overflows(int64_t a, int64_t b, int64_t* difference) {
  return __builtin_expect(__builtin_sub_overflow(a, b, difference), false);
}
inline bool multiply_overflows(int64_t a, int64_t b, int64_t* product) {
  return __builtin_expect(__builtin_mul_overflow(a, b, product), false);
}

inline bool both_doubles(const Value& a, const Value& b) { return a.is(Tag::kDouble) && b.is(Tag::kDouble); }

// Order of two numbers that are not both small integers or both doubles. Unordered (2) makes every test false.
inline Result<int> slow_order(Runtime& runtime, Value a, Value b, std::string_view operation) {
  return compare(runtime, a, b, operation);
}

}  // namespace

#define CASE(op) label_##op:
#define NEXT                                                \
  do {                                                      \
    instruction = *pc++;                                    \
    goto* kLabels[static_cast<uint16_t>(instruction.bits)]; \
  } while (false)
#define A base[instruction.a()]
#define B base[instruction.b()]
#define C base[instruction.c()]
#define CONSTANT frame->constants[instruction.wide()]
#define CLOSURE base[-1].as<Closure>()
#define SAVE_STATE (frame->pc = pc, context_.frame = frame)
// Takes the value of a result, or raises its failure.
#define TAKE(expression)                \
  __extension__({                       \
    auto taken_ = (expression);         \
    if (!taken_.ok()) [[unlikely]] {    \
      failure = taken_.failure().error; \
      goto raise;                       \
    }                                   \
    taken_.take();                      \
  })
// A jump backwards is a safepoint, as is every call: so no loop can keep an interrupt, another thread or the collector
// waiting. `pc` is behind the jump.
#define JUMP(distance)                                 \
  do {                                                 \
    const int64_t distance_ = distance;                \
    if (distance_ < 0 && attention_due()) [[unlikely]] \
      goto pause;                                      \
    pc += distance_;                                   \
    NEXT;                                              \
  } while (false)
// After a test, without a boolean in between: the next instruction is the jump, and says on which outcome it is taken.
#define BRANCH(outcome)                                  \
  do {                                                   \
    const Instruction jump = *pc++;                      \
    if ((outcome) == (jump.a() != 0)) JUMP(jump.wide()); \
    NEXT;                                                \
  } while (false)
// Past the registers of the running frame.
#define TOP (base + CLOSURE->chunk->registers)
#define ARITHMETIC(op, checked, plain, slow)                                                       \
  CASE(op) {                                                                                       \
    const Value &left = B, &right = C;                                                             \
    int64_t number;                                                                                \
    if (both_integers(left, right) && !checked(left.integer, right.integer, &number)) [[likely]] { \
      put_integer(A, number);                                                                      \
    } else if (both_doubles(left, right)) {                                                        \
      put_real(A, left.real plain right.real);                                                     \
    } else {                                                                                       \
      SAVE_STATE;                                                                                  \
      copy_value(A, TAKE(slow(runtime_, left, right)));                                            \
    }                                                                                              \
    NEXT;                                                                                          \
  }

#define ORDER_TEST(op, relation, name)                                    \
  CASE(op) {                                                              \
    const Value &left = A, &right = B;                                    \
    if (both_integers(left, right)) [[likely]]                            \
      BRANCH(left.integer relation right.integer);                        \
    if (both_doubles(left, right)) BRANCH(left.real relation right.real); \
    SAVE_STATE;                                                           \
    const int order = TAKE(slow_order(runtime_, left, right, name));      \
    BRANCH(order != 2 && order relation 0);                               \
  }

#define IMMEDIATE_TEST(op, relation, name)                                                 \
  CASE(op) {                                                                               \
    const Value& left = A;                                                                 \
    if (left.is(Tag::kInteger)) [[likely]]                                                 \
      BRANCH(left.integer relation instruction.wide());                                    \
    if (left.is(Tag::kDouble)) BRANCH(left.real relation instruction.wide());              \
    SAVE_STATE;                                                                            \
    const int order = TAKE(slow_order(runtime_, left, integer(instruction.wide()), name)); \
    BRANCH(order != 2 && order relation 0);                                                \
  }

// Calls the function in `*callee` with the registers after it. The frame is pushed only after `admit`, which may fail
// or collect: an error is the caller's, and the collector sees no frame whose registers were never set.
#define CALL(callee_register)                                              \
  do {                                                                     \
    Value* const function = callee_register;                               \
    const uint32_t count = instruction.b();                                \
    if (function->is(Tag::kClosure)) [[likely]] {                          \
      const Chunk& chunk = *function->as<Closure>()->chunk;                \
      frame->pc = pc;                                                      \
      if (needs_care(chunk, function + 1, count)) [[unlikely]] {           \
        context_.frame = frame;                                            \
        TAKE(admit(function + 1, count));                                  \
      }                                                                    \
      base = function + 1;                                                 \
      frame++;                                                             \
      frame->base = base;                                                  \
      frame->constants = chunk.constants.data();                           \
      pc = chunk.code.data();                                              \
    } else {                                                               \
      SAVE_STATE;                                                          \
      copy_value(*function, TAKE(call_outside(function + 1, count, TOP))); \
    }                                                                      \
    NEXT;                                                                  \
  } while (false)

// `frame`, `pc` and `base` are the state, in machine registers; context_ has it only after SAVE_STATE. They are read
// back from context_ in one place, where a handler takes an error that may have been raised in a deeper frame.
Result<Value> VM::execute(Frame* entry, Failure raised) {
  static const void* const kLabels[] = {
#define X(op, shape, meaning) &&label_##op,
      ELLE_OPCODES(X)
#undef X
  };
  Failure failure = raised;
  Frame* frame = context_.frame;
  const Instruction* pc = frame->pc;
  Value* base = frame->base;
  Instruction instruction;
  if (raised.thrown) goto raise;
  NEXT;

  CASE(kMove) {
    copy_value(A, B);
    NEXT;
  }
  CASE(kLoadNil) {
    copy_value(A, nil());
    NEXT;
  }
  CASE(kLoadTrue) {
    put_boolean(A, true);
    NEXT;
  }
  CASE(kLoadFalse) {
    put_boolean(A, false);
    NEXT;
  }
  CASE(kLoadInteger) {
    put_integer(A, instruction.wide());
    NEXT;
  }
  CASE(kLoadConstant) {
    copy_value(A, CONSTANT);
    NEXT;
  }
  CASE(kGetGlobal) {
    Cell* cell = CONSTANT.as<Cell>();
    if (cell->value.is(Tag::kUnbound)) [[unlikely]] {
      SAVE_STATE;
      copy_value(A, TAKE(resolve_global(cell, TOP)));
    } else {
      copy_value(A, cell->value);
    }
    NEXT;
  }
  CASE(kSetGlobal) {
    Cell* cell = CONSTANT.as<Cell>();
    if (cell->value.is(Tag::kUnbound) || cell->flags & Cell::kHeader) [[unlikely]] {
      SAVE_STATE;
      TAKE(assign_global(cell, A));
    } else {
      copy_value(cell->value, A);
    }
    NEXT;
  }
  // A script's own definition is neither a macro nor what a header says any more.
  CASE(kDefineGlobal) {
    Cell* cell = CONSTANT.as<Cell>();
    cell->flags &= static_cast<uint8_t>(~(Cell::kMacro | Cell::kHeader));
    copy_value(cell->value, A);
    NEXT;
  }
  CASE(kDefineMacro) {
    Cell* cell = CONSTANT.as<Cell>();
    cell->flags |= Cell::kMacro;
    copy_value(cell->value, A);
    NEXT;
  }
  CASE(kGetCaptured) {
    copy_value(A, CLOSURE->captures[instruction.wide()]);
    NEXT;
  }
  // A variable that is captured and assigned lives in a box that both share; unbound until its definition was reached.
  CASE(kGetCapturedBox) {
    const Value& content = CLOSURE->captures[instruction.wide()].as<Box>()->value;
    if (content.is(Tag::kUnbound)) [[unlikely]]
      goto used_early;
    copy_value(A, content);
    NEXT;
  }
  CASE(kSetCapturedBox) {
    copy_value(CLOSURE->captures[instruction.wide()].as<Box>()->value, A);
    NEXT;
  }
  CASE(kMakeBox) {
    SAVE_STATE;
    copy_value(A, object_value(Tag::kBox, runtime_.heap.box(B)));
    NEXT;
  }
  CASE(kGetBox) {
    const Value& content = B.as<Box>()->value;
    if (content.is(Tag::kUnbound)) [[unlikely]]
      goto used_early;
    copy_value(A, content);
    NEXT;
  }
  CASE(kSetBox) {
    copy_value(A.as<Box>()->value, B);
    NEXT;
  }
  CASE(kClosure) {
    SAVE_STATE;
    Chunk* chunk = CONSTANT.as<Chunk>();
    Closure* closure = runtime_.heap.closure(chunk, static_cast<uint32_t>(chunk->captures.size()));
    for (uint32_t i = 0; i < closure->capture_count; i++) {
      const Capture capture = chunk->captures[i];
      copy_value(closure->captures[i], capture.from_register ? base[capture.index] : CLOSURE->captures[capture.index]);
    }
    copy_value(A, object_value(Tag::kClosure, closure));
    NEXT;
  }
  CASE(kJump) { JUMP(instruction.wide()); }
  CASE(kJumpIf) {
    if (A.truthy()) JUMP(instruction.wide());
    NEXT;
  }
  CASE(kJumpIfNot) {
    if (!A.truthy()) JUMP(instruction.wide());
    NEXT;
  }
  CASE(kJumpIfBound) {
    if (!A.is(Tag::kUnbound)) JUMP(instruction.wide());
    NEXT;
  }

  ORDER_TEST(kTestLess, <, "<")
  ORDER_TEST(kTestLessEqual, <=, "<=")
  CASE(kTestEqual) {
    const Value &left = A, &right = B;
    if (both_integers(left, right)) [[likely]]
      BRANCH(left.integer == right.integer);
    SAVE_STATE;
    BRANCH(equal(left, right));
  }
  CASE(kTestSame) { BRANCH(A.same(B)); }
  IMMEDIATE_TEST(kTestLessInteger, <, "<")
  IMMEDIATE_TEST(kTestLessEqualInteger, <=, "<=")
  IMMEDIATE_TEST(kTestGreaterInteger, >, ">")
  IMMEDIATE_TEST(kTestGreaterEqualInteger, >=, ">=")
  CASE(kTestEqualInteger) {
    const Value& left = A;
    if (left.is(Tag::kInteger)) [[likely]]
      BRANCH(left.integer == instruction.wide());
    BRANCH(left.is(Tag::kDouble) && left.real == instruction.wide());
  }

  ARITHMETIC(kAdd, add_overflows, +, add)
  ARITHMETIC(kSubtract, subtract_overflows, -, subtract)
  ARITHMETIC(kMultiply, multiply_overflows, *, multiply)
  CASE(kAddInteger) {
    const Value& left = B;
    int64_t number;
    if (__builtin_expect(left.is(Tag::kInteger), true) && !add_overflows(left.integer, instruction.signed_c(), &number))
        [[likely]] {
      put_integer(A, number);
    } else {
      // Written (- x 1) or (+ x 1): the error names what was written.
      SAVE_STATE;
      const int64_t amount = instruction.signed_c();
      copy_value(A,
                 TAKE(amount < 0 ? subtract(runtime_, left, integer(-amount)) : add(runtime_, left, integer(amount))));
    }
    NEXT;
  }
  CASE(kNot) {
    put_boolean(A, !B.truthy());
    NEXT;
  }

  CASE(kVector) {
    SAVE_STATE;
    copy_value(A, object_value(Tag::kVector, runtime_.heap.vector_of(&B, instruction.c())));
    NEXT;
  }
  // The map is in no register while it is filled, which is safe because nothing collects here.
  CASE(kMap) {
    SAVE_STATE;
    Map* map = runtime_.heap.map();
    const Value* items = &B;
    for (uint32_t i = 0; i < instruction.c(); i += 2) map_put(runtime_.heap, *map, items[i], items[i + 1]);
    copy_value(A, object_value(Tag::kMap, map));
    NEXT;
  }

  CASE(kCall) { CALL(&A); }
  CASE(kCallGlobal) {
    Cell* cell = frame->constants[instruction.c()].as<Cell>();
    Value* callee = &A;
    if (cell->value.is(Tag::kUnbound)) [[unlikely]] {
      SAVE_STATE;
      copy_value(*callee, TAKE(resolve_global(cell, TOP)));
    } else {
      copy_value(*callee, cell->value);
    }
    CALL(callee);
  }

  CASE(kTailCall) {
    Value* callee = &A;
    uint32_t count = instruction.b();
    if (!callee->is(Tag::kClosure)) [[unlikely]] {
      // Returns right here: call it, then return its value.
      SAVE_STATE;
      copy_value(*callee, TAKE(call_outside(callee + 1, count, TOP)));
      goto return_a;
    }
    const Chunk& chunk = *callee->as<Closure>()->chunk;
    // The frame is kept until its successor is known to be callable, so that an error still shows the caller.
    if (needs_care(chunk, callee + 1, count)) [[unlikely]] {
      SAVE_STATE;
      TAKE(admit(callee + 1, count));
      count = chunk.parameter_count();
    }
    for (uint32_t i = 0; i <= count; i++) copy_value(base[static_cast<int64_t>(i) - 1], callee[i]);
    frame->constants = chunk.constants.data();
    pc = chunk.code.data();
    NEXT;
  }

  // The value goes where the function was: to the caller that is the register it asked for.
  CASE(kReturn) {
  return_a:
    copy_value(base[-1], A);
    frame--;
    if (frame == entry) {
      context_.frame = entry;
      return base[-1];
    }
    pc = frame->pc;
    base = frame->base;
    NEXT;
  }

  CASE(kThrow) {
    SAVE_STATE;
    failure = runtime_.thrown(A).error;
    goto raise;
  }

  CASE(kComplete) {
    SAVE_STATE;
    Chunk& chunk = *CLOSURE->chunk;
    chunk.complete();
    pc = chunk.code.data();
    frame->constants = chunk.constants.data();
    NEXT;
  }

// A back edge with something to heed. The jump is taken afterwards: `pc` is behind it.
pause:
  SAVE_STATE;
  TAKE(safepoint(TOP));
  pc += pc[-1].wide();
  NEXT;

used_early:
  SAVE_STATE;
  failure =
      runtime_.fail(ErrorKind::kUnbound, "A variable is used before its definition.", "Move the definition up.").error;

// `failure` was raised in `frame`. Its call stack is taken down now, while the frames are there. Frames above the
// handler's are given up by being forgotten; what they held above the handler's registers is cleared by the next
// collection.
raise: {
  annotate(failure, frame);
  const Handler* handler = find_handler(failure, entry, &context_.frame);
  if (!handler) {
    context_.frame = entry;
    return Failed(failure);
  }
  frame = context_.frame;
  base = frame->base;
  pc = CLOSURE->chunk->code.data() + handler->target;
  copy_value(base[handler->slot], Runtime::thrown_value(failure));
  NEXT;
}
}

}  // namespace elle::lang
