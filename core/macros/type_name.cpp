#include "core/macros/type_name.h"

#include <array>
#include <utility>

namespace elle::core::macros {
namespace {

uint8_t qualifier(std::string_view word) {
  if (word == "const" || word == "__const" || word == "__const__") return format::kConst;
  if (word == "volatile" || word == "__volatile" || word == "__volatile__") return format::kVolatile;
  return 0;
}

bool is_ignored(std::string_view word) {
  return word == "restrict" || word == "__restrict" || word == "__restrict__" || word == "__extension__";
}

// The words before the stars: counted, then looked up (6.7.2p2).
class Specifiers {
 public:
  explicit Specifiers(Scope& scope) : scope_(scope) {}

  std::optional<TypeHandle> parse(Cursor& cursor) {
    while (!cursor.done() && cursor.peek().kind == TokenKind::kIdentifier && take(cursor)) {
    }
    auto type = named_ ? named_ : scalar();
    if (type && qualifiers_) type = scope_.qualified(*type, qualifiers_);
    return type;
  }

 private:
  bool take(Cursor& cursor) {
    std::string_view word = cursor.peek().text;
    if (uint8_t flag = qualifier(word)) {
      qualifiers_ |= flag;
    } else if (word == "struct" || word == "union" || word == "enum") {
      return take_tag(cursor, word);
    } else if (!is_ignored(word) && !count(word)) {
      if (any_ || named_) return false;
      named_ = scope_.find_type(Scope::Tag::kTypedef, word);
      if (!named_) return false;
    }
    cursor.at++;
    return true;
  }

  bool take_tag(Cursor& cursor, std::string_view word) {
    if (any_ || named_ || cursor.at + 1 >= cursor.tokens.size()) return false;
    Scope::Tag tag = word == "struct" ? Scope::Tag::kStruct : word == "union" ? Scope::Tag::kUnion : Scope::Tag::kEnum;
    named_ = scope_.find_type(tag, cursor.tokens[cursor.at + 1].text);
    if (named_) cursor.at += 2;
    return named_.has_value();
  }

  bool count(std::string_view word) {
    struct Keyword {
      std::string_view word;
      int Specifiers::* counter;
    };
    static constexpr std::array<Keyword, 12> kKeywords = {{{"int", &Specifiers::ints_},
                                                           {"char", &Specifiers::chars_},
                                                           {"short", &Specifiers::shorts_},
                                                           {"long", &Specifiers::longs_},
                                                           {"signed", &Specifiers::signed_},
                                                           {"__signed__", &Specifiers::signed_},
                                                           {"unsigned", &Specifiers::unsigned_},
                                                           {"float", &Specifiers::floats_},
                                                           {"double", &Specifiers::doubles_},
                                                           {"void", &Specifiers::voids_},
                                                           {"_Bool", &Specifiers::bools_},
                                                           {"__int128", &Specifiers::int128s_}}};
    if (named_) return false;
    for (const Keyword& keyword : kKeywords)
      if (keyword.word == word) {
        (this->*keyword.counter)++;
        return any_ = true;
      }
    return false;
  }

  std::optional<TypeHandle> scalar() const {
    using enum format::TypeKind;
    if (!any_) return std::nullopt;
    bool u = unsigned_ > 0;
    ScalarKind kind = u ? kUnsignedInt : kInt;
    if (voids_) kind = kVoid;
    if (bools_) kind = kBool;
    if (floats_) kind = kFloat;
    if (longs_ == 1) kind = u ? kUnsignedLong : kLong;
    if (longs_ == 2) kind = u ? kUnsignedLongLong : kLongLong;
    if (doubles_) kind = longs_ ? kLongDouble : kDouble;
    if (shorts_) kind = u ? kUnsignedShort : kShort;
    if (chars_) kind = u ? kUnsignedChar : signed_ ? kSignedChar : kChar;
    if (int128s_) kind = u ? kUnsignedInt128 : kInt128;
    return scope_.scalar(kind);
  }

  Scope& scope_;
  std::optional<TypeHandle> named_;
  uint8_t qualifiers_ = 0;
  bool any_ = false;
  int ints_ = 0, chars_ = 0, shorts_ = 0, longs_ = 0, signed_ = 0, unsigned_ = 0;
  int floats_ = 0, doubles_ = 0, voids_ = 0, bools_ = 0, int128s_ = 0;
};

TypeHandle take_pointers(Scope& scope, Cursor& cursor, TypeHandle type) {
  for (; !cursor.done(); cursor.at++) {
    if (cursor.is("*"))
      type = scope.pointer_to(type);
    else if (cursor.peek().kind == TokenKind::kIdentifier && qualifier(cursor.peek().text))
      type = scope.qualified(type, qualifier(cursor.peek().text));
    else if (cursor.peek().kind != TokenKind::kIdentifier || !is_ignored(cursor.peek().text))
      break;
  }
  return type;
}

// `(int, char *name, ...)`, at the opening bracket.
std::optional<TypeHandle> take_parameters(Scope& scope, Cursor& cursor, TypeHandle result, const LengthParser& length) {
  std::vector<TypeHandle> parameters;
  bool variadic = false;
  cursor.at++;
  if (cursor.is_word("void") && cursor.at + 1 < cursor.tokens.size() && cursor.tokens[cursor.at + 1].is(")"))
    cursor.at++;
  while (!cursor.take(")")) {
    if (cursor.take("...")) {
      variadic = true;
      continue;
    }
    auto parameter = parse_type_name(scope, cursor, length);
    if (!parameter) return std::nullopt;
    parameters.push_back(*parameter);
    if (!cursor.done() && cursor.peek().kind == TokenKind::kIdentifier) cursor.at++;  // its name
    if (!cursor.take(",") && !cursor.is(")")) return std::nullopt;
  }
  return scope.function(result, parameters, variadic);
}

std::optional<TypeHandle> take_arrays(Scope& scope, Cursor& cursor, TypeHandle element, const LengthParser& length) {
  if (!cursor.take("[")) return element;
  auto count = length(cursor);
  if (!count || !cursor.take("]")) return std::nullopt;
  auto inner = take_arrays(scope, cursor, element, length);
  if (!inner) return std::nullopt;
  return scope.array_of(*inner, *count);
}

// How many stars stand in `(*` or `(**` at the cursor; the cursor moves past `(**)`. 0 when there is no such thing.
size_t take_function_stars(Cursor& cursor) {
  size_t start = cursor.at, stars = 0;
  if (!cursor.take("(")) return 0;
  while (cursor.take("*")) stars++;
  if (stars == 0 || !cursor.take(")") || !cursor.is("(")) {
    cursor.at = start;
    return 0;
  }
  return stars;
}

}  // namespace

std::optional<TypeHandle> parse_type_name(Scope& scope, Cursor& cursor, const LengthParser& length) {
  size_t start = cursor.at;
  auto type = Specifiers(scope).parse(cursor);
  if (type) type = take_pointers(scope, cursor, *type);
  size_t stars = type ? take_function_stars(cursor) : 0;
  if (stars > 0) type = take_parameters(scope, cursor, *type, length);
  if (type)
    for (; stars > 0; stars--) type = scope.pointer_to(*type);
  if (type && cursor.is("[")) type = take_arrays(scope, cursor, *type, length);
  if (!type) cursor.at = start;
  return type;
}

}  // namespace elle::core::macros
