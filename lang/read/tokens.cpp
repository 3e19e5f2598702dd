// The tokens of a text, by the tree-sitter grammar. Only its leaves are used: what nests in what is told by
// FormBuilder, which knows better what to say of a text that does not fit together.
#include "lang/read/tokens.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tree_sitter/api.h>

extern "C" const TSLanguage* tree_sitter_elle();

namespace elle::lang {

namespace {

using Parser = std::unique_ptr<TSParser, decltype(&ts_parser_delete)>;
using Tree = std::unique_ptr<TSTree, decltype(&ts_tree_delete)>;

struct KindName {
  TokenKind kind;
  std::string_view name;
};

constexpr KindName kNames[] = {
#define X(kind, name) {TokenKind::kind, name},
    ELLE_TOKENS(X)
#undef X
};

// From the grammar's symbol number; nothing for nodes that are no tokens.
using KindTable = std::vector<std::optional<TokenKind>>;

KindTable make_kind_table(const TSLanguage* language) {
  KindTable table(ts_language_symbol_count(language));
  for (TSSymbol symbol = 0; symbol < table.size(); symbol++)
    for (const KindName& known : kNames)
      if (known.name == ts_language_symbol_name(language, symbol)) table[symbol] = known.kind;
  return table;
}

// Calls visit(node) for every node without children, in order. A cursor keeps its own stack, so depth costs no C stack.
template <class Visit>
void each_leaf(const TSTree* tree, Visit visit) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  for (bool more = true; more;) {
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    visit(ts_tree_cursor_current_node(&cursor));
    while (!(more = ts_tree_cursor_goto_next_sibling(&cursor)))
      if (!ts_tree_cursor_goto_parent(&cursor)) break;
  }
  ts_tree_cursor_delete(&cursor);
}

// What turns one text into the other, for tree-sitter. It wants places as rows and columns, too, of which nothing here
// is asked.
TSInputEdit difference(std::string_view before, std::string_view after) {
  const size_t shorter = std::min(before.size(), after.size());
  size_t begin = 0, tail = 0;
  while (begin < shorter && before[begin] == after[begin]) begin++;
  while (tail < shorter - begin && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) tail++;
  TSInputEdit edit = {};
  edit.start_byte = static_cast<uint32_t>(begin);
  edit.old_end_byte = static_cast<uint32_t>(before.size() - tail);
  edit.new_end_byte = static_cast<uint32_t>(after.size() - tail);
  edit.start_point.column = edit.start_byte;
  edit.old_end_point.column = edit.old_end_byte;
  edit.new_end_point.column = edit.new_end_byte;
  return edit;
}

}  // namespace

struct TokenReader::Parse {
  KindTable kinds = make_kind_table(tree_sitter_elle());
  Parser parser{ts_parser_new(), ts_parser_delete};
  Tree tree{nullptr, ts_tree_delete};
  std::string text;  // of the tree
};

TokenReader::TokenReader() : parse_(std::make_unique<Parse>()) {
  ts_parser_set_language(parse_->parser.get(), tree_sitter_elle());
}
TokenReader::~TokenReader() = default;

std::vector<Token> TokenReader::read(std::string_view text) {
  if (parse_->tree) {
    const TSInputEdit edit = difference(parse_->text, text);
    ts_tree_edit(parse_->tree.get(), &edit);
  }
  parse_->tree.reset(ts_parser_parse_string(parse_->parser.get(), parse_->tree.get(), text.data(),
                                            static_cast<uint32_t>(text.size())));
  parse_->text = text;
  std::vector<Token> tokens;
  each_leaf(parse_->tree.get(), [&](TSNode node) {
    if (const auto kind = parse_->kinds[ts_node_symbol(node)])
      tokens.push_back({*kind, ts_node_start_byte(node), ts_node_end_byte(node)});
  });
  return tokens;
}

std::vector<Token> tokens_of(std::string_view text) { return TokenReader().read(text); }

bool is_comment(TokenKind kind) {
  return kind == TokenKind::kComment || kind == TokenKind::kBlockComment || kind == TokenKind::kShebang;
}

bool is_prefix(TokenKind kind) { return kind >= TokenKind::kQuote && kind <= TokenKind::kSkip; }
bool is_opening(TokenKind kind) { return kind <= TokenKind::kOpenBytes; }
bool is_closing(TokenKind kind) { return kind >= TokenKind::kCloseRound && kind <= TokenKind::kCloseCurly; }

bool closes(TokenKind closing, TokenKind opening) {
  switch (opening) {
    case TokenKind::kOpenVector:
      return closing == TokenKind::kCloseSquare;
    case TokenKind::kOpenMap:
      return closing == TokenKind::kCloseCurly;
    default:
      return closing == TokenKind::kCloseRound && is_opening(opening);
  }
}

}  // namespace elle::lang
