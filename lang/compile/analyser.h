// Analysis: one top-level form to a tree of nodes. Special forms are methods; everything else is a macro, a call or
// data.
#pragma once

#include <memory_resource>
#include <vector>

#include "lang/compile/ast.h"
#include "lang/compile/scope.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

class VM;

using NodeResult = Result<Node*>;

// Where a form stands.
struct Position {
  bool tail = false;          // its value is the function's
  bool top_level = false;     // a `define` here makes a global
  LoopScope* loop = nullptr;  // the innermost loop whose body's value it is
};

class Analyser {
 public:
  Analyser(VM& vm, Module* module);

  // The form as a function without parameters.
  Result<FunctionNode*> analyse_top_level(Value form, Span span);

 private:
  using SpecialMethod = NodeResult (Analyser::*)(Value form, Span span, Position position);
  SpecialMethod special_form(Symbol* head) const;

  // expressions.cpp
  NodeResult analyse(Value form, Span span, Position position);
  NodeResult analyse_symbol(Symbol* name, Span span);
  NodeResult analyse_list(Value form, Span span, Position position);
  NodeResult analyse_call(Value form, Span span, Position position);
  NodeResult analyse_loop_call(LoopScope* loop, Value form, Span span, Position position);
  NodeResult analyse_field_access(Value form, Span span);
  NodeResult analyse_intrinsic(Symbol* head, Value form, Span span);
  NodeResult fold_arithmetic(Opcode op, const std::vector<Node*>& operands, Span span);
  Result<Nodes> analyse_arguments(Value list);
  NodeResult analyse_collection(NodeKind kind, Value form, Span span);
  NodeResult call_builtin(const char* name, std::initializer_list<Node*> arguments, Span span);

  // special_forms.cpp
  NodeResult special_quote(Value form, Span span, Position position);
  NodeResult special_quasiquote(Value form, Span span, Position position);
  NodeResult special_if(Value form, Span span, Position position);
  NodeResult special_and(Value form, Span span, Position position);
  NodeResult special_or(Value form, Span span, Position position);
  NodeResult special_do(Value form, Span span, Position position);
  NodeResult special_set(Value form, Span span, Position position);
  NodeResult special_while(Value form, Span span, Position position);
  NodeResult special_loop(Value form, Span span, Position position);
  NodeResult special_import(Value form, Span span, Position position);
  NodeResult special_try(Value form, Span span, Position position);
  NodeResult analyse_sequence(NodeKind kind, Value form, Span span, Position position);
  NodeResult analyse_jumping_loop(Value form, Span span, Position position, bool* jumps_only);
  NodeResult analyse_loop_as_function(Value form, Span span, Position position);
  NodeResult set_place(Value place, Value value, Span span);

  // bindings.cpp
  NodeResult special_let(Value form, Span span, Position position);
  NodeResult special_define(Value form, Span span, Position position);
  NodeResult special_defmacro(Value form, Span span, Position position);
  NodeResult special_fn(Value form, Span span, Position position);
  NodeResult analyse_body(Value forms, Span span, Position position);
  using Items = std::vector<std::pair<Value, Span>>;
  Result<core::Done> expand_body(Value forms, Span span, Items& items);
  Result<std::vector<Variable*>> declare_definitions(const Items& items);
  NodeResult analyse_body_item(Value form, Span span, Position position);
  NodeResult let_statement(Value form, Span span);
  Result<FunctionNode*> analyse_function(Symbol* name, Value parameters, Value body, Span span);
  Result<core::Done> analyse_parameters(FunctionNode* function, Value parameters, Span span);
  Result<core::Done> analyse_key_or_optional(FunctionNode* function, Value item, bool key, std::vector<Parameter>& into,
                                             Span span);
  // Name and value of `(define name value)` and `(define (name . params) body…)`.
  struct Definition {
    Symbol* name;
    bool function;
    Value parameters;
    Value rest;       // value, or docstring and body
    Value docstring;  // of a variable: string or nil
  };
  Result<Definition> parse_definition(Value form, Span span, const char* what);
  NodeResult definition_value(const Definition& definition, Span span);
  Result<std::vector<std::pair<Symbol*, Value>>> parse_bindings(Value bindings, Span span, const char* what);
  Variable* declare(Symbol* name);

  // quasiquote.cpp
  Value language_function(const char* name);
  Result<Value> expand_quasiquote(Value form, int depth, Span span);
  Result<Value> expand_quasiquote_list(Value form, int depth, Span span);

  // macros and names
  Result<Value> expand(Value form, Span span, bool* expanded);
  bool is_macro_call(Value form);

  template <class T>
  T* make(NodeKind kind, Span span) {
    T* node = new (arena_.allocate(sizeof(T), alignof(T))) T();
    node->kind = kind;
    node->span = span;
    return node;
  }
  template <class T>
  std::span<T> copy(const std::vector<T>& items) {
    T* data = std::pmr::polymorphic_allocator<T>(&arena_).allocate(items.size() + 1);
    std::copy(items.begin(), items.end(), data);
    return {data, items.size()};
  }
  NodeResult constant(Value value, Span span);
  Failed syntax_error(Span span, std::string_view message, std::string_view next_step = {});
  // Forms made by macros are reachable from nowhere else while we work on them.
  Value keep(Value value);

  VM& vm_;
  Runtime& runtime_;
  Module* module_;
  Scope scope_;
  FunctionNode* function_ = nullptr;
  Rooted kept_;
  std::pmr::monotonic_buffer_resource arena_;
  unsigned depth_ = 0;
};

}  // namespace elle::lang
