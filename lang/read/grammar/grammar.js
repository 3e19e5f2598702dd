// The syntax of Elle, for tree-sitter.
//
// The grammar is total: every text parses without tree-sitter's own error recovery, whose guesses about brackets are too
// vague to show to people. What is wrong is in the tree under a name of its own (`stray`, `unclosed_string`, `unknown`…)
// or as a token whose text the reader checks (a `number` is whatever starts like one). So the reader sees every token
// exactly once and in order, finds several problems in one pass, and stays linear on any input.
//
// Generate with: tree-sitter generate --abi 14 (Debian's libtree-sitter 0.20 loads ABI 13 and 14), see README.md.

const SPACE = ' \\t\\r\\n\\f\\u00a0\\u2000-\\u200b\\u2028\\u2029\\u202f\\u3000\\ufeff';
const BRACKETS = '()\\[\\]{}';
const CONTROL = '\\u0000-\\u0008\\u000b\\u000e-\\u001f\\u007f';
// What ends a name or a number.
const DELIMITER = `${SPACE}${CONTROL}${BRACKETS}"';\`,\\\\`;
const REST = `[^${DELIMITER}]*`;

// A bracketed form. `stray` are the closing brackets that cannot close it; the end of the text closes anything.
const bracketed = ($, open, close, stray) =>
  seq(open, repeat(choice($._item, alias(stray, $.stray))), choice(close, $._end_of_text));

// A prefix and its form, with any comments between them. The scanner gives `_no_form` where there is none.
const prefixed = ($, prefix) => seq(prefix, repeat($._comment), choice($._form, $._no_form));

module.exports = grammar({
  name: 'elle',

  externals: $ => [
    $.block_comment, // nested, so not a regular language
    $.unclosed_comment,
    $._end_of_text, // zero width, at the end of the text
    $._no_form, // zero width, before a closing bracket or the end of the text
  ],

  // Comments are no `extras`: each of those becomes a direct child of the form around it, and libtree-sitter 0.20 counts
  // direct children in 16 bits. Items of a repetition become a balanced tree of pairs.
  extras: _ => [new RegExp(`[${SPACE}]`)],

  rules: {
    source: $ => seq(optional($.shebang), repeat(choice($._item, alias($._stray_at_top, $.stray)))),

    _item: $ => choice($._form, $._comment),

    _comment: $ => choice($.comment, $.block_comment, $.unclosed_comment, $.datum_comment),

    _form: $ =>
      choice(
        $.nil, $.boolean, $.number, $.character, $.string, $.unclosed_string, $.symbol, $.keyword, $.unknown,
        $.list, $.vector, $.map, $.bytes,
        $.quote, $.quasiquote, $.unquote, $.unquote_splicing,
      ),

    list: $ => bracketed($, '(', ')', $._stray_in_round),
    vector: $ =>
      choice(bracketed($, '[', ']', $._stray_in_square), bracketed($, '#(', ')', $._stray_in_round)),
    map: $ => bracketed($, '{', '}', $._stray_in_curly),
    bytes: $ => bracketed($, '#u8(', ')', $._stray_in_round),

    _stray_at_top: _ => choice(')', ']', '}'),
    _stray_in_round: _ => choice(']', '}'),
    _stray_in_square: _ => choice(')', '}'),
    _stray_in_curly: _ => choice(')', ']'),

    quote: $ => prefixed($, "'"),
    quasiquote: $ => prefixed($, '`'),
    unquote: $ => prefixed($, ','),
    unquote_splicing: $ => prefixed($, ',@'),
    datum_comment: $ => prefixed($, '#;'),

    nil: _ => 'nil',
    boolean: _ => choice('#t', '#f', 'true', 'false'),
    // Whatever starts like a number: `12abc` is one token, and a problem.
    number: _ => token(prec(1, new RegExp(`[+-]?\\.?[0-9]${REST}`))),
    symbol: _ => new RegExp(`[^#:${DELIMITER}]${REST}`),
    keyword: _ => new RegExp(`:${REST}`),
    character: _ =>
      token(prec(1, choice(
        new RegExp(`#\\\\[^${DELIMITER}]${REST}`), // #\a, #\space, #\x41
        new RegExp(`#\\\\u\\{[^}${SPACE}${CONTROL}]*\\}?`),
        new RegExp(`#\\\\[${DELIMITER}]`), // #\( is that bracket, whatever follows
      ))),
    string: _ => /"([^"\\]|\\[^\u{0}])*"/,
    // Shorter than `string` whenever the closing quote is there, so it wins only when it is not.
    unclosed_string: _ => /"([^"\\]|\\[^\u{0}])*\\?/,
    // `#` and something that means nothing after it; characters that mean nothing anywhere.
    unknown: _ => token(choice(new RegExp(`#${REST}`), /#\\/, new RegExp(`[${CONTROL}\\\\]`))),

    shebang: _ => token(prec(2, /#![^\n]*/)),
    comment: _ => /;[^\n]*/,
  },
});
