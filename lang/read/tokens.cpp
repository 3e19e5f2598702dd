#include "lang/read/tokens.h"

#include <memory>
#include <optional>
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

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  const TSLanguage* language = tree_sitter_elle();
  const KindTable kinds = make_kind_table(language);
  Parser parser(ts_parser_new(), ts_parser_delete);
  ts_parser_set_language(parser.get(), language);
  Tree tree(ts_parser_parse_string(parser.get(), nullptr, text.data(), static_cast<uint32_t>(text.size())),
            ts_tree_delete);
  std::vector<Token> tokens;
  each_leaf(tree.get(), [&](TSNode node) {
    if (const auto kind = kinds[ts_node_symbol(node)])
      tokens.push_back({*kind, ts_node_start_byte(node), ts_node_end_byte(node)});
  });
  return tokens;
}

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
