// Not a parser: the text was never preprocessed, so its macros may stand for anything. It goes by the shape of
// declarations that people write. What is declared is the last word before `;`, `=`, `[` or `,`, unless a bracket
// follows a word: then that is a function. A wrong guess costs a line in an answer that names a few too many.
#include "core/declarations/declared_words.h"

#include <algorithm>
#include <cctype>

#include "core/base/text.h"

namespace elle::core {
namespace {

struct Token {
  std::string_view text;  // a word, or one character of anything else
  uint32_t line;
};

bool is_word(const Token& token) { return is_word_letter(token.text[0]) && !is_digit(token.text[0]); }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  uint32_t line = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    if (text[at] == '"') {
      while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
      end = std::min(end + 1, text.size());
    } else if (is_word_letter(text[at])) {
      while (end < text.size() && is_word_letter(text[end])) end++;
    }
    if (!std::isspace(static_cast<unsigned char>(text[at]))) tokens.push_back({text.substr(at, end - at), line});
    line += static_cast<uint32_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                             text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at = end;
  }
  return tokens;
}

// One declaration after the other.
class Reader {
 public:
  explicit Reader(std::string_view text) : tokens_(tokens_of(text)) {}

  std::vector<DeclaredWord> run() {
    while (at_ < tokens_.size()) read_declaration();
    return std::move(found_);
  }

 private:
  bool is(size_t index, std::string_view text) const { return index < tokens_.size() && tokens_[index].text == text; }
  bool word_at(size_t index) const { return index < tokens_.size() && is_word(tokens_[index]); }

  void add(size_t index) { found_.push_back({tokens_[index].text, tokens_[index].line}); }

  // The index behind the bracket that closes the one at `open`.
  size_t behind(size_t open) const {
    int depth = 0;
    for (size_t i = open; i < tokens_.size(); i++) {
      char c = tokens_[i].text[0];
      depth += c == '(' || c == '{' || c == '[';
      depth -= c == ')' || c == '}' || c == ']';
      if (depth == 0) return i + 1;
    }
    return tokens_.size();
  }

  void read_declaration() {
    if (is(at_, ";") || is(at_, "}")) return void(at_++);
    size_t last_word = tokens_.size();  // what is declared, unless a function's brackets follow a word before it
    bool is_function = false, in_enum = false;
    while (at_ < tokens_.size() && !is(at_, ";")) {
      bool tag = is(at_, "struct") || is(at_, "union") || is(at_, "enum");
      if (tag) in_enum = is(at_, "enum");
      if (tag && word_at(at_ + 1) && (is(at_ + 2, "{") || is(at_ + 2, ";"))) {
        add(at_ + 1);
        at_ += 2;
      } else if (is(at_, "{")) {
        if (is_function) return end_declaration(behind(at_));
        if (is(at_ - 1, "\"C\"")) return end_declaration(at_ + 1);
        if (in_enum) read_constants(at_ + 1, behind(at_) - 1);
        at_ = behind(at_);
      } else if (is(at_, "(")) {
        if (!is_function) is_function = take_function(last_word);
        at_ = behind(at_);
      } else if (is(at_, "=") || is(at_, "[")) {
        at_ = is(at_, "[") ? behind(at_) : skip_value();
      } else if (is(at_, ",") && last_word == at_ - 1 && starts_constant()) {
        return read_constants(first_, tokens_.size()), end_declaration(tokens_.size());
      } else {
        if (word_at(at_)) last_word = at_;
        at_++;
      }
    }
    if (!is_function && last_word < tokens_.size() && last_word > first_) add(last_word);
    end_declaration(at_ + 1);
  }

  void end_declaration(size_t next) { first_ = at_ = next; }

  size_t skip_value() const {
    size_t i = at_;
    while (i < tokens_.size() && !is(i, ";") && !is(i, ",")) i = is(i, "(") || is(i, "{") ? behind(i) : i + 1;
    return i;
  }

  // `int f(`, `char *f(`, `int (*f)(`: the bracket follows the name, or holds it behind a star.
  bool take_function(size_t last_word) {
    if (is(at_ + 1, "*") && word_at(at_ + 2)) return add(at_ + 2), true;
    if (last_word != at_ - 1 || at_ == first_ || last_word == first_) return false;
    add(last_word);
    return true;
  }

  // Whether the text is a part of an enum's list.
  bool starts_constant() const { return at_ == first_ + 1; }

  void read_constants(size_t begin, size_t end) {
    bool expected = true;
    for (size_t i = begin; i < end; i++) {
      if (expected && word_at(i)) add(i);
      expected = is(i, ",");
      if (is(i, "(")) i = behind(i) - 1;
    }
  }

  std::vector<Token> tokens_;
  size_t at_ = 0;
  size_t first_ = 0;  // of the declaration that is read
  std::vector<DeclaredWord> found_;
};

}  // namespace

std::vector<DeclaredWord> declared_words(std::string_view text) { return Reader(text).run(); }

}  // namespace elle::core
