// Names: let, define, defmacro, bodies and parameters.
//
// A body is the hard part. Its definitions are in scope in all of it, so that functions in it may call each other
// whatever their order; but a `define` may be hidden in the expansion of a macro, and a macro may be shadowed by a
// local name. So a body is analysed in three passes, and their order is what makes it right:
//
//   expand_body           expands the macro at the head of each form, and opens `do`, until it is plain what defines
//   declare_definitions   puts every defined name in scope, as assigned and not yet defined
//   analyse_body_item     analyses each form; a `define` now only binds a name that is there
//
// A name counts as a special form, as a macro or as `define` only where the scope has no variable of that name: every
// test for one asks the scope first. `assigned` is set on names of definitions because a function before the definition
// may see them change from unbound to bound: such a variable, if captured, must be a box and not a copy.
//
// (let name value) as a statement is different: it is in scope from there on only, and a name may be bound again.
#include "lang/compile/analyser.h"
#include "lang/compile/compiler.h"
#include "lang/print/printer.h"
#include "lang/read/form.h"

namespace elle::lang {

using core::Done;

Variable* Analyser::declare(Symbol* name) {
  auto* variable = new (arena_.allocate(sizeof(Variable), alignof(Variable))) Variable{name, function_};
  scope_.bind({name, variable, nullptr, function_});
  return variable;
}

// --- Bodies -----------------------------------------------------------------

// Macros at the head of each form are expanded first, and `do` is opened, so that every definition is seen.
Result<Done> Analyser::expand_body(Value forms, Span span, Items& items) {
  for (; forms.is(Tag::kPair); forms = tail(forms)) {
    const Span here = head_span(forms, span);
    bool expanded = false;
    Value form = TRY(expand(head(forms), here, &expanded));
    const bool block = form.is(Tag::kPair) && (is_symbol(head(form), "do") || is_symbol(head(form), "begin")) &&
                       !scope_.find(head(form).as<Symbol>());
    if (block && tail(form).is(Tag::kPair))
      TRY(expand_body(tail(form), here, items));
    else
      items.emplace_back(form, here);
  }
  return Done{};
}

// Local definitions are in scope in the whole body, so that functions in it can call each other.
Result<std::vector<Variable*>> Analyser::declare_definitions(const Items& items) {
  std::vector<Variable*> early;
  for (auto& [form, span] : items) {
    if (!form.is(Tag::kPair) || !is_symbol(head(form), "define") || scope_.find(head(form).as<Symbol>())) continue;
    Definition definition = TRY(parse_definition(form, span, "define"));
    Variable* variable = declare(definition.name);
    variable->assigned = true;
    variable->defined = false;
    early.push_back(variable);
  }
  return early;
}

NodeResult Analyser::analyse_body(Value forms, Span span, Position position) {
  const bool global = position.top_level && scope_.empty();
  ScopeMark mark(scope_);
  Items items;
  TRY(expand_body(forms, span, items));
  if (items.empty()) return constant(nil(), span);
  auto* block = make<BlockNode>(NodeKind::kBlock, span);
  if (!global) block->early = copy(TRY(declare_definitions(items)));
  std::vector<Node*> nodes;
  for (size_t i = 0; i < items.size(); i++) {
    Position here = i + 1 == items.size() ? position : Position{.top_level = position.top_level};
    nodes.push_back(TRY(analyse_body_item(items[i].first, items[i].second, here)));
  }
  if (nodes.size() == 1 && block->early.empty() && nodes[0]->kind != NodeKind::kBind) return nodes[0];
  block->items = copy(nodes);
  return block;
}

NodeResult Analyser::analyse_body_item(Value form, Span span, Position position) {
  const bool list = form.is(Tag::kPair) && head(form).is(Tag::kSymbol) && !scope_.find(head(form).as<Symbol>());
  const bool global = position.top_level && scope_.empty();
  if (list && !global && is_symbol(head(form), "let") && list_length(form) == 3 && second(form).is(Tag::kSymbol))
    return let_statement(form, span);
  if (list && !global && is_symbol(head(form), "define")) {
    Definition definition = TRY(parse_definition(form, span, "define"));
    Variable* variable = scope_.find(definition.name)->variable;
    auto* node = make<BindNode>(NodeKind::kBind, span);
    node->variable = variable;
    node->value = TRY(definition_value(definition, span));
    variable->defined = true;
    return node;
  }
  return analyse(form, span, position);
}

NodeResult Analyser::let_statement(Value form, Span span) {
  auto* node = make<BindNode>(NodeKind::kBind, span);
  node->value = TRY(analyse(third(form), head_span(tail(tail(form)), span), {}));
  node->variable = declare(second(form).as<Symbol>());
  return node;
}

// --- let --------------------------------------------------------------------

// [a 1 b 2] or ((a 1) (b 2)).
Result<std::vector<std::pair<Symbol*, Value>>> Analyser::parse_bindings(Value bindings, Span span, const char* what) {
  std::vector<std::pair<Symbol*, Value>> result;
  auto add = [&](Value name, Value value) {
    if (!name.is(Tag::kSymbol)) return false;
    result.emplace_back(name.as<Symbol>(), value);
    return true;
  };
  bool good = bindings.is(Tag::kVector) || bindings.is(Tag::kPair) || bindings.is_nil();
  if (bindings.is(Tag::kVector)) {
    const Vector* vector = bindings.as<Vector>();
    good = vector->size % 2 == 0;
    for (uint32_t i = 0; good && i < vector->size; i += 2) good = add(vector->items[i], vector->items[i + 1]);
  }
  for (Value rest = bindings; good && rest.is(Tag::kPair); rest = tail(rest))
    good = list_length(head(rest)) == 2 && add(head(head(rest)), second(head(rest)));
  if (!good)
    return syntax_error(form_span(bindings, span),
                        fmt::format("The bindings of `{}` are names and values in turn, but {} came.", what,
                                    print_short(runtime_.views, bindings)),
                        "Write [a 1 b 2] or ((a 1) (b 2)).");
  return result;
}

NodeResult Analyser::special_let(Value form, Span span, Position position) {
  const size_t length = list_length(form);
  if (length == 3 && second(form).is(Tag::kSymbol)) {
    if (position.top_level && scope_.empty()) return special_define(form, span, position);
    return syntax_error(span,
                        fmt::format("`(let {} …)` binds to the end of a body, but stands in no body here.",
                                    second(form).as<Symbol>()->view()),
                        "Use (let [name value] body…) for an expression.");
  }
  if (length < 2 || second(form).is(Tag::kSymbol))
    return syntax_error(span, "`let` is (let name value), or (let [name value …] body…).");
  auto bindings = TRY(parse_bindings(second(form), span, "let"));
  ScopeMark mark(scope_);
  std::vector<Node*> items;
  for (auto& [name, value] : bindings) {
    auto* bind = make<BindNode>(NodeKind::kBind, span);
    bind->value = TRY(analyse(value, form_span(value, span), {}));
    bind->variable = declare(name);
    items.push_back(bind);
  }
  position.top_level = false;
  items.push_back(TRY(analyse_body(tail(tail(form)), span, position)));
  auto* block = make<BlockNode>(NodeKind::kBlock, span);
  block->items = copy(items);
  return block;
}

// --- define -----------------------------------------------------------------

Result<Analyser::Definition> Analyser::parse_definition(Value form, Span span, const char* what) {
  const std::string usage = fmt::format("`{0}` is ({0} name value) or ({0} (name parameter…) body…).", what);
  if (list_length(form) < 3) return syntax_error(span, usage);
  Value target = second(form);
  if (target.is(Tag::kSymbol)) {
    const size_t length = list_length(form);
    const bool documented = length == 4 && third(form).is(Tag::kString);
    if (length != 3 && !documented) return syntax_error(span, usage, "To define a function, put its name in the list.");
    if (documented) return Definition{target.as<Symbol>(), false, nil(), tail(tail(tail(form))), third(form)};
    return Definition{target.as<Symbol>(), false, nil(), tail(tail(form)), nil()};
  }
  if (!target.is(Tag::kPair) || !head(target).is(Tag::kSymbol)) return syntax_error(span, usage);
  return Definition{head(target).as<Symbol>(), true, tail(target), tail(tail(form)), nil()};
}

NodeResult Analyser::definition_value(const Definition& definition, Span span) {
  if (definition.function) {
    FunctionNode* function = TRY(analyse_function(definition.name, definition.parameters, definition.rest, span));
    return function;
  }
  const Span value_span = head_span(definition.rest, span);
  // (define f (fn …)) names the function as well.
  Value form = head(definition.rest);
  if (form.is(Tag::kPair) && (is_symbol(head(form), "fn") || is_symbol(head(form), "lambda")) &&
      list_length(form) >= 3 && !scope_.find(head(form).as<Symbol>())) {
    FunctionNode* function = TRY(analyse_function(definition.name, second(form), tail(tail(form)), value_span));
    return function;
  }
  return analyse(form, value_span, {});
}

NodeResult Analyser::special_define(Value form, Span span, Position position) {
  Definition definition = TRY(parse_definition(form, span, is_symbol(head(form), "let") ? "let" : "define"));
  if (!position.top_level || !scope_.empty())
    return syntax_error(span,
                        fmt::format("`(define {} …)` stands where an expression is expected.", definition.name->view()),
                        "Put it at the top level or directly into a body.");
  auto* node = make<DefineGlobalNode>(NodeKind::kDefineGlobal, span);
  node->cell = module_->cell(runtime_.heap, definition.name);
  node->cell->docstring = definition.docstring;
  node->value = TRY(definition_value(definition, span));
  return node;
}

NodeResult Analyser::special_defmacro(Value form, Span span, Position position) {
  Value normal = form;
  // (defmacro name [params] body…) is accepted beside (defmacro (name params…) body…).
  if (list_length(form) >= 4 && second(form).is(Tag::kSymbol)) {
    Value parameters = third(form);
    if (parameters.is(Tag::kVector)) {
      Value list = nil();
      for (uint32_t i = parameters.as<Vector>()->size; i-- > 0;)
        list = runtime_.cons(parameters.as<Vector>()->items[i], list);
      parameters = list;
    }
    normal = runtime_.cons(head(form), runtime_.cons(runtime_.cons(second(form), parameters), tail(tail(tail(form)))));
    keep(normal);
  }
  Definition definition = TRY(parse_definition(normal, span, "defmacro"));
  if (!definition.function) return syntax_error(span, "`defmacro` is (defmacro (name parameter…) body…).");
  if (!position.top_level || !scope_.empty()) return syntax_error(span, "`defmacro` stands at the top level only.");
  auto* node = make<DefineGlobalNode>(NodeKind::kDefineGlobal, span);
  node->cell = module_->cell(runtime_.heap, definition.name);
  node->value = TRY(analyse_function(definition.name, definition.parameters, definition.rest, span));
  node->macro = true;
  return node;
}

// --- Functions --------------------------------------------------------------

NodeResult Analyser::special_fn(Value form, Span span, Position) {
  if (list_length(form) < 3) return syntax_error(span, "`(fn [parameter…] body…)` takes parameters and a body.");
  FunctionNode* function = TRY(analyse_function(nullptr, second(form), tail(tail(form)), span));
  return function;
}

Result<FunctionNode*> Analyser::analyse_function(Symbol* name, Value parameters, Value body, Span span) {
  auto* function = make<FunctionNode>(NodeKind::kFunction, span);
  function->name = name;
  function->docstring = nil();
  function->parameter_list = parameters;
  FunctionNode* outer = function_;
  function_ = function;
  auto result = [&]() -> Result<FunctionNode*> {
    ScopeMark mark(scope_);
    TRY(analyse_parameters(function, parameters, span));
    if (head(body).is(Tag::kString) && tail(body).is(Tag::kPair)) {
      function->docstring = head(body);
      body = tail(body);
    }
    function->body = TRY(analyse_body(body, span, {.tail = true}));
    return function;
  }();
  function_ = outer;
  return result;
}

Result<Done> Analyser::analyse_parameters(FunctionNode* function, Value parameters, Span span) {
  std::vector<Value> items;
  if (parameters.is(Tag::kVector))
    items.assign(parameters.as<Vector>()->items, parameters.as<Vector>()->items + parameters.as<Vector>()->size);
  else if (parameters.is(Tag::kPair))
    for (Value rest = parameters; rest.is(Tag::kPair); rest = tail(rest)) items.push_back(head(rest));
  else if (!parameters.is_nil())
    return syntax_error(span, fmt::format("Parameters are a list or a vector of names, but {} came.",
                                          print_short(runtime_.views, parameters)));
  enum { kRequired, kOptional, kRest, kKey } mode = kRequired;
  std::vector<Variable*> required;
  std::vector<Parameter> optional, keys;
  for (Value item : items) {
    if (is_symbol(item, "&optional")) {
      mode = kOptional;
    } else if (is_symbol(item, "&rest") || is_symbol(item, "&")) {
      mode = kRest;
    } else if (is_symbol(item, "&key")) {
      mode = kKey;
    } else if (mode == kOptional || mode == kKey) {
      TRY(analyse_key_or_optional(function, item, mode == kKey, mode == kKey ? keys : optional, span));
    } else if (!item.is(Tag::kSymbol) || (mode == kRest && function->rest)) {
      return syntax_error(span, fmt::format("{} cannot be a parameter here.", print_short(runtime_.views, item)),
                          "Parameters are names, then &optional, &rest and &key ones.");
    } else if (mode == kRest) {
      function->rest = declare(item.as<Symbol>());
    } else {
      required.push_back(declare(item.as<Symbol>()));
    }
  }
  function->required = copy(required);
  function->optional = copy(optional);
  function->keys = copy(keys);
  return Done{};
}

// `name` or `(name default)`; a default may use the parameters before it.
Result<Done> Analyser::analyse_key_or_optional(FunctionNode*, Value item, bool key, std::vector<Parameter>& into,
                                               Span span) {
  Parameter parameter{};
  Value name = item;
  if (item.is(Tag::kPair) && list_length(item) == 2) {
    name = head(item);
    parameter.initial = TRY(analyse(second(item), form_span(item, span), {}));
  }
  if (!name.is(Tag::kSymbol))
    return syntax_error(span, fmt::format("{} cannot be a parameter here.", print_short(runtime_.views, item)),
                        "Write name or (name default).");
  parameter.variable = declare(name.as<Symbol>());
  if (key) parameter.keyword = runtime_.symbols.intern_keyword(name.as<Symbol>()->view());
  into.push_back(parameter);
  return Done{};
}

}  // namespace elle::lang
