// Names, calls and literals.
#include "lang/compile/analyser.h"
#include "lang/compile/compiler.h"
#include "lang/print/printer.h"
#include "lang/read/form.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

// Deeper nesting than this is refused, so that no form can exhaust the C stack here or in the emitter.
constexpr unsigned kMaxDepth = 2000;

struct Intrinsic {
  const char* name;
  Opcode op;
  bool swapped;  // > and >= are < and <= with the sides exchanged
};

constexpr Intrinsic kArithmetic[] = {
    {"+", Opcode::kAdd, false}, {"-", Opcode::kSubtract, false}, {"*", Opcode::kMultiply, false}};
constexpr Intrinsic kTests[] = {
    {"<", Opcode::kTestLess, false},      {"<=", Opcode::kTestLessEqual, false}, {">", Opcode::kTestLess, true},
    {">=", Opcode::kTestLessEqual, true}, {"=", Opcode::kTestEqual, false},      {"eq?", Opcode::kTestSame, false},
};

template <size_t N>
const Intrinsic* find_intrinsic(const Intrinsic (&table)[N], std::string_view name) {
  for (const Intrinsic& entry : table)
    if (name == entry.name) return &entry;
  return nullptr;
}

}  // namespace

NodeResult Analyser::constant(Value value, Span span) {
  auto* node = make<ConstantNode>(NodeKind::kConstant, span);
  node->value = value;
  return node;
}

NodeResult Analyser::analyse(Value form, Span span, Position position) {
  if (depth_ > kMaxDepth || vm_.stack_is_low())
    return syntax_error(span, "This form is nested too deeply.", "Split it into several functions.");
  depth_++;
  auto result = [&]() -> NodeResult {
    switch (form.tag()) {
      case Tag::kSymbol:
        return analyse_symbol(form.as<Symbol>(), span);
      case Tag::kPair:
        return analyse_list(form, span, position);
      case Tag::kVector:
        return analyse_collection(NodeKind::kVector, form, span);
      case Tag::kMap:
        return analyse_collection(NodeKind::kMap, form, span);
      case Tag::kBytes:
        return call_builtin("copy", {TRY(constant(form, span))}, span);
      default:
        return constant(form, span);
    }
  }();
  depth_--;
  return result;
}

NodeResult Analyser::analyse_symbol(Symbol* name, Span span) {
  if (Binding* binding = scope_.find(name)) {
    if (binding->loop) {
      binding->loop->jumps_only = false;
      return constant(nil(), span);  // the loop is analysed again, as a function
    }
    Variable* variable = binding->variable;
    if (variable->function != function_) {
      variable->captured = true;
    } else if (!variable->defined) {
      return syntax_error(span, fmt::format("`{}` is used before its definition.", name->view()),
                          "Move the definition up.");
    }
    auto* node = make<LocalNode>(NodeKind::kLocal, span);
    node->variable = variable;
    return node;
  }
  if (special_form(name))
    return syntax_error(span, fmt::format("`{}` is a special form, not a value.", name->view()),
                        fmt::format("Write ({} …).", name->view()));
  Cell* cell = resolve_global(runtime_, module_, name);
  if (cell->flags & Cell::kMacro)
    return syntax_error(span, fmt::format("`{}` is a macro, not a value.", name->view()),
                        fmt::format("Write ({} …).", name->view()));
  auto* node = make<GlobalNode>(NodeKind::kGlobal, span);
  node->cell = cell;
  return node;
}

NodeResult Analyser::analyse_list(Value form, Span span, Position position) {
  Value first = head(form);
  if (first.is(Tag::kKeyword)) return constant(form, span);  // a type expression
  if (!first.is(Tag::kSymbol)) return analyse_call(form, span, position);
  Symbol* name = first.as<Symbol>();
  if (Binding* binding = scope_.find(name)) {
    if (binding->loop) return analyse_loop_call(binding->loop, form, span, position);
    return analyse_call(form, span, position);
  }
  if (SpecialMethod special = special_form(name)) return (this->*special)(form, span, position);
  bool expanded = false;
  Value expansion = TRY(expand(form, span, &expanded));
  if (expanded) return analyse(expansion, span, position);
  if (name->length > 1 && name->text[0] == '.') return analyse_field_access(form, span);
  NodeResult intrinsic = analyse_intrinsic(name, form, span);
  if (!intrinsic.ok() || intrinsic.value()) return intrinsic;
  return analyse_call(form, span, position);
}

Result<Nodes> Analyser::analyse_arguments(Value list) {
  std::vector<Node*> nodes;
  for (; list.is(Tag::kPair); list = tail(list)) nodes.push_back(TRY(analyse(head(list), head_span(list, {}), {})));
  return copy(nodes);
}

