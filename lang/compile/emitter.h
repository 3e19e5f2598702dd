// Nodes to bytecode: registers and jumps for one function; inner functions get an emitter of their own.
#pragma once

#include <vector>

#include "lang/code/chunk.h"
#include "lang/compile/ast.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class Emitter {
 public:
  Emitter(Runtime& runtime, Emitter* outer);

  // The chunk of `function`; a failure when it needs more registers than an instruction can name.
  Result<Chunk*> emit_function(const FunctionNode& function);

 private:
  using Register = uint16_t;
  // Jumps that wait for their target.
  using Jumps = std::vector<size_t>;

  // Where a node's value goes. What goes nowhere is not made; what is returned may be a tail call.
  struct Target {
    enum class Use : uint8_t { kRegister, kNothing, kReturn } use;
    Register to = 0;

    Target(Register r) : use(Use::kRegister), to(r) {}
    static Target nothing() { return Target(Use::kNothing); }
    static Target returned() { return Target(Use::kReturn); }

   private:
    explicit Target(Use u) : use(u) {}
  };

  void emit(Node* node, Target target);
  // For nodes whose value is made in a register, whatever becomes of it.
  void emit_value(Node* node, Register to);
  // The register that holds the node's value: a new one, or that of a variable, unless evaluating `before_use` could
  // change it before it is read.
  Register emit_anywhere(Node* node, const Node* before_use = nullptr);
  void deliver(Register value, Target target);
  void deliver_nil(Target target);

  void emit_constant(Value value, Register to);
  void emit_local(const LocalNode& node, Register to);
  void emit_set_local(const SetLocalNode& node, Target target);
  void emit_bind(const BindNode& node);
  void emit_closure(const FunctionNode& node, Register to);
  void emit_block(const BlockNode& node, Target target);
  void emit_call(const CallNode& node, Target target);
  const Cell* called_cell(const CallNode& node) const;
  void emit_arithmetic(const ArithmeticNode& node, Register to);
  void emit_collection(const SequenceNode& node, Opcode op, Register to);
  void emit_boolean(Node* test, Register to);

  // emit_control.cpp
  void emit_if(const IfNode& node, Target target);
  void emit_and_or(const SequenceNode& node, Target target);
  void emit_while(const WhileNode& node, Target target);
  void emit_loop(LoopNode& node, Target target);
  void emit_loop_jump(const LoopJumpNode& node);
  void emit_try(const TryNode& node, Register to);

  // Jumps away when the truth of `node` is `sense`, else falls through. emit_tests.cpp
  void emit_jump(Node* node, bool sense, Jumps& jumps);
  void emit_test_jump(const TestNode& node, bool sense, Jumps& jumps);
  void emit_and_or_jump(const SequenceNode& node, bool sense, Jumps& jumps);
  bool emit_immediate_test(const TestNode& node, bool sense, Jumps& jumps);

  void emit_defaults(std::span<Parameter> parameters);
  void box_parameter(Variable* variable);

  // Instructions and places.
  size_t add(Instruction instruction);
  size_t add_jump(Opcode op, Register a = 0);
  void land_at(uint32_t target, size_t jump);
  void land(const Jumps& jumps);
  int32_t constant_index(Value value);
  uint32_t here() const { return static_cast<uint32_t>(chunk_->code.size()); }
  void at(Span span);

  // Registers are a stack.
  Register allocate(uint32_t count = 1);
  void release_to(Register first) { next_ = first; }

  uint16_t capture_index(Variable* variable);
  bool is_local(const Variable* variable) const { return variable->function == function_; }

  Runtime& runtime_;
  Emitter* outer_;
  const Cell* defining_;  // the global whose value is being computed; bound once it is
  const FunctionNode* function_ = nullptr;
  Chunk* chunk_ = nullptr;
  std::vector<Variable*> captured_;
  uint32_t next_ = 0;
  uint32_t highest_ = 0;
  bool overflow_ = false;
};

}  // namespace elle::lang
