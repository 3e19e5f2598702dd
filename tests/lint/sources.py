"""What every lint reads, and how it reports: each lint is a function from a root folder to complaints."""

import re
import sys
from pathlib import Path

CODE = (".h", ".cpp", ".c")
# Written by a generator and committed: nobody edits or reads these.
GENERATED = re.compile(r"(^|/)grammar/src/")
INCLUDE = re.compile(r'\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def files(root, folders, suffixes):
    """The hand-written files under `folders` with one of `suffixes`, as paths relative to root, sorted."""
    found = []
    for folder in folders:
        for path in Path(root, folder).rglob("*"):
            relative = path.relative_to(root).as_posix()
            if path.is_file() and path.suffix in suffixes and not GENERATED.search(relative):
                found.append(relative)
    return sorted(found)


def lines(root, path):
    """(number, text) of each line of a file."""
    return enumerate(Path(root, path).read_text(encoding="utf-8").splitlines(), 1)


def includes(root, path):
    """(line, name, quoted) of each include directive of a file."""
    for number, text in lines(root, path):
        found = INCLUDE.match(text)
        if found:
            yield number, found[1] or found[2], found[1] is not None


def run(lint):
    """The main program of a lint: `LINT.py ROOT`, exit status 1 when it complains."""
    complaints = list(lint(Path(sys.argv[1])))
    for complaint in complaints:
        print(complaint)
    sys.exit(1 if complaints else 0)
