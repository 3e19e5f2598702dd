// A recursive descent over C's expressions (C17 6.5) that yields a value where C has a constant one, and otherwise says
// what would have to be done at run time.
//
// The four outcomes of a part, and why there are four:
//
// - a constant: what the folder is for
// - kExpression with a residue: variables, calls, casts and dereferences over constants. The bridge carries these out
//   itself (`stdin`, errno's `(*__errno_location())`), which needs no compiler and no process.
// - kExpression without: valid C, but more than that, such as a member of a struct. The machine's C compiler evaluates
//   it when somebody asks.
// - nothing, with the first reason that came up: no expression. Reasons are for people, and the first is the cause.
//
// What C does not evaluate (the arm of `?:` that is not taken, the right side of `&&` after a 0, the operand of sizeof)
// must still parse, but nothing can be wrong with its value there (unevaluated_).
#include "core/macros/expression.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <utility>

#include "core/macros/arithmetic.h"
#include "core/macros/literal.h"
#include "core/macros/type_name.h"

namespace elle::core::macros {
namespace {

using Folded = std::optional<Value>;

constexpr int kDeepest = 200;  // nested brackets and operators

// How strongly a binary operator binds, from 1; 0 for any other token.
int precedence(const Token& token) {
  static constexpr std::array<std::string_view, 10> kWeakestFirst = {
      " || ", " && ", " | ", " ^ ", " & ", " == != ", " < > <= >= ", " << >> ", " + - ", " * / % "};
  if (token.kind != TokenKind::kPunctuator || token.text.size() > 2) return 0;
  const std::string padded = fmt::format(" {} ", token.text);
  for (size_t i = 0; i < kWeakestFirst.size(); i++)
    if (kWeakestFirst[i].find(padded) != std::string_view::npos) return static_cast<int>(i) + 1;
  return 0;
}

bool is_number(const Value& value) { return value.kind == MacroValue::kInteger || value.kind == MacroValue::kFloating; }
bool is_constant(const Value& value) { return is_number(value) || value.kind == MacroValue::kPointer; }

Value make_value(MacroValue kind, std::string text, TypeHandle type = 0) {
  Value value;
  value.kind = kind;
  value.text = std::move(text);
  value.type = type;
  return value;
}

// A value that only the running program has.
Value at_run_time() { return Value{}; }

Value at_run_time(Residue residue) {
  Value value;
  value.residue = std::make_shared<const Residue>(std::move(residue));
  return value;
}

// Whether a call, cast or the like of it can be done without a compiler.
bool is_simple(const Value& value) {
  switch (value.kind) {
    case MacroValue::kInteger:
    case MacroValue::kFloating:
    case MacroValue::kPointer:
    case MacroValue::kString:
    case MacroValue::kFunctionAlias:
      return true;
    default:
      return value.residue != nullptr;
  }
}

// What macros of <math.h> come down to.
Folded builtin_constant(Scope& scope, std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, ScalarKind>, 3> kKinds = {
      {{"f", ScalarKind::kFloat}, {"", ScalarKind::kDouble}, {"l", ScalarKind::kLongDouble}}};
  for (const auto& [suffix, kind] : kKinds) {
    if (!name.ends_with(suffix)) continue;
    std::string_view stem = name.substr(0, name.size() - suffix.size());
    if (stem == "__builtin_nan") return make_floating(scope, kind, std::nan(""));
    if (stem == "__builtin_inf" || stem == "__builtin_huge_val")
      return make_floating(scope, kind, std::numeric_limits<double>::infinity());
  }
  return std::nullopt;
}

class Parser {
 public:
  Parser(Scope& scope, const std::vector<Token>& tokens) : scope_(scope), cursor_(tokens) {}

  Value whole() {
    if (auto type = type_name(); type && cursor_.done()) return make_value(MacroValue::kTypeAlias, {}, *type);
    cursor_.at = 0;
    Folded value = conditional();
    if (value && !cursor_.done()) value = refuse_rest();
    return value ? *value : make_value(MacroValue::kNotExpression, reason_);
  }

 private:
  Folded refuse(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
    return std::nullopt;
  }
  Folded refuse_rest() {
    if (cursor_.is(",")) return refuse("it is a list, not one expression");
    return refuse(fmt::format("`{}` does not continue an expression", cursor_.peek().text));
  }

  std::optional<TypeHandle> type_name() {
    return parse_type_name(scope_, cursor_, [this](Cursor&) -> std::optional<uint64_t> {
      Folded length = conditional();
      if (!length || length->kind != MacroValue::kInteger) return std::nullopt;
      return length->bits;
    });
  }

