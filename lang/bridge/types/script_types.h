// The types that a script has names for: what define-c-struct, define-c-union and define-enum made, and the C texts
// that it wrote as types before.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/types/type.h"

namespace elle::lang {

class Runtime;

class ScriptTypes {
 public:
  explicit ScriptTypes(Runtime& runtime) : runtime_(runtime) {}

  // The last one of a name counts.
  void define(std::string_view name, core::TypeId type) { types_[std::string(name)] = type; }
  // kNoType when the script gave no type this name. A variable of the current module that holds a type goes first.
  core::TypeId find(std::string_view name) const;
  const std::unordered_map<std::string, core::TypeId>& all() const { return types_; }

  // A type while its parts are read, which may refer to it by its name.
  class Definition {
   public:
    Definition(ScriptTypes& types, std::string_view name, core::TypeId type) : types_(types) {
      types_.defining_ = {std::string(name), type};
    }
    ~Definition() { types_.defining_ = {}; }
    Definition(const Definition&) = delete;
    Definition& operator=(const Definition&) = delete;

   private:
    ScriptTypes& types_;
  };

  // An expression while it is read, which may stand in others. They nest as deep as C texts may (c_type_parser.cpp).
  class Nesting {
   public:
    explicit Nesting(ScriptTypes& types) : types_(types) { types_.nesting_++; }
    ~Nesting() { types_.nesting_--; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    bool too_deep() const { return types_.nesting_ > kMost; }

   private:
    static constexpr int kMost = 1000;
    ScriptTypes& types_;
  };

  // C texts that were read as types before, such as `const int *`. Only those without names in them: what a name stands
  // for changes as a script goes on. A comparator that casts its arguments reads two a call.
  std::unordered_map<std::string, core::TypeId> without_names;

 private:
  Runtime& runtime_;
  std::unordered_map<std::string, core::TypeId> types_;
  std::pair<std::string, core::TypeId> defining_{{}, core::kNoType};
  int nesting_ = 0;
};

}  // namespace elle::lang
