// The tokens of the grammar that are no regular language: nested block comments, and the two zero-width tokens that
// make the grammar total (see grammar.js). It keeps no state.
#include "tree_sitter/parser.h"

// In the order of `externals` in grammar.js.
enum Token { BLOCK_COMMENT, UNCLOSED_COMMENT, END_OF_TEXT, NO_FORM };

void* tree_sitter_elle_external_scanner_create(void) { return NULL; }
void tree_sitter_elle_external_scanner_destroy(void* payload) { (void)payload; }
unsigned tree_sitter_elle_external_scanner_serialize(void* payload, char* buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}
void tree_sitter_elle_external_scanner_deserialize(void* payload, const char* buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

// The same characters as SPACE in grammar.js.
static bool is_space(int32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x3000 || c == 0xfeff;
}

static bool give(TSLexer* lexer, enum Token token) {
  lexer->mark_end(lexer);
  lexer->result_symbol = (TSSymbol)token;
  return true;
}

// After `#|`. The depth is a number, not a stack, so any nesting is fine.
static bool scan_block_comment(TSLexer* lexer) {
  unsigned depth = 1;
  int32_t previous = 0;
  while (!lexer->eof(lexer)) {
    const int32_t c = lexer->lookahead;
    lexer->advance(lexer, false);
    if (previous == '|' && c == '#') {
      if (--depth == 0) return give(lexer, BLOCK_COMMENT);
      previous = 0;
    } else if (previous == '#' && c == '|') {
      depth++;
      previous = 0;
    } else {
      previous = c;
    }
  }
  return give(lexer, UNCLOSED_COMMENT);
}

bool tree_sitter_elle_external_scanner_scan(void* payload, TSLexer* lexer, const bool* valid) {
  (void)payload;
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
  const bool at_end = lexer->eof(lexer);
  const int32_t c = lexer->lookahead;
  if (valid[NO_FORM] && (at_end || c == ')' || c == ']' || c == '}')) return give(lexer, NO_FORM);
  if (valid[END_OF_TEXT] && at_end) return give(lexer, END_OF_TEXT);
  if (!valid[BLOCK_COMMENT] || c != '#') return false;
  lexer->advance(lexer, false);
  if (lexer->lookahead != '|') return false;
  lexer->advance(lexer, false);
  return scan_block_comment(lexer);
}