  Folded comma() {
    Folded value = conditional();
    while (value && cursor_.take(",")) value = conditional();
    return value;
  }

  Folded conditional() {
    Folded condition = binary_from(1);
    if (!condition || !cursor_.take("?")) return condition;
    bool known = is_constant(*condition), truth = known && is_true(*condition);
    Folded yes = unevaluated_if(known && !truth, [this] { return comma(); });
    if (!yes) return yes;
    if (!cursor_.take(":")) return refuse("its `?` has no `:`");
    Folded no = unevaluated_if(known && truth, [this] { return conditional(); });
    if (!no || !known) return no ? at_run_time() : no;
    // 6.5.15: both arms lend their type.
    if (is_number(*yes) && is_number(*no)) return common_type(truth ? *yes : *no, truth ? *no : *yes);
    return truth ? yes : no;
  }

  // `value` in the type the usual conversions give the two together.
  Folded common_type(const Value& value, const Value& other) {
    Value zero = other;
    zero.bits = 0;
    zero.real = 0;
    return binary(scope_, "+", value, zero);
  }

  template <class Parse>
  Folded unevaluated_if(bool skipped, const Parse& parse) {
    unevaluated_ += skipped;
    Folded value = parse();
    unevaluated_ -= skipped;
    return value;
  }

  // Precedence climbing: takes operators that bind at least as strongly as `least`; the right operand takes only
  // stronger ones, which makes them group from the left.
  Folded binary_from(int least) {
    Folded left = unary();
    while (left && !cursor_.done()) {
      int rank = precedence(cursor_.peek());
      if (rank < least || rank == 0) break;
      std::string_view op = cursor_.peek().text;
      cursor_.at++;
      bool known = is_constant(*left);
      bool decided = known && ((op == "&&" && !is_true(*left)) || (op == "||" && is_true(*left)));
      Folded right = unevaluated_if(decided, [&] { return binary_from(rank + 1); });
      if (!right) return right;
      left = decided ? make_integer(scope_, ScalarKind::kInt, op == "||") : apply(op, *left, *right);
    }
    return left;
  }

  Folded apply(std::string_view op, const Value& left, const Value& right) {
    if (left.kind == MacroValue::kTypeAlias || right.kind == MacroValue::kTypeAlias)
      return refuse("a type stands where a value should");
    if (!is_constant(left) || !is_constant(right)) return at_run_time();
    if (op == "&&" || op == "||") return make_integer(scope_, ScalarKind::kInt, is_true(right));
    if (!is_number(left) || !is_number(right)) return pointers(op, left, right);
    Folded value = binary(scope_, op, left, right);
    if (value) return value;
    if (unevaluated_ > 0) return make_integer(scope_, ScalarKind::kInt, 0);
    return refuse(fmt::format("`{}` has no value for its operands", op));
  }

  // Address constants compare; arithmetic on them needs the size of what they point to and is left to run time.
  Folded pointers(std::string_view op, const Value& left, const Value& right) {
    if (op == "==") return make_integer(scope_, ScalarKind::kInt, left.bits == right.bits);
    if (op == "!=") return make_integer(scope_, ScalarKind::kInt, left.bits != right.bits);
    return at_run_time();
  }

  Folded unary() {
    if (depth_ >= kDeepest) return refuse("it nests too deeply");
    depth_++;
    Folded value = unary_operator();
    depth_--;
    return value;
  }

  Folded unary_operator() {
    for (std::string_view op : {"-", "+", "~", "!", "&", "*"})
      if (cursor_.take(op)) {
        Folded operand = unary();
        return operand ? apply_unary(op[0], *operand) : operand;
      }
    if (cursor_.take_word("__extension__")) return unary();
    if (cursor_.take_word("sizeof")) return size_of();
    if (cursor_.take_word("_Alignof") || cursor_.take_word("__alignof__")) return align_of();
    return postfix();
  }

  Folded apply_unary(char op, const Value& operand) {
    if (operand.kind == MacroValue::kTypeAlias) return refuse("a type stands where a value should");
    if (op == '&' || op == '*') return pointed(op, operand);
    if (!is_constant(operand)) return at_run_time();
    if (op == '!') return make_integer(scope_, ScalarKind::kInt, !is_true(operand));
    if (operand.kind == MacroValue::kPointer) return refuse(fmt::format("`{}` takes no pointer", op));
    Value value = promote(scope_, operand);
    if (op == '+') return value;
    if (value.kind == MacroValue::kFloating) {
      if (op == '~') return refuse("`~` takes no floating value");
      value.real = -value.real;
      return value;
    }
    uint64_t bits = op == '-' ? uint64_t{0} - value.bits : ~value.bits;
    Value result = make_integer(scope_, value.scalar, bits);
    result.type = value.type;
    return result;
  }

