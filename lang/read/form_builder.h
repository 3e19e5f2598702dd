// Tokens to forms. Keeps the open brackets and prefixes on a stack of its own, so that nesting costs no C stack and a
// wrong bracket can be told exactly; after each problem it goes on, so that one reading finds several.
#pragma once

#include "lang/read/reader.h"
#include "lang/read/tokens.h"

namespace elle::lang {

class FormBuilder {
 public:
  // `text` is the source's, its first byte at `begin` in the SourceMap.
  FormBuilder(Runtime& runtime, std::string_view text, uint32_t begin)
      : runtime_(runtime), text_(text), begin_(begin) {}

  void take(const Token& token);
  // True once there is no point in going on: too many problems, or nested too deep.
  bool stopped() const { return stopped_; }
  // After the last token.
  ReadForms finish();

 private:
  struct Item {
    Value value;  // kUnbound stands for a form that is wrong
    Span span;
  };
  // An open bracket, or a prefix that waits for its form.
  struct Frame {
    TokenKind kind;
    Span span;           // of the bracket or the prefix
    size_t first_item;   // the items from here on are inside
    Span margin_form{};  // the first bracket inside that opens at the margin: a sign that this one was never closed
  };

  void open(const Token& token);
  void close(const Token& token);
  void add(Value value, Span span);
  void add_literal(const Token& token);
  void add_unclosed_string(Span span);
  // Ends the innermost frame, a bracket; `end` is where its form ends.
  void complete_bracket(uint32_t end);
  // Ends the innermost frame, a prefix that has its form. True when that is a form in turn.
  bool complete_prefix();
  // Ends prefixes that are followed by no form.
  void drop_empty_prefixes();

  Value make_list(size_t first);
  Value make_map(size_t first);
  Value make_bytes(size_t first);
  Value make_collection(TokenKind kind, size_t first);

  Span span_of(const Token& token) const { return {begin_ + token.begin, begin_ + token.end}; }
  std::string_view text_of(Span span) const { return text_.substr(span.begin - begin_, span.end - span.begin); }
  void wrong(Span span, std::string message, std::string next_step = {});
  void still_open(Span span, std::string message, std::string next_step = {});
  void report_open_frames();

  Runtime& runtime_;
  std::string_view text_;
  uint32_t begin_;
  std::vector<Item> items_;
  std::vector<Frame> frames_;
  std::vector<SyntaxProblem> problems_;
  bool wrong_ = false;       // something is wrong whatever follows
  bool still_open_ = false;  // something would be right if more followed
  bool stopped_ = false;
};

}  // namespace elle::lang
