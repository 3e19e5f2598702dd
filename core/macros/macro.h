// A macro as it was defined, and the set of all of them.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/macros/token.h"

namespace elle::core::macros {

struct Macro {
  std::string_view name;
  bool function_like = false;
  bool variadic = false;
  std::vector<std::string_view> parameters;  // a variadic one's last is `__VA_ARGS__`, or the name before its `...`
  std::vector<Token> body;

  // Its tokens as text, one space where there was any.
  std::string body_text() const;
};

// Where an Expander finds macros by their names.
class MacroSource {
 public:
  virtual ~MacroSource() = default;
  // nullptr when there is none. The macro stays where it is as long as the source does.
  virtual const Macro* find(std::string_view name) const = 0;
};

// The macros in force at the end of a translation unit. Owns its macros and borrows their text.
class MacroTable final : public MacroSource {
 public:
  // `text` is what follows the name in the definition: `(a, b) a + b` for a function-like macro, else the body. It must
  // outlive the table. A macro of the same name is replaced.
  Macro& define(std::string_view name, std::string_view text, bool function_like);
  const Macro* find(std::string_view name) const override {
    auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }

 private:
  std::deque<Macro> macros_;
  std::unordered_map<std::string_view, Macro*> by_name_;
};

}  // namespace elle::core::macros
