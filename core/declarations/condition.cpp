// Three-valued logic: a part that cannot be evaluated is unknown, and so is what it decides, but `0 && X` is false and
// `1 || X` true whatever X is. For the question that is asked here, "what would bring this back?", an unknown answer is
// as good as none, and a wrong one would send a person to define the wrong macro.
#include "core/declarations/condition.h"

#include <cctype>
#include <cstdlib>

#include "core/base/text.h"

namespace elle::core {
namespace {

// A descent through `||`, `&&`, `!` and what they join. An operand that is more than a name or a number is skipped to
// the next of these, and unknown.
class Evaluator {
 public:
  Evaluator(std::string_view text, const MacroLookup& lookup) : rest_(text), lookup_(lookup) {}

  Condition run() {
    condition_.holds = either();
    return std::move(condition_);
  }

 private:
  using Truth = std::optional<bool>;

  Truth either() {
    Truth left = both();
    while (take("||")) {
      size_t wanted = condition_.wanted.size();
      Truth right = both();
      if (wanted > 0) condition_.wanted.resize(wanted);  // one side is enough
      bool known_true = left.value_or(false) || right.value_or(false);
      left = known_true ? Truth(true) : left && right ? Truth(false) : std::nullopt;
    }
    return left;
  }

  Truth both() {
    Truth left = operand();
    while (take("&&")) {
      Truth right = operand();
      bool known_false = !left.value_or(true) || !right.value_or(true);
      left = known_false ? Truth(false) : left && right ? Truth(true) : std::nullopt;
    }
    return left;
  }

  Truth operand() {
    size_t wanted = condition_.wanted.size();
    Truth value = simple_operand();
    skip_blanks();
    bool whole = rest_.empty() || rest_[0] == ')' || rest_.starts_with("&&") || rest_.starts_with("||");
    if (!whole) value = std::nullopt, condition_.wanted.resize(wanted);
    while (!at_end_of_operand()) rest_.remove_prefix(1);
    return value;
  }

  bool at_end_of_operand() {
    if (rest_.empty() || rest_.starts_with("&&") || rest_.starts_with("||")) return true;
    if (rest_[0] == '(') depth_++;
    if (rest_[0] == ')' && depth_-- == 0) return depth_ = 0, true;
    return false;
  }

  Truth simple_operand() {
    skip_blanks();
    if (rest_.starts_with('!') && !rest_.starts_with("!=")) {
      rest_.remove_prefix(1);
      negated_ = !negated_;
      Truth value = simple_operand();
      negated_ = !negated_;
      return value ? Truth(!*value) : std::nullopt;
    }
    if (take("(")) {
      Truth value = either();
      take(")");
      return value;
    }
    std::string_view word = take_word();
    if (word.empty()) return std::nullopt;
    if (is_digit(word[0])) return std::strtoll(std::string(word).c_str(), nullptr, 0) != 0;
    if (word == "defined") return is_defined();
    auto macro = lookup_(word);
    want(word, macro.has_value());
    if (!macro) return false;  // C17 6.10.1p4: a name that is no macro is 0
    return *macro ? Truth(**macro != 0) : std::nullopt;
  }

  bool is_defined() {
    bool brackets = take("(");
    std::string_view name = take_word();
    if (brackets) take(")");
    bool there = lookup_(name).has_value();
    want(name, there);
    return there;
  }

  void want(std::string_view name, bool there) {
    if (!there && !negated_) condition_.wanted.emplace_back(name);
  }

  void skip_blanks() {
    while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_[0]))) rest_.remove_prefix(1);
  }

  bool take(std::string_view token) {
    skip_blanks();
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::string_view take_word() {
    skip_blanks();
    size_t length = 0;
    while (length < rest_.size() && is_word_letter(rest_[length])) length++;
    std::string_view word = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return word;
  }

  std::string_view rest_;
  const MacroLookup& lookup_;
  Condition condition_;
  bool negated_ = false;
  int depth_ = 0;  // of brackets in an operand that is skipped
};

}  // namespace

Condition evaluate_condition(std::string_view text, const MacroLookup& lookup) { return Evaluator(text, lookup).run(); }

}  // namespace elle::core
