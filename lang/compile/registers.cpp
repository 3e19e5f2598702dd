// May this value be computed where it is used? A register that holds a variable can be read in place, or be written in
// place, only when nothing in between sees the difference. The answers err on the safe side, and give up on large
// trees, so that compiling stays linear.
#include "lang/compile/registers.h"

#include <algorithm>

namespace elle::lang {

namespace {

// Looks for uses of a variable, up to a fixed number of nodes.
class UseFinder {
 public:
  UseFinder(const Variable* variable, bool reads_count) : variable_(variable), reads_count_(reads_count) {}

  bool none_in(const Node* node) {
    if (budget_-- == 0) return false;
    switch (node->kind) {
      case NodeKind::kConstant:
      case NodeKind::kGlobal:
        return true;
      case NodeKind::kLocal:
        return !reads_count_ || static_cast<const LocalNode*>(node)->variable != variable_;
      case NodeKind::kSetLocal: {
        const auto* set = static_cast<const SetLocalNode*>(node);
        return set->variable != variable_ && none_in(set->value);
      }
      case NodeKind::kSetGlobal:
        return none_in(static_cast<const SetGlobalNode*>(node)->value);
      case NodeKind::kIf: {
        const auto* choice = static_cast<const IfNode*>(node);
        return none_in(choice->test) && none_in(choice->then) && none_in(choice->otherwise);
      }
      case NodeKind::kAnd:
      case NodeKind::kOr:
      case NodeKind::kVector:
      case NodeKind::kMap:
        return none_in(static_cast<const SequenceNode*>(node)->items);
      case NodeKind::kCall: {
        const auto* call = static_cast<const CallNode*>(node);
        return none_in(call->function) && none_in(call->arguments);
      }
      case NodeKind::kArithmetic: {
        const auto* arithmetic = static_cast<const ArithmeticNode*>(node);
        return none_in(arithmetic->left) && none_in(arithmetic->right);
      }
      case NodeKind::kTest: {
        const auto* test = static_cast<const TestNode*>(node);
        return none_in(test->left) && (!test->right || none_in(test->right));
      }
      default:
        return false;
    }
  }

  bool none_in(Nodes nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [this](const Node* node) { return none_in(node); });
  }

 private:
  const Variable* variable_;
  bool reads_count_;
  int budget_ = 50;
};

}  // namespace

bool writes_last(const Node* node) {
  switch (node->kind) {
    case NodeKind::kConstant:
    case NodeKind::kLocal:
    case NodeKind::kGlobal:
    case NodeKind::kFunction:
    case NodeKind::kArithmetic:
    case NodeKind::kTest:
    case NodeKind::kVector:
    case NodeKind::kMap:
      return true;
    case NodeKind::kIf: {
      const auto* choice = static_cast<const IfNode*>(node);
      return writes_last(choice->then) && writes_last(choice->otherwise);
    }
    default:
      return false;
  }
}

bool leaves_alone(const Node* node, const Variable* variable) {
  return !variable->assigned || UseFinder(variable, /*reads_count=*/false).none_in(node);
}

bool ignores_all(Nodes nodes, const Variable* variable) {
  return UseFinder(variable, /*reads_count=*/true).none_in(nodes);
}

}  // namespace elle::lang
