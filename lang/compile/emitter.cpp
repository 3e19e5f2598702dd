// Nodes to bytecode, in one pass over the tree.
//
// Registers are a stack: `next_` is the first free one, and whoever allocates remembers the mark before and releases to
// it. A variable's register is allocated where it is bound and released at the end of its block, so a variable is
// always below the values that are computed while it lives. Arguments of a call must lie in consecutive registers,
// right above the function: they do because each is allocated after the one before it was computed and its own scratch
// released.
//
// Every node is given a Target, where its value is to go, so that it is made there and not moved:
//   register   it must be written, and before anything that follows can read it
//   nothing    nobody reads it; what has no effect is not emitted at all
//   return     it is the function's value: a call becomes a tail call, and no code may follow that has to run
// A node that branches gives its target to all branches; `deliver` is for what was made elsewhere.
//
// What must hold:
//   - a register that is a target may still be an operand: (set! x (+ x 1)) is computed right into x. Whether that is
//     safe only registers.h knows. A new kind of node is not written last and assigns everything until it says
//     otherwise there.
//   - a variable that is captured and assigned lives in a box from the moment it is bound; `boxed` must not change
//     while code is emitted, so the analyser has seen the whole function before.
//   - a variable declared early (a body's own definitions see each other) has its register, and its box, from the start
//     of the block, unbound: a function that was made before the definition shares the box.
//   - jumps are offsets from the instruction after them, filled in when their target is known: until then a jump stands
//     only in a list of Jumps, and every list must land.
//   - `at` is said again after operands were emitted: they have moved the place, and an error in the instruction must
//     point at the whole.
//   - constants that may be collected are reachable through `chunk_` only; nothing can collect while code is emitted.
#include "lang/compile/emitter.h"

#include <algorithm>

#include "lang/compile/registers.h"

