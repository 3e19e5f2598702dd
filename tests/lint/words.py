"""Words that do not land: promises of later work, paths of one machine, tests switched off."""

import re

from sources import CODE, files, lines, run

FORBIDDEN = {
    re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"): "a promise of later work",
    re.compile(r"(?<![\w.])/(home|root|work|Users)/\w"): "a path of one machine",
    re.compile(r"doctest::(skip|may_fail|should_fail)|\bDISABLED\b|\bWILL_FAIL\b|\bSKIP_RETURN_CODE\b"): "a test switched off",
}
FOLDERS = ("core", "lang", "shell", "stdlib", "examples", "tests", "docs")


def lint(root):
    paths = files(root, FOLDERS, CODE + (".lisp", ".py", ".txt", ".md", ".js", ".cmake", ".scm", ".lua"))
    for path in paths:
        if path.startswith("tests/lint/"):  # the words stand here as patterns
            continue
        for line, text in lines(root, path):
            for pattern, reason in FORBIDDEN.items():
                if pattern.search(text):
                    yield f"{path}:{line}: {reason}: {text.strip()}"


if __name__ == "__main__":
    run(lint)
