"""No file and no function grows past what one can keep in mind."""

import re

from sources import CODE, files, lines, run

FILE_CAP, FUNCTION_CAP = 450, 60  # lines

# Functions past the cap on purpose, each with its reason.
EXEMPT = {
    ("lang/vm/interpreter.cpp", "execute"): "one computed-goto loop: its opcodes share registers and labels",
}

# The head of a definition, laid out by clang-format: at most four spaces in, ending in an open brace.
HEAD = re.compile(r" {0,4}(?!if|for|while|switch|else|do|namespace|class|struct|union|enum|return|case)[^\s}].*\{$")
NAME = re.compile(r"([~\w]+|operator\S+)\(")


def functions(root, path):
    """(name, first line, length) of each function definition of a file."""
    start = indent = name = None
    head, first = "", 0  # the statement that is being read, with its continuation lines, which stand further in
    for number, text in lines(root, path):
        if start is not None:
            if text.startswith(indent + "}"):
                yield name, start, number - start + 1
                start = None
            continue
        margin = text[: len(text) - len(text.lstrip())]
        if head and not head.endswith((";", "{", "}")) and text.startswith(indent + "    "):
            head += " " + text.strip()
        else:
            head, first, indent = text, number, margin
        if HEAD.match(head) and NAME.search(head):
            start, name = first, NAME.search(head)[1]


def lint(root):
    for path in files(root, ("core", "lang", "shell", "stdlib", "tests"), CODE + (".lisp", ".py")):
        length = sum(1 for _ in lines(root, path))
        if length > FILE_CAP:
            yield f"{path}: {length} lines (cap {FILE_CAP})"
        for name, line, length in functions(root, path) if path.endswith(CODE) else ():
            if length > FUNCTION_CAP and (path, name) not in EXEMPT:
                yield f"{path}:{line}: {name} has {length} lines (cap {FUNCTION_CAP})"


if __name__ == "__main__":
    run(lint)