NodeResult Analyser::analyse_call(Value form, Span span, Position) {
  auto* node = make<CallNode>(NodeKind::kCall, span);
  node->function = TRY(analyse(head(form), head_span(form, span), {}));
  node->arguments = TRY(analyse_arguments(tail(form)));
  if (node->arguments.size() > 60000)
    return syntax_error(span, fmt::format("This call has {} arguments, more than 60000.", node->arguments.size()),
                        "Pass them as a list with `apply`.");
  return node;
}

NodeResult Analyser::analyse_loop_call(LoopScope* loop, Value form, Span span, Position position) {
  bool reaches = false;
  for (LoopScope* l = position.loop; l; l = l->outer) reaches = reaches || l == loop;
  if (!reaches || list_length(tail(form)) != loop->node->variables.size()) {
    loop->jumps_only = false;
    return constant(nil(), span);
  }
  auto* node = make<LoopJumpNode>(NodeKind::kLoopJump, span);
  node->loop = loop->node;
  node->arguments = TRY(analyse_arguments(tail(form)));
  return node;
}

// (.x p) reads field x of p.
NodeResult Analyser::analyse_field_access(Value form, Span span) {
  if (list_length(form) != 2)
    return syntax_error(span, fmt::format("`({} value)` takes one value.", head(form).as<Symbol>()->view()));
  Node* object = TRY(analyse(second(form), head_span(tail(form), span), {}));
  Node* field = TRY(constant(runtime_.symbol(head(form).as<Symbol>()->view().substr(1)), span));
  return call_builtin("struct-get", {object, field}, span);
}

// The node for a call the VM does itself, or null for an ordinary call. Only when the name means the language's own.
NodeResult Analyser::analyse_intrinsic(Symbol* name, Value form, Span span) {
  const Intrinsic* arithmetic = find_intrinsic(kArithmetic, name->view());
  const Intrinsic* test = find_intrinsic(kTests, name->view());
  const bool negation = name->view() == "not";
  const size_t operands = list_length(tail(form));
  if (!(arithmetic && operands >= 2) && !(test && operands == 2) && !(negation && operands == 1)) return nullptr;
  if (resolve_global(runtime_, module_, name)->module != runtime_.prelude) return nullptr;
  Nodes nodes = TRY(analyse_arguments(tail(form)));
  if (arithmetic) return fold_arithmetic(arithmetic->op, {nodes.begin(), nodes.end()}, span);
  auto* node = make<TestNode>(NodeKind::kTest, span);
  node->op = test ? test->op : Opcode::kNot;
  node->left = nodes[0];
  node->right = test ? nodes[1] : nullptr;
  node->swapped = test && test->swapped;
  return node;
}

NodeResult Analyser::fold_arithmetic(Opcode op, const std::vector<Node*>& operands, Span span) {
  Node* sum = operands[0];
  for (size_t i = 1; i < operands.size(); i++) {
    auto* node = make<ArithmeticNode>(NodeKind::kArithmetic, span);
    node->op = op;
    node->left = sum;
    node->right = operands[i];
    sum = node;
  }
  return sum;
}

NodeResult Analyser::analyse_collection(NodeKind kind, Value form, Span span) {
  std::vector<Node*> nodes;
  if (kind == NodeKind::kVector) {
    const Vector* vector = form.as<Vector>();
    for (uint32_t i = 0; i < vector->size; i++)
      nodes.push_back(TRY(analyse(vector->items[i], form_span(vector->items[i], span), {})));
  } else {
    const Map* map = form.as<Map>();
    for (uint32_t i = 0; i < map->used; i++)
      for (Value item : {map->order[i].key, map->order[i].value})
        nodes.push_back(TRY(analyse(item, form_span(item, span), {})));
  }
  if (nodes.size() > 60000)
    return syntax_error(span, "This literal has more than 60000 items.", "Quote it, or read it from a file.");
  auto* node = make<SequenceNode>(kind, span);
  node->items = copy(nodes);
  return node;
}

NodeResult Analyser::call_builtin(const char* name, std::initializer_list<Node*> arguments, Span span) {
  auto* function = make<GlobalNode>(NodeKind::kGlobal, span);
  function->cell = runtime_.prelude->cell(runtime_.heap, runtime_.symbols.intern(name));
  auto* node = make<CallNode>(NodeKind::kCall, span);
  node->function = function;
  node->arguments = copy(std::vector<Node*>(arguments));
  return node;
}

}  // namespace elle::lang
