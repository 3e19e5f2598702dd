// The loop that runs bytecode.
//
// Every opcode is one block between CASE and NEXT that reads its operands from the instruction word and touches nothing
// but the registers, `pc`, `base`, `constants` and the frame: a template that machine code can later be pasted from.
// Values are copied with `copy`, two 8-byte moves, because a 16-byte move of a value just written in halves stalls.
//
// `frame_->pc` is stored before anything that can fail, call out or collect: errors find their place by it and the
// collector its registers.
#include "lang/bridge/call_native.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"
#include "lang/value/equality.h"
#include "lang/value/map.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

inline void copy(Value& to, const Value& from) {
  const uint64_t word = from.word;
  const uint64_t payload = from.natural;
  to.word = word;
  to.natural = payload;
}

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
inline bool both_integers(const Value& a, const Value& b) { return a.is(Tag::kInteger) && b.is(Tag::kInteger); }
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
#define SAVE_PC frame_->pc = pc
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
// After a test: the next instruction is the jump.
#define BRANCH(outcome)                      \
  do {                                       \
    if ((outcome) == (instruction.c() != 0)) \
      pc += pc->wide() + 1;                  \
    else                                     \
      pc++;                                  \
    NEXT;                                    \
  } while (false)
#ifdef ELLE_GC_STRESS
#define ATTENTION true
#else
#define ATTENTION attention_.load(std::memory_order_relaxed) != 0
#endif

#define ARITHMETIC(op, checked, plain, slow)                                                       \
  CASE(op) {                                                                                       \
    const Value &left = B, &right = C;                                                             \
    int64_t number;                                                                                \
    if (both_integers(left, right) && !checked(left.integer, right.integer, &number)) [[likely]] { \
      put_integer(A, number);                                                                      \
    } else if (both_doubles(left, right)) {                                                        \
      put_real(A, left.real plain right.real);                                                     \
    } else {                                                                                       \
      SAVE_PC;                                                                                     \
      copy(A, TAKE(slow(runtime_, left, right)));                                                  \
    }                                                                                              \
    NEXT;                                                                                          \
  }

#define ORDER_TEST(op, relation, name)                                    \
  CASE(op) {                                                              \
    const Value &left = A, &right = B;                                    \
    if (both_integers(left, right)) [[likely]]                            \
      BRANCH(left.integer relation right.integer);                        \
    if (both_doubles(left, right)) BRANCH(left.real relation right.real); \
    SAVE_PC;                                                              \
    const int order = TAKE(slow_order(runtime_, left, right, name));      \
    BRANCH(order != 2 && order relation 0);                               \
  }

#define IMMEDIATE_TEST(op, relation, name)                                                     \
  CASE(op) {                                                                                   \
    const Value& left = A;                                                                     \
    if (left.is(Tag::kInteger)) [[likely]]                                                     \
      BRANCH(left.integer relation instruction.signed_b());                                    \
    if (left.is(Tag::kDouble)) BRANCH(left.real relation instruction.signed_b());              \
    SAVE_PC;                                                                                   \
    const int order = TAKE(slow_order(runtime_, left, integer(instruction.signed_b()), name)); \
    BRANCH(order != 2 && order relation 0);                                                    \
  }

