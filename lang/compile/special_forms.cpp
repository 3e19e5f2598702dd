// Control: quote, if, and, or, do, set!, while, loop, try; and import where it cannot stand.
#include "lang/compile/analyser.h"
#include "lang/compile/compiler.h"
#include "lang/print/printer.h"
#include "lang/read/form.h"

namespace elle::lang {

namespace {

Span part_span(Value list, Span otherwise) { return list.is(Tag::kPair) ? head_span(list, otherwise) : otherwise; }

}  // namespace

NodeResult Analyser::special_quote(Value form, Span span, Position) {
  if (list_length(form) != 2) return syntax_error(span, "`(quote form)` takes one form.");
  return constant(second(form), span);
}

NodeResult Analyser::special_quasiquote(Value form, Span span, Position position) {
  if (list_length(form) != 2) return syntax_error(span, "`(quasiquote form)` takes one form.");
  return analyse(keep(TRY(expand_quasiquote(second(form), 1, span))), span, position);
}

NodeResult Analyser::special_if(Value form, Span span, Position position) {
  const size_t length = list_length(form);
  if (length < 3 || length > 4)
    return syntax_error(span, "`(if test then [else])` takes two or three forms.",
                        "Use `do` to put several forms in one place, or `cond` for several tests.");
  auto* node = make<IfNode>(NodeKind::kIf, span);
  Value then = tail(tail(form));
  node->test = TRY(analyse(second(form), part_span(tail(form), span), {}));
  node->then = TRY(analyse(head(then), part_span(then, span), position));
  node->otherwise =
      length == 4 ? TRY(analyse(second(then), part_span(tail(then), span), position)) : TRY(constant(nil(), span));
  return node;
}

NodeResult Analyser::analyse_sequence(NodeKind kind, Value form, Span span, Position position) {
  std::vector<Node*> nodes;
  for (Value rest = tail(form); rest.is(Tag::kPair); rest = tail(rest)) {
    const bool last = !tail(rest).is(Tag::kPair);
    Position here = last ? position : Position{};
    here.top_level = false;
    nodes.push_back(TRY(analyse(head(rest), head_span(rest, span), here)));
  }
  if (nodes.empty()) return constant(boolean(kind == NodeKind::kAnd), span);
  if (nodes.size() == 1) return nodes[0];
  auto* node = make<SequenceNode>(kind, span);
  node->items = copy(nodes);
  return node;
}

NodeResult Analyser::special_and(Value form, Span span, Position position) {
  return analyse_sequence(NodeKind::kAnd, form, span, position);
}

NodeResult Analyser::special_or(Value form, Span span, Position position) {
  return analyse_sequence(NodeKind::kOr, form, span, position);
}

NodeResult Analyser::special_do(Value form, Span span, Position position) {
  return analyse_body(tail(form), span, position);
}

NodeResult Analyser::special_set(Value form, Span span, Position) {
  if (list_length(form) != 3) return syntax_error(span, "`(set! place value)` takes a place and a value.");
  Value place = second(form);
  if (place.is(Tag::kPair)) return set_place(place, tail(tail(form)), span);
  if (!place.is(Tag::kSymbol))
    return syntax_error(span, fmt::format("{} cannot be assigned.", print_short(runtime_.views, place)),
                        "Give `set!` a variable, or a place such as (get v 0) or (.x p).");
  Symbol* name = place.as<Symbol>();
  Node* value = TRY(analyse(third(form), part_span(tail(tail(form)), span), {}));
  if (Binding* binding = scope_.find(name)) {
    if (binding->loop)
      return syntax_error(span, fmt::format("`{}` names a loop and cannot be assigned.", name->view()));
    Variable* variable = binding->variable;
    variable->assigned = true;
    if (variable->function != function_) variable->captured = true;
    auto* node = make<SetLocalNode>(NodeKind::kSetLocal, span);
    node->variable = variable;
    node->value = value;
    return node;
  }
  Cell* cell = resolve_global(runtime_, module_, name);
  if (cell->flags & Cell::kConstant)
    return syntax_error(span, fmt::format("`{}` belongs to the language and cannot be assigned.", name->view()),
                        fmt::format("Use (define {} …) to give it a new meaning in this file.", name->view()));
  auto* node = make<SetGlobalNode>(NodeKind::kSetGlobal, span);
  node->cell = cell;
  node->value = value;
  return node;
}

// (set! (get c k) v) is (put! c k v), (set! (.x p) v) is (struct-set! p 'x v), (set! (deref p) v) is (poke! p v).
NodeResult Analyser::set_place(Value place, Value value, Span span) {
  Node* new_value = nullptr;
  Value operation = head(place);
  const size_t operands = list_length(tail(place));
  if (operation.is(Tag::kSymbol)) {
    std::string_view name = operation.as<Symbol>()->view();
    const bool field = name.size() > 1 && name[0] == '.';
    if (name == "get" && operands == 2) {
      Nodes nodes = TRY(analyse_arguments(tail(place)));
      new_value = TRY(analyse(head(value), head_span(value, span), {}));
      return call_builtin("put!", {nodes[0], nodes[1], new_value}, span);
    }
    if ((field || name == "deref") && operands == 1) {
      Nodes nodes = TRY(analyse_arguments(tail(place)));
      Node* key = field ? TRY(constant(runtime_.symbol(name.substr(1)), span)) : nullptr;
      new_value = TRY(analyse(head(value), head_span(value, span), {}));
      return field ? call_builtin("struct-set!", {nodes[0], key, new_value}, span)
                   : call_builtin("poke!", {nodes[0], new_value}, span);
    }
  }
  return syntax_error(span, fmt::format("{} is not a place that can be assigned.", print_short(runtime_.views, place)),
                      "Places are variables, (get collection key), (.field struct) and (deref pointer).");
}

NodeResult Analyser::special_while(Value form, Span span, Position) {
  if (list_length(form) < 2) return syntax_error(span, "`(while test body…)` takes a test.");
  auto* node = make<WhileNode>(NodeKind::kWhile, span);
  node->test = TRY(analyse(second(form), part_span(tail(form), span), {}));
  node->body = TRY(analyse_body(tail(tail(form)), span, {}));
  return node;
}

// (loop name [i 0 …] body…): a local function `name`, called with the initial values. When every use of the name is a
// call in tail position, those calls are jumps and no function is made.
NodeResult Analyser::special_loop(Value form, Span span, Position position) {
  if (list_length(form) < 3 || !second(form).is(Tag::kSymbol))
    return syntax_error(span, "`(loop name [variable value …] body…)` takes a name and bindings.");
  bool jumps_only = true;
  NodeResult loop = analyse_jumping_loop(form, span, position, &jumps_only);
  if (jumps_only || !loop.ok()) return loop;
  return analyse_loop_as_function(form, span, position);
}

NodeResult Analyser::analyse_jumping_loop(Value form, Span span, Position position, bool* jumps_only) {
  auto bindings = TRY(parse_bindings(third(form), span, "loop"));
  auto* node = make<LoopNode>(NodeKind::kLoop, span);
  std::vector<Node*> initial;
  for (auto& [name, value] : bindings) initial.push_back(TRY(analyse(value, form_span(value, span), {})));
  node->initial = copy(initial);
  ScopeMark mark(scope_);
  LoopScope loop{node, position.loop, true};
  scope_.bind({second(form).as<Symbol>(), nullptr, &loop, function_});
  std::vector<Variable*> variables;
  for (auto& [name, value] : bindings) variables.push_back(declare(name));
  node->variables = copy(variables);
  node->body = TRY(analyse_body(tail(tail(tail(form))), span, {.tail = position.tail, .loop = &loop}));
  *jumps_only = loop.jumps_only;
  return node;
}

// ((do (define (name variable …) body…) name) value …)
NodeResult Analyser::analyse_loop_as_function(Value form, Span span, Position) {
  auto bindings = TRY(parse_bindings(third(form), span, "loop"));
  auto* call = make<CallNode>(NodeKind::kCall, span);
  std::vector<Node*> initial;
  std::vector<Value> parameters;
  for (auto& [name, value] : bindings) {
    initial.push_back(TRY(analyse(value, form_span(value, span), {})));
    parameters.push_back(object_value(Tag::kSymbol, name));
  }
  call->arguments = copy(initial);
  ScopeMark mark(scope_);
  Symbol* name = second(form).as<Symbol>();
  Variable* self = declare(name);
  self->assigned = true;
  auto* bind = make<BindNode>(NodeKind::kBind, span);
  bind->variable = self;
  bind->value = TRY(analyse_function(name, keep(runtime_.vector(parameters)), tail(tail(tail(form))), span));
  auto* reference = make<LocalNode>(NodeKind::kLocal, span);
  reference->variable = self;
  auto* block = make<BlockNode>(NodeKind::kBlock, span);
  block->early = copy(std::vector<Variable*>{self});
  block->items = copy(std::vector<Node*>{bind, reference});
  call->function = block;
  return call;
}

// The loader takes imports at the top level; one that comes here stands elsewhere.
NodeResult Analyser::special_import(Value, Span span, Position) {
  return syntax_error(span, "`import` stands at the top level only.");
}

// (try body… (catch e handler…) (finally cleanup…))
NodeResult Analyser::special_try(Value form, Span span, Position) {
  auto* node = make<TryNode>(NodeKind::kTry, span);
  std::vector<Value> body;
  Value catch_form = nil(), finally_form = nil();
  for (Value rest = tail(form); rest.is(Tag::kPair); rest = tail(rest)) {
    Value item = head(rest);
    const bool is_catch = item.is(Tag::kPair) && is_symbol(head(item), "catch");
    const bool is_finally = item.is(Tag::kPair) && is_symbol(head(item), "finally");
    if (!is_catch && !is_finally && catch_form.is_nil() && finally_form.is_nil()) continue;
    Value& slot = is_catch ? catch_form : finally_form;
    if ((!is_catch && !is_finally) || !slot.is_nil() || (is_catch && !finally_form.is_nil()))
      return syntax_error(head_span(rest, span),
                          "In `try`, one `catch` and one `finally`, in this order, end the form.");
    slot = item;
  }
  Value statements = nil();
  for (Value rest = tail(form); rest.is(Tag::kPair) && !head(rest).same(catch_form) && !head(rest).same(finally_form);
       rest = tail(rest))
    body.push_back(rest);
  while (!body.empty()) {
    statements =
        object_value(Tag::kPair, runtime_.heap.pair(head(body.back()), statements, body.back().as<Pair>()->span));
    body.pop_back();
  }
  node->body = TRY(analyse_body(keep(statements), span, {}));
  if (!catch_form.is_nil()) {
    if (list_length(catch_form) < 2 || !second(catch_form).is(Tag::kSymbol))
      return syntax_error(form_span(catch_form, span), "`(catch name body…)` takes the name of the error.");
    ScopeMark mark(scope_);
    node->error = declare(second(catch_form).as<Symbol>());
    node->handler = TRY(analyse_body(tail(tail(catch_form)), span, {}));
  }
  if (!finally_form.is_nil()) node->cleanup = TRY(analyse_body(tail(finally_form), span, {}));
  return node;
}

}  // namespace elle::lang
