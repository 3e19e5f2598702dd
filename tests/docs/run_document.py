"""Runs the code blocks of one Markdown file: run_document.py BUILD NAME FILE.

    ```lisp          run with `elle`; all such blocks of a file are one script, in order
    ```lisp alone    a script of its own; `; error: TEXT` says what its uncaught error contains
    ```lisp check    read and compiled with `elle check`, not run (a window, a network)
    ```console       `$ COMMAND` lines run in one shell; the other lines are what they print

In Lisp blocks, `; => VALUE` after a form is the value it has, readably, and `; prints TEXT` is a line it prints. A
document must print nothing that it does not show. Blocks in any other language, `sh` included, are not run.
Everything runs in an empty folder that has links to examples/ and docs/.
"""

import re
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "tools"))
from expectations import check_output
from forms import top_level_forms
from workspace import Workspace

FENCE = re.compile(r"^```(\S*) *(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CLAIM = re.compile(r";+ (=>|prints|error:) ?(.*)")


def blocks(markdown):
    """(line, language, mode, text) of each fenced block."""
    for found in FENCE.finditer(markdown):
        yield markdown.count("\n", 0, found.start()) + 1, found[1], found[2], found[3]


def claims(comments):
    return [(found[1], found[2]) for found in CLAIM.finditer(comments)]


class Script:
    """A Lisp program put together from blocks, with the output they claim."""

    def __init__(self):
        self.source, self.expected, self.errors = [], [], []

    def add(self, text):
        for form, comments in top_level_forms(text):
            stated = claims(comments)
            # A value is printed after whatever its form prints, so the claims of a form are checked in that order.
            self.expected += [(False, claim) for kind, claim in stated if kind == "prints"]
            values = [claim for kind, claim in stated if kind == "=>"]
            self.expected += [(False, value) for value in values]
            self.errors += [claim for kind, claim in stated if kind == "error:"]
            self.source.append(f'(printf "~s~%" {form})' if values else form)

    def complaints(self, workspace, file_name):
        if not self.source:
            return []
        (workspace.folder / file_name).write_text("\n".join(self.source) + "\n", encoding="utf-8")
        status, stdout, stderr = workspace.run([str(workspace.build / "elle"), file_name])
        found = check_output(self.expected, stdout)
        found += [f"standard error lacks {text}" for text in self.errors if text not in stderr]
        if status != (1 if self.errors else 0) or (stderr and not self.errors):
            found.append(f"exit status {status}")
        return [f"{complaint}\n--- standard error\n{stderr}---" for complaint in found]


def run_check(workspace, text, file_name):
    (workspace.folder / file_name).write_text(text, encoding="utf-8")
    status, stdout, stderr = workspace.run([str(workspace.build / "elle"), "check", file_name])
    return [] if status == 0 else [f"elle check refuses it\n{stdout}{stderr}"]


def run_console(workspace, text):
    rows = text.splitlines()
    commands = [row[2:] for row in rows if row.startswith("$ ")]
    expected = [(False, row) for row in rows if not row.startswith("$ ")]
    status, stdout, stderr = workspace.run(["sh", "-c", "exec 2>&1\n" + "\n".join(commands)])
    return check_output(expected, stdout + stderr)


def run_blocks(workspace, markdown):
    """(line, complaint) for everything in the document that is not so."""
    session, first_line = Script(), None
    for line, language, mode, text in blocks(markdown):
        found = []
        if (language, mode) == ("lisp", ""):
            session.add(text)
            first_line = first_line or line
        elif (language, mode) == ("lisp", "alone"):
            script = Script()
            script.add(text)
            found = script.complaints(workspace, f"line-{line}.lisp")
        elif (language, mode) == ("lisp", "check"):
            found = run_check(workspace, text, f"line-{line}.lisp")
        elif language == "console":
            found = run_console(workspace, text)
        elif language == "lisp":
            found = [f"there is no mode `{mode}` for a Lisp block"]
        yield from ((line, complaint) for complaint in found)
    yield from ((first_line, complaint) for complaint in session.complaints(workspace, "document.lisp"))


def main(build, name, file):
    root = Path(__file__).resolve().parent.parent.parent
    workspace = Workspace(build, name, Path(file).parent)
    for folder in ("examples", "docs"):
        (workspace.folder / folder).symlink_to(root / folder)
    failed = False
    for line, complaint in run_blocks(workspace, Path(file).read_text(encoding="utf-8")):
        print(f"{file}:{line}: {complaint}")
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
