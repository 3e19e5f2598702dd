// A text that is being typed, as brackets and atoms: whatever is open, missing or wrong in it, there is a tree. Read
// anew at every key, so of a long text only what stands near the cursor.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/read/tokens.h"

namespace elle::lang {

using NodeIndex = uint32_t;

// A bracketed form or an atom. An open bracket ends where what closes the form around it begins, or with the text.
struct OutlineNode {
  TokenKind kind;  // of the opening bracket, or of the atom
  uint32_t begin;
  uint32_t end;
  NodeIndex parent;
  uint32_t place;                        // among the parent's children
  bool closed;                           // by a bracket of its own; true of atoms
  std::optional<TokenKind> prefix{};     // the quote before it
  std::vector<NodeIndex> children = {};  // without those that `#;` leaves out
};

class Outline {
 public:
  // Offsets of nodes are those of `text`, which is borrowed. `cursor` is at most its size.
  Outline(std::string_view text, size_t cursor);

  // The whole, whose children are the top-level forms.
  static constexpr NodeIndex kRoot = 0;

  const OutlineNode& operator[](NodeIndex node) const { return nodes_[node]; }
  std::string_view whole() const { return whole_; }
  std::string_view text(NodeIndex node) const;
  bool is_list(NodeIndex node) const { return nodes_[node].kind == TokenKind::kOpenList; }
  // A list or vector written with square brackets.
  bool is_bracketed(NodeIndex node) const;
  bool is_symbol(NodeIndex node) const { return nodes_[node].kind == TokenKind::kSymbol; }
  // The symbol that a list begins with, "" when it is none or the form is no list. A quoted list is data: it has none.
  std::string_view head(NodeIndex node) const;
  size_t child_count(NodeIndex node) const { return nodes_[node].children.size(); }
  NodeIndex child(NodeIndex node, size_t place) const { return nodes_[node].children[place]; }

  // Calls visit(node) for each form and atom, in the order of the text.
  template <class Visit>
  void each(const Visit& visit) const {
    for (NodeIndex node = 1; node < nodes_.size(); node++) visit(node);
  }

  // The innermost bracketed form around the cursor; kRoot outside of all.
  NodeIndex around_cursor() const { return around_; }
  // The atom that the cursor touches the end of or stands in.
  std::optional<NodeIndex> at_cursor() const { return at_; }
  // The quote right before the cursor, or before the atom there.
  bool quoted() const { return quoted_; }
  bool in_comment() const { return in_comment_; }
  size_t cursor() const { return cursor_; }

 private:
  void take(const Token& token, std::vector<NodeIndex>& open);
  void close(TokenKind kind, uint32_t begin, uint32_t end, std::vector<NodeIndex>& open);
  NodeIndex add(const Token& token, NodeIndex parent);
  void find_cursor(const std::vector<Token>& tokens);

  std::string_view whole_;
  size_t cursor_;
  std::vector<OutlineNode> nodes_;
  std::optional<TokenKind> pending_prefix_;
  NodeIndex around_ = kRoot;
  std::optional<NodeIndex> at_;
  bool quoted_ = false;
  bool in_comment_ = false;
};

// An argument of a call, or what stands in its place in some other form.
struct ArgumentPlace {
  NodeIndex form;
  size_t place;  // among the form's children; 0 is what it begins with
};

// The innermost form around the cursor, with the place the cursor is at; then the one around that, and so on.
ArgumentPlace innermost_place(const Outline& outline);
// REQUIRES: inner.form is not kRoot.
ArgumentPlace place_around(const Outline& outline, ArgumentPlace inner);

// Whether a form is data, as part of a quoted one.
bool is_quoted(const Outline& outline, NodeIndex form);

// The keyword right before the argument at the place, whose value that may be: "as" in (f x :as |); "" when there is
// none.
std::string_view keyword_before(const Outline& outline, ArgumentPlace at);

}  // namespace elle::lang
