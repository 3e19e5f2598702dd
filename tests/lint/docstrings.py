"""Functions and macros of the library without a docstring."""

import re
from pathlib import Path

from sources import files, run

# The head of a definition, with one level of brackets in the parameters, up to the first character of the body.
DEFINITION = re.compile(r"^\((?:define|defmacro) \(([^\s()]+)(?:[^()]|\([^()]*\))*\)\s*(\S)", re.MULTILINE)


def lint(root):
    for path in files(root, ("stdlib",), (".lisp",)):
        text = Path(root, path).read_text(encoding="utf-8")
        for found in DEFINITION.finditer(text):
            if found[2] != '"':
                yield f"{path}:{text.count(chr(10), 0, found.start()) + 1}: `{found[1]}` has no docstring"


if __name__ == "__main__":
    run(lint)
