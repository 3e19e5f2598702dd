#include <doctest/doctest.h>
#include <map>

#include "core/macros/arithmetic.h"
#include "core/macros/expander.h"
#include "core/macros/expression.h"

namespace elle::core::macros {
namespace {

// A scope that knows `struct pair`, the typedef `byte`, the constant SEVEN, the function puts and the variable environ.
// A handle is a scalar kind, or one of these.
class TestScope final : public Scope {
 public:
  static constexpr TypeHandle kPointer = 100, kPair = 101, kFunction = 102;

  NamedValue find_name(std::string_view name) override {
    if (name == "SEVEN") return {NameKind::kConstant, 7, scalar(ScalarKind::kInt)};
    if (name == "puts") return {NameKind::kFunction};
    if (name == "environ") return {NameKind::kVariable};
    return {};
  }
  std::optional<TypeHandle> find_type(Tag tag, std::string_view name) override {
    if (tag == Tag::kStruct && name == "pair") return kPair;
    if (tag == Tag::kTypedef && name == "byte") return scalar(ScalarKind::kUnsignedChar);
    return std::nullopt;
  }
  TypeFacts facts(TypeHandle type) override {
    if (type == kPointer) return {TypeClass::kPointer, ScalarKind::kUnsignedLong, true, 8, 8};
    if (type == kPair) return {TypeClass::kRecord, ScalarKind::kInt, false, 16, 8};
    if (type == kFunction) return {TypeClass::kFunction};
    if (type >= kFirstArray) return {TypeClass::kArray, ScalarKind::kInt, false, type - kFirstArray, 1};
    auto kind = static_cast<ScalarKind>(type);
    bool floating = kind >= ScalarKind::kFloat && kind <= ScalarKind::kLongDouble;
    TypeClass type_class = floating ? TypeClass::kFloating : TypeClass::kInteger;
    if (kind == ScalarKind::kVoid) type_class = TypeClass::kVoid;
    return {type_class, kind, is_unsigned(kind), scalar_size(kind), scalar_size(kind)};
  }
  TypeHandle scalar(ScalarKind kind) override { return static_cast<TypeHandle>(kind); }
  TypeHandle pointer_to(TypeHandle) override { return kPointer; }
  TypeHandle array_of(TypeHandle element, uint64_t count) override {
    return kFirstArray + static_cast<TypeHandle>(facts(element).size * count);
  }
  TypeHandle qualified(TypeHandle type, uint8_t) override { return type; }
  TypeHandle function(TypeHandle, const std::vector<TypeHandle>&, bool) override { return kFunction; }

