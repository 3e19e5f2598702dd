"""Files and functions that have grown: reported when large, refused when past the cap."""

import re

from sources import CODE, files, lines, run

FILE_WARNING, FILE_CAP = 450, 800
FUNCTION_WARNING, FUNCTION_CAP = 60, 150

# Functions past the cap on purpose, each with its reason.
EXEMPT = {
    ("lang/vm/interpreter.cpp", "run"): "one computed-goto loop: its opcodes share registers and labels",
}

# The first line of a definition, laid out by clang-format: at most two spaces in, ending in an open brace.
OPENING = re.compile(r"( {0,2})(?!if|for|while|switch|else|do|namespace|class|struct|union|enum|return|case)\S.*\{$")
NAME = re.compile(r"([~\w]+|operator\S+)\(")


def functions(root, path):
    """(name, first line, length) of each function definition of a file."""
    start = indent = name = None
    for number, text in lines(root, path):
        opening = OPENING.match(text)
        if start is None and opening and NAME.search(text):
            start, indent, name = number, opening[1], NAME.search(text)[1]
        elif start is not None and text.startswith(indent + "}"):
            yield name, start, number - start + 1
            start = None


def oversized(root):
    """(text, refused) of every file and function that is past a warning."""
    for path in files(root, ("core", "lang", "shell", "stdlib", "tests"), CODE + (".lisp", ".py")):
        length = sum(1 for _ in lines(root, path))
        if length > FILE_WARNING:
            yield f"{path}: {length} lines (cap {FILE_CAP})", length > FILE_CAP
        for name, line, length in functions(root, path) if path.endswith(CODE) else ():
            exempt = (path, name) in EXEMPT
            if length > FUNCTION_WARNING and not exempt:
                yield f"{path}:{line}: {name} has {length} lines (cap {FUNCTION_CAP})", length > FUNCTION_CAP


def lint(root):
    for text, refused in oversized(root):
        if refused:
            yield text
        else:
            print(f"large: {text}")


if __name__ == "__main__":
    run(lint)
