// What may stand in a cast or behind sizeof: specifiers, stars, pointers to functions, arrays. More complicated
// declarators occur in no macro that was met; they fail, and leave the macro to the C compiler.
#include "core/macros/type_name.h"

#include "core/declarations/type_loader.h"
#include "core/types/c_specifiers.h"

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

// The words before the stars: arithmetic keywords together, or one name.
class Specifiers {
 public:
  explicit Specifiers(Scope& scope) : scope_(scope) {}

  std::optional<TypeHandle> parse(Cursor& cursor) {
    while (!cursor.done() && cursor.peek().kind == TokenKind::kIdentifier && take(cursor)) {
    }
    if (!named_ && !keywords_.empty())
      if (auto kind = keywords_.scalar()) named_ = scope_.scalar(file_scalar(*kind));
    return named_ && qualifiers_ ? scope_.qualified(*named_, qualifiers_) : named_;
  }

 private:
  bool take(Cursor& cursor) {
    std::string_view word = cursor.peek().text;
    if (uint8_t flag = qualifier(word)) {
      qualifiers_ |= flag;
    } else if (word == "struct" || word == "union" || word == "enum") {
      return take_tag(cursor, word);
    } else if (!is_ignored(word) && !is_keyword(word)) {
      if (named_ || !keywords_.empty()) return false;
      named_ = scope_.find_type(Scope::Tag::kTypedef, word);
      if (!named_) return false;
    }
    cursor.at++;
    return true;
  }

  // C17 has no keyword `bool`: it is a macro, or a typedef of somebody's.
  bool is_keyword(std::string_view word) { return !named_ && word != "bool" && keywords_.add(word); }

  bool take_tag(Cursor& cursor, std::string_view word) {
    if (named_ || !keywords_.empty() || cursor.at + 1 >= cursor.tokens.size()) return false;
    Scope::Tag tag = word == "struct" ? Scope::Tag::kStruct : word == "union" ? Scope::Tag::kUnion : Scope::Tag::kEnum;
    named_ = scope_.find_type(tag, cursor.tokens[cursor.at + 1].text);
    if (named_) cursor.at += 2;
    return named_.has_value();
  }

  Scope& scope_;
  SpecifierSet keywords_;
  std::optional<TypeHandle> named_;
  uint8_t qualifiers_ = 0;
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
  // A failure anywhere leaves the cursor as it was: the same tokens may be an expression in brackets.
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