Result<Value> VM::run(Frame* entry, Failure raised) {
  static const void* const kLabels[] = {
#define X(op, shape, meaning) &&label_##op,
      ELLE_OPCODES(X)
#undef X
  };
  Failure failure = raised;
  const Instruction* pc = frame_->pc;
  Value* base = frame_->base;
  const Value* constants = frame_->constants;
  Instruction instruction;
  if (raised.thrown) goto raise;
  NEXT;

  CASE(kMove) {
    copy(A, B);
    NEXT;
  }
  CASE(kLoadNil) {
    copy(A, nil());
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
    copy(A, constants[instruction.wide()]);
    NEXT;
  }
  CASE(kGetGlobal) {
    Cell* cell = constants[instruction.wide()].as<Cell>();
    if (cell->value.is(Tag::kUnbound)) [[unlikely]] {
      SAVE_PC;
      copy(A, TAKE(resolve_global(cell)));
    } else {
      copy(A, cell->value);
    }
    NEXT;
  }
  CASE(kSetGlobal) {
    Cell* cell = constants[instruction.wide()].as<Cell>();
    SAVE_PC;
    if (cell->value.is(Tag::kUnbound)) [[unlikely]]
      TAKE(resolve_global(cell));
    copy(cell->value, A);
    NEXT;
  }
  CASE(kDefineGlobal) {
    Cell* cell = constants[instruction.wide()].as<Cell>();
    cell->flags &= static_cast<uint8_t>(~Cell::kMacro);
    copy(cell->value, A);
    NEXT;
  }
  CASE(kDefineMacro) {
    Cell* cell = constants[instruction.wide()].as<Cell>();
    cell->flags |= Cell::kMacro;
    copy(cell->value, A);
    NEXT;
  }
  CASE(kGetCaptured) {
    copy(A, frame_->closure->captures[instruction.wide()]);
    NEXT;
  }
  CASE(kGetCapturedBox) {
    const Value& content = frame_->closure->captures[instruction.wide()].as<Box>()->value;
    if (content.is(Tag::kUnbound)) [[unlikely]]
      goto used_early;
    copy(A, content);
    NEXT;
  }
  CASE(kSetCapturedBox) {
    copy(frame_->closure->captures[instruction.wide()].as<Box>()->value, A);
    NEXT;
  }
  CASE(kMakeBox) {
    copy(A, object_value(Tag::kBox, runtime_.heap.box(B)));
    NEXT;
  }
  CASE(kGetBox) {
    const Value& content = B.as<Box>()->value;
    if (content.is(Tag::kUnbound)) [[unlikely]]
      goto used_early;
    copy(A, content);
    NEXT;
  }
  CASE(kSetBox) {
    copy(A.as<Box>()->value, B);
    NEXT;
  }
  CASE(kClosure) {
    Chunk* chunk = constants[instruction.wide()].as<Chunk>();
    Closure* closure = runtime_.heap.closure(chunk, static_cast<uint32_t>(chunk->captures.size()));
    for (uint32_t i = 0; i < closure->capture_count; i++) {
      const Capture capture = chunk->captures[i];
      copy(closure->captures[i],
           capture.from_register ? base[capture.index] : frame_->closure->captures[capture.index]);
    }
    copy(A, object_value(Tag::kClosure, closure));
    NEXT;
  }
  CASE(kJump) {
    pc += instruction.wide();
    NEXT;
  }
  CASE(kLoop) {
    pc += instruction.wide();
    if (ATTENTION) [[unlikely]] {
      SAVE_PC;
      TAKE(safepoint(base + frame_->closure->chunk->registers));
    }
    NEXT;
  }
  CASE(kJumpIf) {
    if (A.truthy()) pc += instruction.wide();
    NEXT;
  }
  CASE(kJumpIfNot) {
    if (!A.truthy()) pc += instruction.wide();
    NEXT;
  }
  CASE(kJumpIfBound) {
    if (!A.is(Tag::kUnbound)) pc += instruction.wide();
    NEXT;
  }

  ORDER_TEST(kTestLess, <, "<")
  ORDER_TEST(kTestLessEqual, <=, "<=")
  CASE(kTestEqual) {
    const Value &left = A, &right = B;
    if (both_integers(left, right)) [[likely]]
      BRANCH(left.integer == right.integer);
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
      BRANCH(left.integer == instruction.signed_b());
    BRANCH(left.is(Tag::kDouble) && left.real == instruction.signed_b());
  }

  ARITHMETIC(kAdd, __builtin_add_overflow, +, add)
  ARITHMETIC(kSubtract, __builtin_sub_overflow, -, subtract)
  ARITHMETIC(kMultiply, __builtin_mul_overflow, *, multiply)
  CASE(kAddInteger) {
    const Value& left = B;
    int64_t number;
    if (left.is(Tag::kInteger) && !__builtin_add_overflow(left.integer, instruction.signed_c(), &number)) [[likely]] {
      put_integer(A, number);
    } else {
      // Written (- x 1) or (+ x 1): the error names what was written.
      SAVE_PC;
      const int64_t amount = instruction.signed_c();
      copy(A, TAKE(amount < 0 ? subtract(runtime_, left, integer(-amount)) : add(runtime_, left, integer(amount))));
    }
    NEXT;
  }
  CASE(kNot) {
    put_boolean(A, !B.truthy());
    NEXT;
  }

  CASE(kVector) {
    copy(A, object_value(Tag::kVector, runtime_.heap.vector_of(&B, instruction.c())));
    NEXT;
  }
  CASE(kMap) {
    Map* map = runtime_.heap.map();
    const Value* items = &B;
    for (uint32_t i = 0; i < instruction.c(); i += 2) map_put(*map, items[i], items[i + 1]);
    copy(A, object_value(Tag::kMap, map));
    NEXT;
  }

  CASE(kCall) {
    Value* callee = &A;
    uint32_t count = instruction.b();
    SAVE_PC;
    if (callee->is(Tag::kClosure)) [[likely]] {
      base = callee + 1;
      goto enter_closure_at_base;
    }
    {
      Value* top = base + frame_->closure->chunk->registers;
      if (callee->is(Tag::kBuiltin)) {
        copy(*callee, TAKE(call_builtin(*callee->as<Builtin>(), callee + 1, count, top)));
      } else if (callee->is(Tag::kNativeFunction)) {
        if (ATTENTION) [[unlikely]]
          TAKE(safepoint(top));
        top_ = top;
        copy(*callee, TAKE(call_native(*this, *callee->as<NativeFunction>(), Args{callee + 1, count})));
      } else {
        failure = not_a_function(*callee).error;
        goto raise;
      }
      NEXT;
    }

  // `base` is the new frame's, base[-1] its closure; `count` arguments lie at base.
  enter_closure_at_base:
    Closure* closure = base[-1].as<Closure>();
    Chunk* chunk = closure->chunk;
    if (base + chunk->registers > soft_limit_ || frame_ + 1 == frames_end_) [[unlikely]] {
      if (frame_ + 1 == frames_end_ || !raise_limit(base + chunk->registers)) {
        failure = recursion_error().error;
        goto raise;
      }
    }
    if (!chunk->simple || chunk->required != count) [[unlikely]] {
      if (chunk->simple || count < chunk->required) {
        failure = arity_error(base[-1], count).error;
        goto raise;
      }
      TAKE(bind_parameters(*chunk, base, count));
    }
    frame_++;
    frame_->base = base;
    frame_->closure = closure;
    constants = frame_->constants = chunk->constants.data();
    pc = chunk->code.data();
    if (ATTENTION) [[unlikely]] {
      SAVE_PC;
      // Registers past the parameters hold stale values, which the collector may mark but never finds freed.
      TAKE(safepoint(base + chunk->registers));
    }
    NEXT;
  }

  CASE(kTailCall) {
    Value* callee = &A;
    const uint32_t count = instruction.b();
    SAVE_PC;
    if (callee->is(Tag::kClosure)) [[likely]] {
      Closure* closure = callee->as<Closure>();
      Chunk* chunk = closure->chunk;
      // The frame is kept until its successor is known to be callable, so that an error still shows the caller.
      if (!chunk->simple || chunk->required != count) [[unlikely]] {
        if (chunk->simple || count < chunk->required) {
          failure = arity_error(*callee, count).error;
          goto raise;
        }
      }
      for (uint32_t i = 0; i <= count; i++) copy(base[static_cast<int64_t>(i) - 1], callee[i]);
      if (base + chunk->registers > soft_limit_ && !raise_limit(base + chunk->registers)) [[unlikely]] {
        failure = recursion_error().error;
        goto raise;
      }
      if (!chunk->simple) TAKE(bind_parameters(*chunk, base, count));
      frame_->closure = closure;
      constants = frame_->constants = chunk->constants.data();
      pc = chunk->code.data();
      if (ATTENTION) [[unlikely]] {
        SAVE_PC;
        TAKE(safepoint(base + chunk->registers));
      }
      NEXT;
    }
    // Anything else returns right here: call it, then return its value.
    Value* top = base + frame_->closure->chunk->registers;
    if (callee->is(Tag::kBuiltin)) {
      copy(*callee, TAKE(call_builtin(*callee->as<Builtin>(), callee + 1, count, top)));
    } else if (callee->is(Tag::kNativeFunction)) {
      if (ATTENTION) [[unlikely]]
        TAKE(safepoint(top));
      top_ = top;
      copy(*callee, TAKE(call_native(*this, *callee->as<NativeFunction>(), Args{callee + 1, count})));
    } else {
      failure = not_a_function(*callee).error;
      goto raise;
    }
    goto return_a;
  }

  CASE(kReturn) {
  return_a:
    copy(base[-1], A);
    frame_--;
    if (frame_ == entry) return base[-1];
    pc = frame_->pc;
    base = frame_->base;
    constants = frame_->constants;
    NEXT;
  }

  CASE(kThrow) {
    SAVE_PC;
    failure = runtime_.thrown(A).error;
    goto raise;
  }

  CASE(kComplete) {
    Chunk& chunk = *frame_->closure->chunk;
    chunk.complete();
    pc = chunk.code.data();
    constants = frame_->constants = chunk.constants.data();
    NEXT;
  }

used_early:
  SAVE_PC;
  failure =
      runtime_.fail(ErrorKind::kUnbound, "A variable is used before its definition.", "Move the definition up.").error;

raise: {
  Frame* handler_frame = frame_;
  annotate(failure, frame_);
  const Handler* handler = find_handler(failure, entry, &handler_frame);
  if (!handler) {
    frame_ = entry;
    return Failed(failure);
  }
  frame_ = handler_frame;
  base = frame_->base;
  constants = frame_->constants;
  pc = frame_->closure->chunk->code.data() + handler->target;
  copy(base[handler->slot], Runtime::thrown_value(failure));
  NEXT;
}
}

}  // namespace elle::lang
