// The tokens of a text, in order, as the grammar (grammar/grammar.js) finds them. Only tokens.cpp knows tree-sitter.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace elle::lang {

// kind, the grammar's name for it. Several names may feed one kind, but each has one line here. Opening brackets,
// closing brackets and prefixes stand together, in this order: the functions below ask for the ranges.
#define ELLE_TOKENS(X)                    \
  X(kOpenList, "(")                       \
  X(kOpenVector, "[")                     \
  X(kOpenRoundVector, "#(")               \
  X(kOpenMap, "{")                        \
  X(kOpenBytes, "#u8(")                   \
  X(kCloseRound, ")")                     \
  X(kCloseSquare, "]")                    \
  X(kCloseCurly, "}")                     \
  X(kQuote, "'")                          \
  X(kQuasiquote, "`")                     \
  X(kUnquote, ",")                        \
  X(kUnquoteSplicing, ",@")               \
  X(kSkip, "#;")                          \
  X(kNil, "nil")                          \
  X(kTrue, "#t")                          \
  X(kTrueWord, "true")                    \
  X(kFalse, "#f")                         \
  X(kFalseWord, "false")                  \
  X(kNumber, "number")                    \
  X(kCharacter, "character")              \
  X(kString, "string")                    \
  X(kSymbol, "symbol")                    \
  X(kKeyword, "keyword")                  \
  X(kUnknown, "unknown")                  \
  X(kUnclosedString, "unclosed_string")   \
  X(kUnclosedComment, "unclosed_comment") \
  X(kComment, "comment")                  \
  X(kBlockComment, "block_comment")       \
  X(kShebang, "shebang")

enum class TokenKind : uint8_t {
#define X(kind, name) kind,
  ELLE_TOKENS(X)
#undef X
};

// [begin, end) in bytes of the text.
struct Token {
  TokenKind kind;
  uint32_t begin;
  uint32_t end;
};

// Every token, comments too. REQUIRES: valid UTF-8 without zero bytes.
std::vector<Token> tokens_of(std::string_view text);

// The same of one state of a text after the other: parses only what differs from the last.
class TokenReader {
 public:
  TokenReader();
  ~TokenReader();

  // As tokens_of.
  std::vector<Token> read(std::string_view text);

 private:
  struct Parse;  // tree-sitter's
  std::unique_ptr<Parse> parse_;
};

bool is_comment(TokenKind kind);
// A quote and its like, which stand before a form.
bool is_prefix(TokenKind kind);
bool is_opening(TokenKind kind);
bool is_closing(TokenKind kind);
// Whether the one bracket closes the other.
bool closes(TokenKind closing, TokenKind opening);

}  // namespace elle::lang
