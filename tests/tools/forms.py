"""Splits Lisp text into its top-level forms, knowing just enough: strings, characters, comments, brackets."""

import re

TOKEN = re.compile(r"""
    (?P<space>[\s,]+)
  | (?P<comment>;[^\n]*|\#\|.*?\|\#)
  | (?P<string>"(?:\\.|[^"\\])*")
  | (?P<char>\#\\(?:\w+|.))
  | (?P<prefix>['`~@]|,@?|\#;|\#(?=\()|\#u8(?=\())
  | (?P<open>[(\[{])
  | (?P<close>[)\]}])
  | (?P<atom>[^\s()\[\]{}";]+)
""", re.VERBOSE | re.DOTALL)


def top_level_forms(text):
    """(form, comments that follow it up to the next form) for each form of a program."""
    forms, start, depth, position = [], None, 0, 0
    while position < len(text):
        token = TOKEN.match(text, position)
        kind = token.lastgroup
        if kind == "comment" and start is None:
            if forms:
                forms[-1][1] += token[0] + "\n"
        elif kind not in ("space", "comment"):
            start = position if start is None else start
            depth += (kind == "open") - (kind == "close")
            if depth == 0 and kind != "prefix":
                forms.append([text[start:token.end()], ""])
                start = None
        position = token.end()
    return [tuple(form) for form in forms]
