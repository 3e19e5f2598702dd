// What a form means, names resolved. Nodes live in the Analyser's arena for the length of one compilation and are never
// destroyed one by one, so they hold only plain data.
#pragma once

#include <span>

#include "lang/code/opcode.h"
#include "lang/value/objects.h"

namespace elle::lang {

struct FunctionNode;

struct Variable {
  Symbol* name;
  FunctionNode* function;  // whose frame it lives in
  bool captured = false;   // used by an inner function
  bool assigned = false;   // set after it is bound, or visible before it is
  bool early = false;      // declared at the start of its block, so that functions in it may see it
  bool defined = true;     // false while a body's `define` has not been reached yet
  uint16_t slot = 0;       // the emitter's
  // A variable that is captured and changes lives in a box; one that is captured and does not change is copied.
  bool boxed() const { return captured && assigned; }
};

enum class NodeKind : uint8_t {
  kConstant,
  kLocal,
  kSetLocal,
  kBind,
  kGlobal,
  kSetGlobal,
  kDefineGlobal,
  kIf,
  kAnd,
  kOr,
  kFunction,
  kBlock,
  kWhile,
  kLoop,
  kLoopJump,
  kTry,
  kCall,
  kArithmetic,
  kTest,
  kVector,
  kMap,
};

struct Node {
  NodeKind kind;
  Span span;
};

using Nodes = std::span<Node*>;

struct ConstantNode : Node {
  Value value;
};
struct LocalNode : Node {
  Variable* variable;
};
struct SetLocalNode : Node {
  Variable* variable;
  Node* value;
};
// Gives a variable its value, from here to the end of the enclosing block.
struct BindNode : Node {
  Variable* variable;
  Node* value;
};
struct GlobalNode : Node {
  Cell* cell;
};
struct SetGlobalNode : Node {
  Cell* cell;
  Node* value;
};
struct DefineGlobalNode : Node {
  Cell* cell;
  Node* value;
  bool macro;
};
struct IfNode : Node {
  Node* test;
  Node* then;
  Node* otherwise;
};
struct SequenceNode : Node {
  Nodes items;
};  // kAnd, kOr, kVector, kMap
// The value is the last item's. `early` are variables that functions of this block may see before they are bound.
struct BlockNode : Node {
  std::span<Variable*> early;
  Nodes items;
};
struct WhileNode : Node {
  Node* test;
  Node* body;
};

// A named loop whose name is only called in tail position: calls of it are jumps.
struct LoopNode : Node {
  std::span<Variable*> variables;
  Nodes initial;
  Node* body;
  uint32_t start = 0;  // the emitter's
};
struct LoopJumpNode : Node {
  LoopNode* loop;
  Nodes arguments;
};

struct TryNode : Node {
  Node* body;
  Variable* error;  // null without a catch
  Node* handler;    // null without a catch
  Node* cleanup;    // null without a finally
};
struct CallNode : Node {
  Node* function;
  Nodes arguments;
};
// Arithmetic on two operands that the VM does itself: kAdd, kSubtract, kMultiply.
struct ArithmeticNode : Node {
  Opcode op;
  Node* left;
  Node* right;
};
// A question the VM answers in a jump: kTestLess, kTestLessEqual, kTestEqual, kTestSame, or `not` (kNot, right null).
// `swapped`: a > b is run as b < a, with a still evaluated first.
struct TestNode : Node {
  Opcode op;
  Node* left;
  Node* right;
  bool swapped;
};

struct Parameter {
  Variable* variable;
  Symbol* keyword;  // null unless it is a &key parameter
  Node* initial;    // of an optional or key parameter; null means nil
};

struct FunctionNode : Node {
  Symbol* name;
  Value docstring;
  Value parameter_list;  // as written
  std::span<Variable*> required;
  std::span<Parameter> optional;
  Variable* rest;  // null without &rest
  std::span<Parameter> keys;
  Node* body;
};

}  // namespace elle::lang
