"""Writes docs/coverage.md: what of each installed header Elle can use. coverage.py BUILD OUTPUT; `./dev coverage`.

Functions are asked of `elle` itself: one is callable when mentioning it gives a function. Macros are what
`dump_macros` (tests/macros) says of them.
"""

import collections
import json
import re
import subprocess
import sys
from pathlib import Path

HEADERS = [
    ("errno.h", ""), ("stdio.h", ""), ("stdlib.h", ""), ("string.h", ""), ("math.h", "libm.so.6"), ("time.h", ""),
    ("unistd.h", ""), ("fcntl.h", ""), ("signal.h", ""), ("pthread.h", ""), ("sys/socket.h", ""), ("netinet/in.h", ""),
    ("sqlite3.h", "libsqlite3.so.0"), ("zlib.h", "libz.so.1"), ("llvm-c/Core.h", "libLLVM-19.so"),
    ("glib.h", "libglib-2.0.so.0"), ("glib-object.h", "libgobject-2.0.so.0"), ("gio/gio.h", "libgio-2.0.so.0"),
    ("cairo.h", "libcairo.so.2"), ("png.h", "libpng16.so.16"), ("curl/curl.h", "libcurl.so.4"),
    ("libxml/parser.h", "libxml2.so.2"), ("git2.h", "libgit2.so.1.5"), ("X11/Xlib.h", "libX11.so.6"),
    ("gtk/gtk.h", "libgtk-4.so.1"), ("SDL2/SDL.h", "libSDL2-2.0.so.0"),
]  # fmt: skip

CONSTANTS = {"integer", "floating", "string", "pointer"}

HEAD = """# Coverage

What of each header Elle can use, made by `./dev coverage` on Debian 12. A header counts with everything it includes.

- **declared** functions; **exported**: called in the library; **inline**: compiled from the header; **not callable**:
  the header declares them, and nothing on this machine has them. Intrinsics of the compiler's own headers, which some
  headers bring along by the thousand, are not counted.
- **macros**: **constants** have a value, **names** stand for a function or a type, **run time** is
  evaluated when mentioned, those **with parameters** are called like functions, **empty** ones and those that are **no expression** (attributes, parts of declarations) have
  no value in C either.

| header | declared | exported | inline | not callable | macros | constants | names | run time | with parameters | empty | no expression |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
"""


def functions_of(build, header, library):
    script = Path(__file__).with_name("coverage.lisp")
    run = subprocess.run([build / "elle", script, header, library], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"{header}: {run.stderr}")
    return json.loads(run.stdout.splitlines()[-1])


def macros_of(build, header, library):
    """How many macros there are of each kind."""
    run = subprocess.run([build / "tests/dump_macros", header, library], capture_output=True, text=True, check=True)
    kinds = collections.Counter()
    for kind, *fields in (line.split("\t") for line in run.stdout.splitlines()):
        if kind in CONSTANTS:
            kinds["constant"] += 1
        elif kind == "called":
            kinds["called"] += 1
        elif kind == "other":
            kinds[fields[1]] += 1
    return kinds


def row(header, functions, macros):
    failed, failed_inline = len(functions["failed"]), len(functions["failed-inline"])
    exported = functions["declared"] - functions["inline"] - failed
    cells = [
        f"`{header}`", functions["declared"], exported, functions["inline"] - failed_inline, failed + failed_inline,
        sum(macros.values()), macros["constant"], macros["function"] + macros["type"], macros["expression"],
        macros["called"], macros["empty"], macros["not-expression"],
    ]  # fmt: skip
    return "| " + " | ".join(str(cell) for cell in cells) + " |\n"


def reason(text):
    """A complaint without the names in it, so that equal ones can be counted."""
    if "does not export it" in text:
        return "no library that is loaded exports it"
    return re.sub(r"`[^`]*`( of \S+)?", "…", text.splitlines()[0])


def main(build, output):
    build = Path(build).resolve()
    table, reasons = HEAD, collections.defaultdict(list)
    for header, library in HEADERS:
        functions = functions_of(build, header, library)
        table += row(header, functions, macros_of(build, header, library))
        for name, text in functions["failed"] + functions["failed-inline"]:
            if name not in reasons[reason(text)]:
                reasons[reason(text)].append(name)
    table += "\n## What cannot be called, and why\n\n"
    for text, names in sorted(reasons.items(), key=lambda item: -len(item[1])):
        shown = ", ".join(f"`{name}`" for name in names[:40]) + (", …" if len(names) > 40 else "")
        table += f"- {len(names)}: {text}. {shown}\n".replace("..", ".")
    Path(output).write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