  Folded pointed(char op, const Value& operand) {
    if (!operand.residue) return at_run_time();
    if (op == '*') return at_run_time({.kind = ResidueKind::kDereference, .operands = {operand}});
    if (operand.residue->kind != ResidueKind::kVariable) return at_run_time();
    return at_run_time({.kind = ResidueKind::kAddress, .name = operand.residue->name});
  }

  Folded size_value(uint64_t size) {
    if (size == 0) return at_run_time();
    return make_integer(scope_, ScalarKind::kUnsignedLong, size);
  }

  Folded size_of() {
    if (auto type = type_in_brackets()) return size_value(scope_.facts(*type).size);
    Folded operand = unevaluated_if(true, [this] { return unary(); });
    if (!operand) return operand;
    if (operand->kind == MacroValue::kString) return size_value(operand->text.size() + 1);
    if (!is_constant(*operand)) return at_run_time();
    return size_value(scope_.facts(operand->type).size);
  }

  Folded align_of() {
    auto type = type_in_brackets();
    if (!type) return refuse("`_Alignof` takes a type in brackets");
    return size_value(scope_.facts(*type).align);
  }

  std::optional<TypeHandle> type_in_brackets() {
    size_t start = cursor_.at;
    if (cursor_.take("("))
      if (auto type = type_name(); type && cursor_.take(")")) return type;
    cursor_.at = start;
    return std::nullopt;
  }

  Folded postfix() {
    Folded value = primary();
    while (value && (cursor_.is("(") || cursor_.is("[") || cursor_.is(".") || cursor_.is("->"))) {
      if (value->kind == MacroValue::kTypeAlias || is_number(*value)) return refuse_rest();
      if (cursor_.is("(") && value->kind == MacroValue::kFunctionAlias) {
        value = call(value->text);
        continue;
      }
      if (cursor_.is("(") || cursor_.is("[")) {
        if (!cursor_.skip_brackets()) return refuse("a bracket is not closed");
      } else {
        cursor_.at += 2;  // the operator and the member's name
        if (cursor_.at > cursor_.tokens.size()) return refuse("a member's name is missing");
      }
      value = at_run_time();
    }
    return value;
  }

  // Arguments that are no plain expressions (a type, as some builtins take) leave it to the compiler.
  Folded call(const std::string& function) {
    size_t start = cursor_.at++;
    std::string reason = reason_;
    Residue residue{.kind = ResidueKind::kCall, .name = function};
    bool simple = true;
    while (simple && !cursor_.is(")")) {
      Folded argument = conditional();
      simple = argument && is_simple(*argument);
      if (simple) residue.operands.push_back(*argument);
      if (!cursor_.take(",")) break;
    }
    if (simple && cursor_.take(")")) return at_run_time(std::move(residue));
    reason_ = reason;
    cursor_.at = start;
    return cursor_.skip_brackets() ? Folded(at_run_time()) : refuse("a bracket is not closed");
  }

  Folded primary() {
    if (cursor_.done()) return refuse("an operand is missing");
    const Token& token = cursor_.peek();
    switch (token.kind) {
      case TokenKind::kNumber:
        cursor_.at++;
        return literal(number_value(scope_, token.text), token);
      case TokenKind::kCharacter:
        cursor_.at++;
        return literal(character_value(scope_, token.text), token);
      case TokenKind::kString:
        return strings();
      case TokenKind::kIdentifier:
        return name();
      default:
        if (token.is("{")) return refuse("it is an initialiser, with a value only where a variable is defined");
        return token.is("(") ? brackets() : refuse(fmt::format("`{}` begins no expression", token.text));
    }
  }

  Folded literal(Folded value, const Token& token) {
    return value ? value : refuse(fmt::format("`{}` is no constant of C", token.text));
  }

