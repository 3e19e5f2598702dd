"""Keeps the tables of names in docs/language.md what the program says of itself: reference.py ELLE FILE [--write].

A table follows a comment that lists its names, in the order of the table:

    <!-- names: take drop -->

Its rows are how each name is written and the first sentence of its documentation. Without --write, the tables must be
so already, and every name of the language must stand in one of them; with it, they are made so.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

MARKED = re.compile(r"^(<!-- names:(?s:(.*?))-->)\n(?:\n(?:\|.*\n)+)?", re.MULTILINE)
ASK = "(display (json-write (map (fn [n] [(symbol->string n) (documentation n)]) (language-names))))"
SENTENCE = re.compile(r"(?<=[^.][.?!])\s+(?=[A-Z(`])")
HEAD = "| written | |\n|---|---|\n"


def documentation(elle):
    """From each name to its documentation, as `doc` prints it."""
    done = subprocess.run([elle, "-e", ASK], capture_output=True, encoding="utf-8", check=True)
    return dict(json.loads(done.stdout))


def cell(text):
    # A lone backtick would open a code span.
    return (text.replace("`", "\\`") if text.count("`") % 2 else text).replace("|", "\\|")


def row(text):
    usage, *about = text.rstrip("\n").split("\n")
    # A constant is shown with its value: "pi is 3.14".
    written = split_calls(usage) if usage.startswith("(") else [usage.partition(" is ")[0]]
    sentence = SENTENCE.split(" ".join(about[:-1]))[0]
    return f"| {' '.join(f'`{text}`' for text in written)} | {cell(sentence)} |\n"


def split_calls(usage):
    """A usage may give several ways to write a call: (random) (random end)."""
    calls, depth, start = [], 0, 0
    for at, character in enumerate(usage):
        depth += (character == "(") - (character == ")")
        if character == ")" and depth == 0:
            calls.append(usage[start:at + 1].strip().removeprefix("or "))
            start = at + 1
    return calls


def rewritten(markdown, known):
    """(the document with its tables made anew, the names they have, complaints)."""
    placed, complaints = set(), []

    def table(found):
        names = found[2].split()
        complaints.extend(f"`{name}` is listed, but the language has no such name" for name in names
                          if name not in known)
        placed.update(names)
        rows = "".join(row(known[name]) for name in names if name in known)
        return f"{found[1]}\n\n{HEAD}{rows}"

    return MARKED.sub(table, markdown), placed, complaints


def main(elle, file, *options):
    path, known = Path(file), documentation(elle)
    markdown = path.read_text(encoding="utf-8")
    wanted, placed, complaints = rewritten(markdown, known)
    complaints += [f"`{name}` stands in no table: add it to a `<!-- names: … -->` list"
                   for name in sorted(set(known) - placed)]
    if "--write" in options:
        path.write_text(wanted, encoding="utf-8")
    elif wanted != markdown:
        complaints.append(f"a table is not what `doc` says: run {Path(__file__).name} {elle} {file} --write")
    for complaint in complaints:
        print(f"{file}: {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
