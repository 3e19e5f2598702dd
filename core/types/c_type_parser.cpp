// A descent in the shape of C17's type-name (6.7.7).
//
// Declarators are written from the inside out: in `char *(*)[4]` the star in the brackets comes first in the text and
// applies last, to an array that is read after it. So a group is skipped, what follows it is applied, and only then is
// the group read, on top of that (parse_nested). A group within a group is skipped once more at each level;
// kMostDerivations bounds that together with the depth of the descent.
//
// Whether `(` opens a group or a list of parameters is told by what follows it (opens_declarator): a type name has no
// name of its own that could stand there.
#include "core/types/c_type_parser.h"

#include <charconv>
#include <fmt/format.h>
#include <vector>

#include "core/base/text.h"
#include "core/types/c_specifiers.h"

namespace elle::core {

namespace {

// How many pointers, arrays, functions and parentheses one text may hold. More is an accident, and would only exhaust
// the stack of whoever walks the type.
constexpr int kMostDerivations = 1000;

// --- The words of a type name. ---

enum class CTokenKind : unsigned char { kWord, kNumber, kMark, kEnd };

struct CToken {
  CTokenKind kind;
  std::string_view text;  // of a kMark: one of ( ) [ ] * , or `...`, or a character that has no place in a type
  size_t position;        // of the first character, from 0

  bool is(std::string_view wanted) const { return kind != CTokenKind::kEnd && text == wanted; }
};

// As in C, with the `$` that gcc and clang allow.
bool is_word_part(char c) { return is_word_letter(c) || c == '$'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Always ends with one kEnd. `text` is borrowed.
std::vector<CToken> lex_c_type(std::string_view text) {
  std::vector<CToken> tokens;
  size_t at = 0;
  while (at < text.size()) {
    const size_t start = at;
    if (is_space(text[at])) {
      at++;
      continue;
    }
    CTokenKind kind = CTokenKind::kMark;
    if (is_word_part(text[at])) {
      kind = is_digit(text[at]) ? CTokenKind::kNumber : CTokenKind::kWord;
      while (at < text.size() && is_word_part(text[at])) at++;
    } else {
      at += text.substr(at, 3) == "..." ? 3 : 1;
    }
    tokens.push_back({kind, text.substr(start, at - start), start});
  }
  tokens.push_back({CTokenKind::kEnd, {}, text.size()});
  return tokens;
}

// --- What they mean together. ---

class TypeParser {
 public:
  TypeParser(TypeTable& table, std::string_view text, const TypeLookup& lookup)
      : table_(table), text_(text), lookup_(lookup), tokens_(lex_c_type(text)) {}

  Result<TypeId> parse() {
    const TypeId base = TRY(parse_specifiers());
    const TypeId type = TRY(parse_declarator(base));
    if (peek().kind != CTokenKind::kEnd) return unexpected("the end of the type");
    return type;
  }

 private:
  const CToken& peek(size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }

  bool accept(std::string_view mark) {
    if (!peek().is(mark)) return false;
    at_++;
    return true;
  }

  auto error_at(const CToken& token, std::string what) const {
    return fail(ErrorKind::kCType, fmt::format("{}, in the C type `{}` at column {}.", what, text_, token.position + 1),
                {}, {{"type-name", std::string(text_)}});
  }

  Failed<std::unique_ptr<Error>> unexpected(std::string_view wanted) const {
    const CToken& token = peek();
    if (token.kind == CTokenKind::kEnd) return error_at(token, fmt::format("Expected {} but the text ends", wanted));
    return error_at(token, fmt::format("Expected {} but found `{}`", wanted, token.text));
  }

  // --- Specifiers: `const unsigned long`, `struct point`, `GtkWidget`. ---

  static Qualifiers qualifier(const CToken& token) {
    if (token.is("const") || token.is("__const")) return kConst;
    return token.is("volatile") || token.is("__volatile__") ? kVolatile : 0;
  }

  // True for words that say nothing we keep.
  static bool is_ignored(const CToken& token) {
    return token.is("restrict") || token.is("__restrict") || token.is("__restrict__") || token.is("__extension__");
  }

  Qualifiers accept_qualifiers() {
    Qualifiers qualifiers = 0;
    for (; qualifier(peek()) != 0 || is_ignored(peek()); at_++) qualifiers |= qualifier(peek());
    return qualifiers;
  }

  Result<TypeId> parse_specifiers() {
    const CToken& first = peek();
    Qualifiers qualifiers = 0;
    SpecifierSet words;
    TypeId named = kNoType;
    while (peek().kind == CTokenKind::kWord) {
      const size_t before = at_;
      qualifiers |= accept_qualifiers();
      if (named == kNoType && words.add(peek().text)) {
        at_++;
      } else if (named == kNoType && words.empty()) {
        if (peek().kind == CTokenKind::kWord) named = TRY(parse_named());
      }
      if (at_ == before) break;
    }
    if (named == kNoType && words.empty()) return unexpected("a type");
    if (named != kNoType) return table_.qualified(named, qualifiers);
    const auto scalar = words.scalar();
    if (!scalar) return error_at(first, "These words do not make a type together");
    return table_.qualified(type_of(*scalar), qualifiers);
  }

  Result<TypeId> parse_named() {
    const CToken& word = peek();
    TypeNameKind kind = TypeNameKind::kTypedef;
    if (word.is("struct")) kind = TypeNameKind::kStruct;
    if (word.is("union")) kind = TypeNameKind::kUnion;
    if (word.is("enum")) kind = TypeNameKind::kEnum;
    if (kind != TypeNameKind::kTypedef) at_++;
    if (peek().kind != CTokenKind::kWord) return unexpected(fmt::format("a name after `{}`", word.text));
    const TypeId type = TRY(look_up(kind, peek().text));
    if (type == kNoType) {
      const std::string keyword = kind == TypeNameKind::kTypedef ? "" : std::string(word.text) + " ";
      return error_at(word, fmt::format("No type is called `{}{}`", keyword, peek().text));
    }
    at_++;
    return type;
  }

  Result<TypeId> look_up(TypeNameKind kind, std::string_view name) const {
    const TypeId type = lookup_ ? TRY(lookup_(kind, name)) : kNoType;
    if (type != kNoType || kind != TypeNameKind::kTypedef) return type;
    const TypeKind scalar = standard_scalar(name);
    if (scalar == TypeKind::kVoid) return kNoType;
    return scalar_spelling(scalar) == name ? type_of(scalar) : table_.typedef_named(name, type_of(scalar));
  }

  // --- Declarators: `*const`, `(*)(int)`, `[4]`. ---

  Result<TypeId> parse_declarator(TypeId base) {
    while (accept("*")) {
      TRY(count_derivation());
      base = table_.qualified(table_.pointer_to(base), accept_qualifiers());
    }
    return opens_declarator() ? parse_nested(base) : parse_named_suffixes(base);
  }

  Result<Done> count_derivation() {
    if (++derivations_ > kMostDerivations) return error_at(peek(), "The type is nested too deeply");
    return Done{};
  }

  // Whether `(` groups a declarator, and does not open a list of parameters.
  bool opens_declarator() const { return peek().is("(") && (peek(1).is("*") || peek(1).is("(") || peek(1).is("[")); }

  // `(inner) suffixes`: the suffixes apply first, so the inner text is read a second time, on top of them.
  Result<TypeId> parse_nested(TypeId base) {
    TRY(count_derivation());
    const size_t inner = at_ + 1;
    TRY(skip_group());
    base = TRY(parse_suffixes(base));
    const size_t after = at_;
    at_ = inner;
    const TypeId type = TRY(parse_declarator(base));
    if (!accept(")")) return unexpected("`)`");
    at_ = after;
    return type;
  }

  Result<Done> skip_group() {
    const CToken& open = peek();
    int depth = 0;
    do {
      if (peek().kind == CTokenKind::kEnd) return error_at(open, "This `(` is never closed");
      depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
      at_++;
    } while (depth > 0);
    return Done{};
  }

  Result<TypeId> parse_named_suffixes(TypeId base) {
    if (in_parameters_ > 0 && peek().kind == CTokenKind::kWord) at_++;  // the parameter's name
    return parse_suffixes(base);
  }

  Result<TypeId> parse_suffixes(TypeId base) {
    if (!peek().is("[") && !peek().is("(")) return base;
    TRY(count_derivation());
    return peek().is("[") ? parse_array(base) : parse_function(base);
  }

  // `[2][3]` is an array of 2 of arrays of 3: what follows applies first.
  Result<TypeId> parse_array(TypeId base) {
    const CToken& open = peek();
    at_++;
    accept_qualifiers();
    const uint64_t length = peek().is("]") ? kUnknownLength : TRY(parse_length());
    if (!accept("]")) return unexpected("`]`");
    const TypeId element = TRY(parse_suffixes(base));
    const TypeKind kind = table_.kind_of(element);
    if (kind == TypeKind::kVoid || kind == TypeKind::kFunction) {
      return error_at(open, fmt::format("There are no arrays of `{}`", table_.text(element)));
    }
    return table_.array_of(element, length);
  }

  Result<uint64_t> parse_length() {
    const CToken& token = peek();
    std::string_view digits = token.text;
    int base = 10;
    if (digits.starts_with("0x") || digits.starts_with("0X")) {
      base = 16;
      digits.remove_prefix(2);
    }
    uint64_t length = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), length, base);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size() && length != kUnknownLength;
    if (token.kind != CTokenKind::kNumber || !whole) return unexpected("an array length");
    at_++;
    return length;
  }

