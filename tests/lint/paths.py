"""A file that a comment or a guide speaks of is there.

Read are the comments of C++, Python and CMake, and all of ARCHITECTURE.md, CONTRIBUTING.md and README.md. Checked is
whatever looks like a file of ours:

- `folder/file.h` (or .c .cpp .js .lisp .md .py), when `folder` is the name of a folder in the tree: some file's path must
  end so. It may be written from the root or from any folder, as `vm/vm.h` and `lang/vm/vm.h`;
- `file.cpp` alone: some file must be called that;
- `file.h` alone likewise, unless it is somebody else's: one that C code here includes with <>, or that a script, an
  example or a document speaks of.

So gtk/gtk.h needs nothing (there is no folder gtk), and an example in a comment takes a name that stands for itself.
"""

import re
from pathlib import Path

from sources import CODE, files, includes, lines, run

OURS = ("core", "lang", "shell", "stdlib", "tests", "examples", "docs")
GUIDES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")
NAME = re.compile(r"(?<![\w./<-])((?:[\w-]+/)*[\w-]+\.(?:h|c|cpp|js|lisp|md|py))(?![\w/-])")
HEADER = re.compile(r"[\w-]+\.h\b")
COMMENT = {".py": re.compile(r"(?:^|\s)# .*"), ".txt": re.compile(r"(?:^|\s)# .*")} | dict.fromkeys(CODE, re.compile(r"//.*"))


def comments(root):
    """(path, line, text) of each comment, and of each line of the guides."""
    for path in files(root, OURS, CODE + (".py", ".txt")):
        for line, text in lines(root, path):
            found = COMMENT[Path(path).suffix].search(text)
            if found:
                yield path, line, found[0]
    for path in GUIDES:
        for line, text in lines(root, path) if Path(root, path).is_file() else ():
            yield path, line, text


def headers_of_others(root):
    """Names of headers that C code includes with <>, and of those that scripts, examples and documents speak of."""
    names = set()
    for path in files(root, OURS, CODE):
        names.update(name.split("/")[-1] for _, name, quoted in includes(root, path) if not quoted)
    for path in files(root, ("tests", "examples", "docs"), (".lisp", ".md")):
        for _, text in lines(root, path):
            names.update(HEADER.findall(text))
    return names


def lint(root):
    there = [path.relative_to(root) for folder in OURS for path in Path(root, folder).rglob("*")]
    there += [Path(path.name) for path in Path(root).glob("*.*")]
    ends = {"/".join(path.parts[i:]) for path in there for i in range(len(path.parts))}
    folders = {part for path in there for part in path.parts[:-1]}
    others = headers_of_others(root)
    for path, line, text in comments(root):
        for name in NAME.findall(text):
            first, *rest = name.split("/")
            ours = first in folders if rest else name.endswith(".cpp") or name.endswith(".h") and name not in others
            if ours and name not in ends:
                yield f"{path}:{line}: there is no {name}"


if __name__ == "__main__":
    run(lint)
