// Where the code goes on: if, and, or, while, loop, try. Tests, which jump by the truth of a node, are in
// emit_tests.cpp.
#include "lang/compile/emitter.h"
#include "lang/compile/registers.h"

namespace elle::lang {

void Emitter::emit_if(const IfNode& node, Target target) {
  Jumps otherwise;
  emit_jump(node.test, false, otherwise);
  emit(node.then, target);
  const bool falls_through = target.use != Target::Use::kReturn && node.then->kind != NodeKind::kLoopJump;
  const bool nothing_else = target.use == Target::Use::kNothing && node.otherwise->kind == NodeKind::kConstant;
  if (nothing_else || !falls_through) {
    land(otherwise);
    emit(node.otherwise, target);
    return;
  }
  const size_t done = add_jump(Opcode::kJump);
  land(otherwise);
  emit(node.otherwise, target);
  land_at(here(), done);
}

void Emitter::emit_and_or(const SequenceNode& node, Target target) {
  const bool is_and = node.kind == NodeKind::kAnd;
  const auto mark = static_cast<Register>(next_);
  const Register to = target.use == Target::Use::kRegister ? target.to : allocate();
  Jumps decided;
  for (Node* item : node.items.first(node.items.size() - 1)) {
    if (target.use == Target::Use::kNothing) {
      emit_jump(item, !is_and, decided);
      continue;
    }
    emit(item, to);
    decided.push_back(add_jump(is_and ? Opcode::kJumpIfNot : Opcode::kJumpIf, to));
  }
  emit(node.items.back(), target);
  land(decided);
  if (target.use == Target::Use::kReturn) add(encode(Opcode::kReturn, to));
  release_to(mark);
}

// --- Loops --------------------------------------------------------------------

// The test stands at the end, so that each turn takes one jump.
void Emitter::emit_while(const WhileNode& node, Target target) {
  const size_t enter = add_jump(Opcode::kJump);
  const uint32_t body = here();
  emit(node.body, Target::nothing());
  land_at(here(), enter);
  Jumps again;
  emit_jump(node.test, true, again);
  for (size_t jump : again) land_at(body, jump);
  deliver_nil(target);
}

void Emitter::emit_loop(LoopNode& node, Target target) {
  const Register mark = static_cast<Register>(next_);
  std::vector<Register> values;
  for (Node* initial : node.initial) {
    values.push_back(allocate());
    emit(initial, values.back());
  }
  // Each turn starts from plain values: a variable that lives in a box gets a new one every turn.
  for (size_t i = 0; i < node.variables.size(); i++) node.variables[i]->slot = values[i];
  node.start = here();
  for (Variable* variable : node.variables) box_parameter(variable);
  emit(node.body, target);
  release_to(mark);
}

// All new values are computed before any variable changes; the variable's own register is as good as another for one
// that nothing computed after it can see.
void Emitter::emit_loop_jump(const LoopJumpNode& node) {
  const Register mark = static_cast<Register>(next_);
  const auto& variables = node.loop->variables;
  std::vector<Register> values;
  for (size_t i = 0; i < node.arguments.size(); i++) {
    const bool direct = writes_last(node.arguments[i]) && ignores_all(node.arguments.subspan(i + 1), variables[i]);
    values.push_back(direct ? variables[i]->slot : allocate());
    emit(node.arguments[i], values.back());
  }
  for (size_t i = 0; i < values.size(); i++) deliver(values[i], variables[i]->slot);
  at(node.span);
  land_at(node.loop->start, add_jump(Opcode::kJump));
  release_to(mark);
}

// --- try ----------------------------------------------------------------------

// A region of code has a handler; nothing is done on the way in. The cleanup is emitted twice: once for the normal way
// out, once for errors, which it passes on.
void Emitter::emit_try(const TryNode& node, Register to) {
  const auto mark = static_cast<Register>(next_);
  Jumps done;
  const uint32_t begin = here();
  emit(node.body, to);
  const uint32_t body_end = here();
  done.push_back(add_jump(Opcode::kJump));
  if (node.handler) {
    node.error->slot = allocate();
    chunk_->handlers.push_back({begin, body_end, here(), node.error->slot, false});
    box_parameter(node.error);
    emit(node.handler, to);
    done.push_back(add_jump(Opcode::kJump));
  }
  if (node.cleanup) {
    const uint32_t guarded_end = here();
    const Register error = allocate();
    chunk_->handlers.push_back({begin, guarded_end, here(), error, true});
    emit(node.cleanup, Target::nothing());
    add(encode(Opcode::kThrow, error));
  }
  land(done);
  if (node.cleanup) emit(node.cleanup, Target::nothing());
  release_to(mark);
}

}  // namespace elle::lang