  Result<TypeId> parse_function(TypeId result) {
    const CToken& open = peek();
    const TypeKind kind = table_.kind_of(result);
    if (kind == TypeKind::kArray || kind == TypeKind::kFunction) {
      return error_at(open, fmt::format("No function can return `{}`", table_.text(result)));
    }
    at_++;
    in_parameters_++;
    std::vector<TypeId> parameters;
    bool variadic = false;
    const bool none = peek().is(")") || (peek().is("void") && peek(1).is(")"));
    if (none) accept("void");
    while (!none && !variadic) {
      if (accept("...")) {
        variadic = true;
        break;
      }
      parameters.push_back(TRY(parse_parameter()));
      if (!accept(",")) break;
    }
    in_parameters_--;
    if (!accept(")")) return unexpected(variadic ? "`)`" : "`,` or `)`");
    if (peek().is("[") || peek().is("(")) return unexpected("the end of the function type");
    return table_.function(result, parameters, variadic);
  }

  Result<TypeId> parse_parameter() {
    const CToken& start = peek();
    const TypeId base = TRY(parse_specifiers());
    const TypeId type = TRY(parse_declarator(base));
    if (table_.kind_of(type) == TypeKind::kVoid) return error_at(start, "A parameter cannot be `void`");
    return type;
  }

  TypeTable& table_;
  std::string_view text_;
  const TypeLookup& lookup_;
  std::vector<CToken> tokens_;
  size_t at_ = 0;
  int derivations_ = 0;
  int in_parameters_ = 0;
};

}  // namespace

Result<TypeId> parse_c_type(TypeTable& table, std::string_view text, const TypeLookup& lookup) {
  return TypeParser(table, text, lookup).parse();
}

}  // namespace elle::core
