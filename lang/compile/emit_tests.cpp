// Conditions: a question in a test becomes a jump, never a boolean value that is then asked about.
#include "lang/compile/emitter.h"

namespace elle::lang {

namespace {

struct ImmediateTest {
  Opcode op;
  bool swapped;
  Opcode immediate;
};

// a op number, for `number` on the right.
constexpr ImmediateTest kImmediateTests[] = {
    {Opcode::kTestLess, false, Opcode::kTestLessInteger},
    {Opcode::kTestLessEqual, false, Opcode::kTestLessEqualInteger},
    {Opcode::kTestLess, true, Opcode::kTestGreaterInteger},
    {Opcode::kTestLessEqual, true, Opcode::kTestGreaterEqualInteger},
    {Opcode::kTestEqual, false, Opcode::kTestEqualInteger},
};

}  // namespace

void Emitter::emit_jump(Node* node, bool sense, Jumps& jumps) {
  switch (node->kind) {
    case NodeKind::kConstant:
      if (static_cast<ConstantNode*>(node)->value.truthy() == sense) jumps.push_back(add_jump(Opcode::kJump));
      return;
    case NodeKind::kTest:
      emit_test_jump(*static_cast<TestNode*>(node), sense, jumps);
      return;
    case NodeKind::kAnd:
    case NodeKind::kOr:
      emit_and_or_jump(*static_cast<SequenceNode*>(node), sense, jumps);
      return;
    default:
      break;
  }
  const auto mark = static_cast<Register>(next_);
  const Register value = emit_anywhere(node);
  jumps.push_back(add_jump(sense ? Opcode::kJumpIf : Opcode::kJumpIfNot, value));
  release_to(mark);
}

void Emitter::emit_test_jump(const TestNode& node, bool sense, Jumps& jumps) {
  if (node.op == Opcode::kNot) {
    emit_jump(node.left, !sense, jumps);
    return;
  }
  if (emit_immediate_test(node, sense, jumps)) return;
  const auto mark = static_cast<Register>(next_);
  const Register left = emit_anywhere(node.left, node.right);
  const Register right = emit_anywhere(node.right);
  at(node.span);
  add(encode(node.op, node.swapped ? right : left, node.swapped ? left : right));
  jumps.push_back(add_jump(Opcode::kJump, sense));
  release_to(mark);
}

bool Emitter::emit_immediate_test(const TestNode& node, bool sense, Jumps& jumps) {
  if (node.right->kind != NodeKind::kConstant) return false;
  Value value = static_cast<ConstantNode*>(node.right)->value;
  if (!value.is(Tag::kInteger) || value.integer < INT32_MIN || value.integer > INT32_MAX) return false;
  for (const ImmediateTest& entry : kImmediateTests) {
    if (entry.op != node.op || entry.swapped != node.swapped) continue;
    const auto mark = static_cast<Register>(next_);
    const Register left = emit_anywhere(node.left);
    at(node.span);
    add(encode_wide(entry.immediate, left, static_cast<int32_t>(value.integer)));
    jumps.push_back(add_jump(Opcode::kJump, sense));
    release_to(mark);
    return true;
  }
  return false;
}

void Emitter::emit_and_or_jump(const SequenceNode& node, bool sense, Jumps& jumps) {
  // `and` is false, `or` is true, as soon as one item is.
  const bool decides = node.kind == NodeKind::kOr;
  Jumps decided;
  for (size_t i = 0; i + 1 < node.items.size(); i++)
    emit_jump(node.items[i], decides, decides == sense ? jumps : decided);
  emit_jump(node.items.back(), sense, jumps);
  land(decided);
}

void Emitter::emit_boolean(Node* test, Register to) {
  auto* node = static_cast<TestNode*>(test);
  if (node->op == Opcode::kNot) {
    const auto mark = static_cast<Register>(next_);
    add(encode(Opcode::kNot, to, emit_anywhere(node->left)));
    release_to(mark);
    return;
  }
  Jumps yes;
  emit_jump(test, true, yes);
  add(encode(Opcode::kLoadFalse, to));
  const size_t done = add_jump(Opcode::kJump);
  land(yes);
  add(encode(Opcode::kLoadTrue, to));
  land_at(here(), done);
}

}  // namespace elle::lang