namespace elle::lang {

namespace {

constexpr uint32_t kMaxRegisters = 65000;

bool fits_int32(int64_t number) { return number == static_cast<int32_t>(number); }

}  // namespace

Emitter::Emitter(Runtime& runtime, Emitter* outer)
    : runtime_(runtime), outer_(outer), defining_(outer ? outer->defining_ : nullptr) {}

// --- Instructions -------------------------------------------------------------

size_t Emitter::add(Instruction instruction) {
  chunk_->code.push_back(instruction);
  return chunk_->code.size() - 1;
}

void Emitter::at(Span span) {
  if (!span.known()) return;
  auto& spans = chunk_->spans;
  if (!spans.empty() && spans.back().span.begin == span.begin && spans.back().span.end == span.end) return;
  if (!spans.empty() && spans.back().begin == here())
    spans.back().span = span;
  else
    spans.push_back({here(), span});
}

size_t Emitter::add_jump(Opcode op, Register a) { return add(encode_wide(op, a, 0)); }

void Emitter::land(const Jumps& jumps) {
  for (size_t jump : jumps) land_at(here(), jump);
}

void Emitter::land_at(uint32_t target, size_t jump) {
  Instruction& instruction = chunk_->code[jump];
  instruction = encode_wide(instruction.op(), instruction.a(), static_cast<int32_t>(target - jump - 1));
}

int32_t Emitter::constant_index(Value value) {
  auto& constants = chunk_->constants;
  for (size_t i = constants.size(); i-- > 0;)
    if (constants[i].same(value) && constants[i].c_type() == value.c_type()) return static_cast<int32_t>(i);
  constants.push_back(value);
  return static_cast<int32_t>(constants.size() - 1);
}

Emitter::Register Emitter::allocate(uint32_t count) {
  const uint32_t first = next_;
  next_ += count;
  highest_ = std::max(highest_, next_);
  if (next_ > kMaxRegisters) {
    overflow_ = true;
    next_ = 0;
  }
  return static_cast<Register>(first);
}

uint16_t Emitter::capture_index(Variable* variable) {
  auto found = std::find(captured_.begin(), captured_.end(), variable);
  if (found != captured_.end()) return static_cast<uint16_t>(found - captured_.begin());
  captured_.push_back(variable);
  if (outer_->is_local(variable))
    chunk_->captures.push_back({true, variable->slot});
  else
    chunk_->captures.push_back({false, outer_->capture_index(variable)});
  return static_cast<uint16_t>(captured_.size() - 1);
}

// --- Functions ------------------------------------------------------------------

Result<Chunk*> Emitter::emit_function(const FunctionNode& function) {
  chunk_ = runtime_.heap.make<Chunk>(Tag::kChunk);
  function_ = &function;
  chunk_->name = function.name;
  chunk_->docstring = function.docstring;
  chunk_->parameters = function.parameter_list;
  chunk_->span = function.span;
  chunk_->required = static_cast<uint16_t>(function.required.size());
  chunk_->optional = static_cast<uint16_t>(function.optional.size());
  chunk_->has_rest = function.rest != nullptr;
  const bool simple = function.optional.empty() && !function.rest && function.keys.empty();
  chunk_->exact_count = simple ? chunk_->required : Chunk::kAny;
  for (Variable* variable : function.required) variable->slot = allocate();
  for (Parameter& parameter : function.optional) parameter.variable->slot = allocate();
  if (function.rest) function.rest->slot = allocate();
  for (Parameter& parameter : function.keys) {
    parameter.variable->slot = allocate();
    chunk_->keys.push_back({parameter.keyword, parameter.variable->slot});
  }
  for (Variable* variable : function.required) box_parameter(variable);
  if (function.rest) box_parameter(function.rest);
  emit_defaults(function.optional);
  emit_defaults(function.keys);
  emit(function.body, Target::returned());
  if (overflow_) {
    return runtime_.fail(ErrorKind::kSyntax, "This function needs more registers than the machine has.",
                         "Split it into several functions.");
  }
  chunk_->registers = static_cast<uint16_t>(highest_ + 1);
  runtime_.heap.count_external(chunk_->code.size() * sizeof(Instruction));
  return chunk_;
}

void Emitter::box_parameter(Variable* variable) {
  if (variable->boxed()) add(encode(Opcode::kMakeBox, variable->slot, variable->slot));
}

void Emitter::emit_defaults(std::span<Parameter> parameters) {
  for (const Parameter& parameter : parameters) {
    const Register slot = parameter.variable->slot;
    const size_t given = add_jump(Opcode::kJumpIfBound, slot);
    if (parameter.initial)
      emit(parameter.initial, slot);
    else
      add(encode(Opcode::kLoadNil, slot));
    land_at(here(), given);
    box_parameter(parameter.variable);
  }
}

void Emitter::emit_closure(const FunctionNode& node, Register to) {
  Emitter inner(runtime_, this);
  Result<Chunk*> chunk = inner.emit_function(node);
  overflow_ = overflow_ || !chunk.ok();
  if (chunk.ok()) add(encode_wide(Opcode::kClosure, to, constant_index(object_value(Tag::kChunk, chunk.value()))));
}

// --- Expressions ----------------------------------------------------------------

void Emitter::emit(Node* node, Target target) {
  at(node->span);
  switch (node->kind) {
    case NodeKind::kSetLocal:
      return emit_set_local(*static_cast<SetLocalNode*>(node), target);
    case NodeKind::kBind:
      emit_bind(*static_cast<BindNode*>(node));
      return deliver_nil(target);
    case NodeKind::kIf:
      return emit_if(*static_cast<IfNode*>(node), target);
    case NodeKind::kAnd:
    case NodeKind::kOr:
      return emit_and_or(*static_cast<SequenceNode*>(node), target);
    case NodeKind::kBlock:
      return emit_block(*static_cast<BlockNode*>(node), target);
    case NodeKind::kWhile:
      return emit_while(*static_cast<WhileNode*>(node), target);
    case NodeKind::kLoop:
      return emit_loop(*static_cast<LoopNode*>(node), target);
    case NodeKind::kLoopJump:
      return emit_loop_jump(*static_cast<LoopJumpNode*>(node));
    case NodeKind::kCall:
      return emit_call(*static_cast<CallNode*>(node), target);
    default:
      break;
  }
  const auto mark = static_cast<Register>(next_);
  switch (target.use) {
    case Target::Use::kRegister:
      emit_value(node, target.to);
      break;
    case Target::Use::kReturn:
      add(encode(Opcode::kReturn, emit_anywhere(node)));
      break;
    case Target::Use::kNothing:
      if (node->kind != NodeKind::kConstant) emit_value(node, allocate());
      break;
  }
  release_to(mark);
}

void Emitter::emit_value(Node* node, Register to) {
  switch (node->kind) {
    case NodeKind::kConstant:
      emit_constant(static_cast<ConstantNode*>(node)->value, to);
      break;
    case NodeKind::kLocal:
      emit_local(*static_cast<LocalNode*>(node), to);
      break;
    case NodeKind::kGlobal: {
      Value cell = object_value(Tag::kCell, static_cast<GlobalNode*>(node)->cell);
      add(encode_wide(Opcode::kGetGlobal, to, constant_index(cell)));
      break;
    }
    case NodeKind::kSetGlobal: {
      auto* set = static_cast<SetGlobalNode*>(node);
      emit(set->value, to);
      at(node->span);
      add(encode_wide(Opcode::kSetGlobal, to, constant_index(object_value(Tag::kCell, set->cell))));
      break;
    }
    case NodeKind::kDefineGlobal: {
      auto* define = static_cast<DefineGlobalNode*>(node);
      defining_ = define->cell;
      emit(define->value, to);
      defining_ = nullptr;
      at(node->span);
      const Opcode op = define->macro ? Opcode::kDefineMacro : Opcode::kDefineGlobal;
      add(encode_wide(op, to, constant_index(object_value(Tag::kCell, define->cell))));
      add(encode(Opcode::kLoadNil, to));
      break;
    }
    case NodeKind::kFunction:
      emit_closure(*static_cast<FunctionNode*>(node), to);
      break;
    case NodeKind::kTry:
      emit_try(*static_cast<TryNode*>(node), to);
      break;
    case NodeKind::kArithmetic:
      emit_arithmetic(*static_cast<ArithmeticNode*>(node), to);
      break;
    case NodeKind::kTest:
      emit_boolean(node, to);
      break;
    case NodeKind::kVector:
      emit_collection(*static_cast<SequenceNode*>(node), Opcode::kVector, to);
      break;
    case NodeKind::kMap:
      emit_collection(*static_cast<SequenceNode*>(node), Opcode::kMap, to);
      break;
    default:
      break;  // the others take any target
  }
}

Emitter::Register Emitter::emit_anywhere(Node* node, const Node* before_use) {
  if (node->kind == NodeKind::kLocal) {
    const Variable* variable = static_cast<LocalNode*>(node)->variable;
    if (is_local(variable) && !variable->boxed() && (!before_use || leaves_alone(before_use, variable)))
      return variable->slot;
  }
  const Register to = allocate();
  emit(node, to);
  return to;
}

void Emitter::deliver(Register value, Target target) {
  if (target.use == Target::Use::kReturn)
    add(encode(Opcode::kReturn, value));
  else if (target.use == Target::Use::kRegister && target.to != value)
    add(encode(Opcode::kMove, target.to, value));
}

void Emitter::deliver_nil(Target target) {
  if (target.use == Target::Use::kNothing) return;
  const Register to = target.use == Target::Use::kRegister ? target.to : allocate();
  add(encode(Opcode::kLoadNil, to));
  deliver(to, target);
}

void Emitter::emit_constant(Value value, Register to) {
  switch (value.tag()) {
    case Tag::kNil:
      add(encode(Opcode::kLoadNil, to));
      return;
    case Tag::kTrue:
      add(encode(Opcode::kLoadTrue, to));
      return;
    case Tag::kFalse:
      add(encode(Opcode::kLoadFalse, to));
      return;
    case Tag::kInteger:
      if (fits_int32(value.integer) && value.c_type() == 0) {
        add(encode_wide(Opcode::kLoadInteger, to, static_cast<int32_t>(value.integer)));
        return;
      }
      break;
    default:
      break;
  }
  add(encode_wide(Opcode::kLoadConstant, to, constant_index(value)));
}

void Emitter::emit_local(const LocalNode& node, Register to) {
  Variable* variable = node.variable;
  if (!is_local(variable)) {
    add(encode_wide(variable->boxed() ? Opcode::kGetCapturedBox : Opcode::kGetCaptured, to, capture_index(variable)));
  } else if (variable->boxed()) {
    add(encode(Opcode::kGetBox, to, variable->slot));
  } else if (variable->slot != to) {
    add(encode(Opcode::kMove, to, variable->slot));
  }
}

// A plain variable gets the value right where it is computed, unless its register would be written too early.
void Emitter::emit_set_local(const SetLocalNode& node, Target target) {
  const auto mark = static_cast<Register>(next_);
  Variable* variable = node.variable;
  const bool plain = is_local(variable) && !variable->boxed();
  const Register value = plain && writes_last(node.value) ? variable->slot : allocate();
  emit(node.value, value);
  at(node.span);
  if (!is_local(variable))
    add(encode_wide(Opcode::kSetCapturedBox, value, capture_index(variable)));
  else if (variable->boxed())
    add(encode(Opcode::kSetBox, variable->slot, value));
  else
    deliver(value, variable->slot);
  deliver(value, target);
  release_to(mark);
}

// The value is computed in the variable's own register, which stays allocated until the block ends. A variable that was
// declared early already has one, and its box.
void Emitter::emit_bind(const BindNode& node) {
  Variable* variable = node.variable;
  if (!variable->early) {
    variable->slot = allocate();
    emit(node.value, variable->slot);
    if (variable->boxed()) add(encode(Opcode::kMakeBox, variable->slot, variable->slot));
    return;
  }
  const Register mark = static_cast<Register>(next_);
  const Register value = variable->boxed() ? allocate() : variable->slot;
  emit(node.value, value);
  if (variable->boxed()) add(encode(Opcode::kSetBox, variable->slot, value));
  release_to(mark);
}

void Emitter::emit_block(const BlockNode& node, Target target) {
  const Register mark = static_cast<Register>(next_);
  for (Variable* variable : node.early) {
    variable->slot = allocate();
    variable->early = true;
    if (!variable->boxed()) continue;
    emit_constant(make_value(Tag::kUnbound, 0), variable->slot);
    add(encode(Opcode::kMakeBox, variable->slot, variable->slot));
  }
  for (Node* item : node.items) emit(item, item == node.items.back() ? target : Target::nothing());
  release_to(mark);
}

// The cell of a function that is called by its global name, when it can be fetched by the call itself: it is bound, or
// will be when the code runs. A name that may turn out to mean nothing is fetched first, so that an error points at it.
const Cell* Emitter::called_cell(const CallNode& node) const {
  if (node.function->kind != NodeKind::kGlobal) return nullptr;
  const Cell* cell = static_cast<const GlobalNode*>(node.function)->cell;
  return !cell->value.is(Tag::kUnbound) || cell == defining_ ? cell : nullptr;
}

// The function and its arguments lie in consecutive registers; the value comes back in the first of them.
void Emitter::emit_call(const CallNode& node, Target target) {
  const Register mark = static_cast<Register>(next_);
  const bool in_place = target.use == Target::Use::kRegister && target.to + 1u == next_;
  const Register function = in_place ? target.to : allocate();
  // A top-level form stays on the call stack, so that an error anywhere below shows it.
  const bool tail = target.use == Target::Use::kReturn && outer_;
  const Cell* cell = tail ? nullptr : called_cell(node);
  const int32_t constant = cell ? constant_index(object_value(Tag::kCell, cell)) : 0;
  const bool by_name = cell && constant <= UINT16_MAX;
  if (!by_name) emit(node.function, function);
  for (Node* argument : node.arguments) emit(argument, allocate());
  at(node.span);
  const auto count = static_cast<uint16_t>(node.arguments.size());
  if (by_name)
    add(encode(Opcode::kCallGlobal, function, count, static_cast<uint16_t>(constant)));
  else
    add(encode(tail ? Opcode::kTailCall : Opcode::kCall, function, count));
  if (!tail) deliver(function, target);
  release_to(mark);
}

void Emitter::emit_arithmetic(const ArithmeticNode& node, Register to) {
  const Register mark = static_cast<Register>(next_);
  const Register left = emit_anywhere(node.left, node.right);
  if (node.right->kind == NodeKind::kConstant && node.op != Opcode::kMultiply) {
    Value value = static_cast<ConstantNode*>(node.right)->value;
    const int64_t sign = node.op == Opcode::kAdd ? 1 : -1;
    if (value.is(Tag::kInteger) && value.integer > -30000 && value.integer < 30000) {
      at(node.span);
      add(encode(Opcode::kAddInteger, to, left, static_cast<uint16_t>(static_cast<int16_t>(sign * value.integer))));
      release_to(mark);
      return;
    }
  }
  const Register right = emit_anywhere(node.right);
  at(node.span);
  add(encode(node.op, to, left, right));
  release_to(mark);
}

void Emitter::emit_collection(const SequenceNode& node, Opcode op, Register to) {
  const Register mark = static_cast<Register>(next_);
  const auto first = static_cast<Register>(next_);
  for (Node* item : node.items) emit(item, allocate());
  at(node.span);
  add(encode(op, to, first, static_cast<uint16_t>(node.items.size())));
  release_to(mark);
}

}  // namespace elle::lang
