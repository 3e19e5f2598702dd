// Which name means which variable, while a form is analysed.
#pragma once

#include <vector>

#include "lang/compile/ast.h"

namespace elle::lang {

struct LoopScope {
  LoopNode* node;
  LoopScope* outer;        // a loop whose tail position this loop is in
  bool jumps_only = true;  // no use of the name but a tail call
};

struct Binding {
  Symbol* name;
  Variable* variable;  // null for a loop's name
  LoopScope* loop;     // null for a variable
  FunctionNode* function;
};

class Scope {
 public:
  // The innermost binding of `name`, or null.
  Binding* find(Symbol* name) {
    for (size_t i = bindings_.size(); i-- > 0;)
      if (bindings_[i].name == name) return &bindings_[i];
    return nullptr;
  }
  void bind(Binding binding) { bindings_.push_back(binding); }
  size_t depth() const { return bindings_.size(); }
  void leave(size_t depth) { bindings_.resize(depth); }
  bool empty() const { return bindings_.empty(); }

 private:
  std::vector<Binding> bindings_;
};

// Restores the scope at the end of a C++ block.
class ScopeMark {
 public:
  explicit ScopeMark(Scope& scope) : scope_(scope), depth_(scope.depth()) {}
  ~ScopeMark() { scope_.leave(depth_); }
  ScopeMark(const ScopeMark&) = delete;
  ScopeMark& operator=(const ScopeMark&) = delete;

 private:
  Scope& scope_;
  size_t depth_;
};

}  // namespace elle::lang