  // Adjacent literals are one (5.1.1.2, phase 6). A wide one among them leaves the whole to run time.
  Folded strings() {
    Value value;
    value.kind = MacroValue::kString;
    for (; !cursor_.done() && cursor_.peek().kind == TokenKind::kString; cursor_.at++) {
      auto bytes = string_bytes(cursor_.peek().text);
      if (!bytes) value.kind = MacroValue::kExpression;
      if (bytes) value.text += *bytes;
    }
    if (value.kind == MacroValue::kExpression) return at_run_time();
    value.type = scope_.array_of(scope_.scalar(ScalarKind::kChar), value.text.size() + 1);
    return value;
  }

  // A cast, a compound literal, a statement expression (GNU), or just brackets.
  Folded brackets() {
    if (auto type = type_in_brackets()) {
      if (cursor_.is("{")) return cursor_.skip_brackets() ? Folded(at_run_time()) : refuse("a bracket is not closed");
      if (cursor_.done() || cursor_.is(")") || cursor_.is(",")) return make_value(MacroValue::kTypeAlias, {}, *type);
      Folded operand = unary();
      if (!operand) return operand;
      if (operand->kind == MacroValue::kString) return cast_string(*type, *operand);
      Folded value = cast(scope_, *type, *operand);
      if (value && value->kind == MacroValue::kExpression && is_simple(*operand))
        return at_run_time({.kind = ResidueKind::kCast, .type = *type, .operands = {*operand}});
      return value ? value : refuse("its cast makes no sense");
    }
    if (cursor_.at + 1 < cursor_.tokens.size() && cursor_.tokens[cursor_.at + 1].is("{"))
      return cursor_.skip_brackets() ? Folded(at_run_time()) : refuse("a bracket is not closed");
    cursor_.at++;
    Folded value = comma();
    if (value && !cursor_.take(")")) return cursor_.done() ? refuse("a bracket is not closed") : refuse_rest();
    return value;
  }

  // A literal cast to a pointer (G_VARIANT_TYPE_BOOLEAN) stays a string, of that pointer's type.
  Folded cast_string(TypeHandle type, Value value) {
    if (scope_.facts(type).type_class != TypeClass::kPointer) return at_run_time();
    value.type = type;
    return value;
  }

  Folded name() {
    std::string_view name = cursor_.peek().text;
    cursor_.at++;
    if (name == "_Pragma" && cursor_.is("(")) {
      cursor_.skip_brackets();
      return unary();
    }
    if (Folded constant = builtin_constant(scope_, name)) return builtin_call(*constant);
    NamedValue named = scope_.find_name(name);
    switch (named.kind) {
      case NameKind::kConstant: {
        Value value = make_integer(scope_, scope_.facts(named.type).scalar, named.bits);
        value.type = named.type;
        return value;
      }
      case NameKind::kFunction:
        return make_value(MacroValue::kFunctionAlias, std::string(name));
      case NameKind::kVariable:
        return at_run_time({.kind = ResidueKind::kVariable, .name = std::string(name)});
      case NameKind::kArgument:
        return at_run_time({.kind = ResidueKind::kArgument, .index = named.bits});
      case NameKind::kNone:
        break;
    }
    bool of_compiler = name.starts_with("__builtin_") || name.starts_with("__sync_") || name.starts_with("__atomic_");
    bool of_place = name == "__FILE__" || name == "__LINE__" || name == "__func__" || name == "__FUNCTION__" ||
                    name == "__COUNTER__" || name == "__DATE__" || name == "__TIME__" || name == "__PRETTY_FUNCTION__";
    if (of_compiler || of_place) return at_run_time();
    return refuse(fmt::format("`{}` is not declared", name));
  }

  Folded builtin_call(const Value& constant) {
    if (!cursor_.is("(") || !cursor_.skip_brackets()) return refuse("a bracket is not closed");
    return constant;
  }

  Scope& scope_;
  Cursor cursor_;
  std::string reason_;
  int unevaluated_ = 0;  // > 0: inside what C does not evaluate, where nothing can go wrong
  int depth_ = 0;
};

}  // namespace

Value evaluate(Scope& scope, const std::vector<Token>& tokens) {
  return tokens.empty() ? make_value(MacroValue::kEmpty, {}) : Parser(scope, tokens).whole();
}

Value fold(Scope& scope, Expander& expander, const Macro& macro) {
  auto tokens = expander.expand({Token{TokenKind::kIdentifier, false, false, macro.name}});
  if (!tokens) return make_value(MacroValue::kNotExpression, "it cannot be expanded");
  if (tokens->size() == 1 && expander.names_function_like(tokens->front()))
    return make_value(MacroValue::kFunctionAlias, std::string(tokens->front().text));
  return evaluate(scope, *tokens);
}

}  // namespace elle::core::macros