 private:
  static constexpr TypeHandle kFirstArray = 1000;  // plus the size in bytes
};

std::string expansion(const MacroTable& table, std::string_view text) {
  Expander expander(table);
  auto tokens = expander.expand(lex(text));
  if (!tokens) return "(none)";
  std::string joined;
  for (const Token& token : *tokens) {
    if (!joined.empty()) joined += ' ';
    joined += token.text;
  }
  return joined;
}

Value value_of(std::string_view text) {
  TestScope scope;
  return evaluate(scope, lex(text));
}

// C17 6.10.3.5, example 3.
TEST_CASE("a pragma leaves nothing") {
  MacroTable table;
  table.define("warned", " 7 _Pragma(\"GCC warning\") + 1", false);
  CHECK(expansion(table, "warned") == "7 + 1");
}

TEST_CASE("the standard's own example of rescanning") {
  MacroTable table;
  table.define("f", "(a) f(x * (a))", true);
  table.define("x", " 2", false);
  table.define("g", " f", false);
  table.define("z", " z[0]", false);
  table.define("h", " g(~", false);
  table.define("m", "(a) a(w)", true);
  table.define("w", " 0,1", false);
  table.define("t", "(a) a", true);
  table.define("p", "() int", true);
  table.define("q", "(x) x", true);
  table.define("r", "(x,y) x ## y", true);
  table.define("str", "(x) # x", true);
  CHECK(expansion(table, "f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);") ==
        "f ( 2 * ( y + 1 ) ) + f ( 2 * ( f ( 2 * ( z [ 0 ] ) ) ) ) % f ( 2 * ( 0 ) ) + t ( 1 ) ;");
  CHECK(expansion(table, "g(x+(3,4)-w) | h 5) & m(f)^m(m);") ==
        "f ( 2 * ( 2 + ( 3 , 4 ) - 0 , 1 ) ) | f ( 2 * ( ~ 5 ) ) & f ( 2 * ( 0 , 1 ) ) ^ m ( 0 , 1 ) ;");
  CHECK(expansion(table, "p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };") == "int i [ ] = { 1 , 23 , 4 , 5 , } ;");
  CHECK(expansion(table, "str(hello), str( a  \"b\\n\" )") == "\"hello\" , \"a \\\"b\\\\n\\\"\"");
}

// C17 6.10.3.5, example 4 and 7, and GNU's comma.
TEST_CASE("pasting, stringising and variable arguments") {
  MacroTable table;
  table.define("hash_hash", " # ## #", false);
  table.define("mkstr", "(a) # a", true);
  table.define("in_between", "(a) mkstr(a)", true);
  table.define("join", "(c, d) in_between(c hash_hash d)", true);
  CHECK(expansion(table, "join(x, y)") == "\"x ## y\"");
  table.define("call", "(f, ...) f(__VA_ARGS__)", true);
  table.define("log", "(form, args...) print(form, ## args)", true);
  CHECK(expansion(table, "call(max, 1, 2)") == "max ( 1 , 2 )");
  CHECK(expansion(table, "log(a)") == "print ( a )");
  CHECK(expansion(table, "log(a, b, c)") == "print ( a , b , c )");
  CHECK(expansion(table, "call(a") == "(none)");
}

TEST_CASE("integers have the type that form, suffix and promotion give them") {
  struct Expected {
    std::string_view text;
    ScalarKind kind;
    uint64_t bits;
  };
  using enum format::TypeKind;
  constexpr uint64_t kMinusOne = ~uint64_t{0};
  const Expected cases[] = {{"2147483647", kInt, 0x7fffffff},
                            {"2147483648", kLong, 0x80000000},
                            {"0x80000000", kUnsignedInt, 0x80000000},
                            {"0xffffffffffffffff", kUnsignedLong, kMinusOne},
                            {"-1", kInt, kMinusOne},
                            {"-1U", kUnsignedInt, 0xffffffff},
                            {"-1ll", kLongLong, kMinusOne},
                            {"1 + 1uL", kUnsignedLong, 2},
                            {"0b101", kInt, 5},
                            {"017", kInt, 15},
                            {"'a' + 0", kInt, 97},
                            {"'\\xff'", kInt, kMinusOne},
                            {"'ab'", kInt, 0x6162},
                            {"L'x'", kInt, 120},
                            {"(byte)300", kUnsignedChar, 44},
                            {"~(byte)0", kInt, kMinusOne},
                            {"1u << 31", kUnsignedInt, 0x80000000},
                            {"1 << 31", kInt, 0xffffffff80000000},
                            {"-8 >> 1", kInt, static_cast<uint64_t>(-4)},
                            {"-7 / 2", kInt, static_cast<uint64_t>(-3)},
                            {"-7 % 2", kInt, kMinusOne},
                            {"-1 < 1u", kInt, 0},
                            {"1 ? -1 : 1u", kUnsignedInt, 0xffffffff},
                            {"0 && 1/0", kInt, 0},
                            {"1 || 1/0", kInt, 1},
                            {"1 ? 2 : 1/0", kInt, 2},
                            {"SEVEN | 8", kInt, 15},
                            {"sizeof(struct pair)", kUnsignedLong, 16},
                            {"sizeof(char[3])", kUnsignedLong, 3},
                            {"sizeof \"abc\"", kUnsignedLong, 4},
                            {"sizeof(void (*)(int, char *))", kUnsignedLong, 8},
                            {"(unsigned char)-1 + (long)1.9", kLong, 256},
                            {"(int)(2.5 * 2)", kInt, 5},
                            {"!0.0", kInt, 1},
                            {"(1, 2)", kInt, 2}};
  for (const Expected& expected : cases) {
    CAPTURE(expected.text);
    Value value = value_of(expected.text);
    CHECK(value.kind == MacroValue::kInteger);
    CHECK(value.scalar == expected.kind);
    CHECK(value.bits == expected.bits);
  }
}

TEST_CASE("floating values are computed in their own type") {
  CHECK(value_of("0.1f + 0.2f").real == 0.1f + 0.2f);
  CHECK(value_of("0.1 + 0.2").real == 0.1 + 0.2);
  CHECK(value_of("0.1L * 3").real == 0.1L * 3);
  CHECK(value_of("0x1p-3").real == 0.125);
  CHECK(value_of("1e3F").scalar == ScalarKind::kFloat);
  CHECK(value_of("-__builtin_inff()").real < 0);
}

TEST_CASE("what is no constant says what it is") {
  CHECK(value_of("").kind == MacroValue::kEmpty);
  CHECK(value_of("puts").kind == MacroValue::kFunctionAlias);
  CHECK(value_of("puts(\"x\")").kind == MacroValue::kExpression);
  CHECK(value_of("environ[0]").kind == MacroValue::kExpression);
  CHECK(value_of("((struct pair){1, 2})").kind == MacroValue::kExpression);
  CHECK(value_of("({ int x = 1; x; })").kind == MacroValue::kExpression);
  CHECK(value_of("__LINE__").kind == MacroValue::kExpression);
  CHECK(value_of("unsigned long").kind == MacroValue::kTypeAlias);
  CHECK(value_of("((byte *)-1)").kind == MacroValue::kPointer);
  CHECK(value_of("\"a\" \"\\x62\\143\\u00e9\"").text == "abc\xc3\xa9");
}

TEST_CASE("what is no expression says why") {
  CHECK(value_of("2L,5L,4L").text == "it is a list, not one expression");
  CHECK(value_of("other").text == "`other` is not declared");
  CHECK(value_of("do { } while (0)").text == "`do` is not declared");
  CHECK(value_of("(1").text == "a bracket is not closed");
  CHECK(value_of("1 / 0").text == "`/` has no value for its operands");
  CHECK(value_of("{ 1, 2 }").text == "it is an initialiser, with a value only where a variable is defined");
  CHECK(value_of("12monkeys").text == "`12monkeys` is no constant of C");
  CHECK(value_of(std::string(1000, '(')).text == "it nests too deeply");
}

}  // namespace
}  // namespace elle::core::macros
