"""Who is measured: the commands of each column. Every command runs in the bench's work folder (see bench.py)."""

import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
SQLITE = ("libsqlite3.so.0", "sqlite3_libversion_number")
GTK = ("libgtk-4.so.1", "gtk_get_major_version")


class Peer:
    """`start` runs an empty script; `process(LIBRARY, FUNCTION)`, where there is one, opens a library and calls a
    function; each of `calls` prints `MEASURE VALUE` lines."""

    def __init__(self, name, start, calls, process=None):
        self.name, self.start, self.calls = name, start, calls
        self.sqlite = process and [*process, *SQLITE]
        self.gtk = process and [*process, *GTK]
        self.sqlite_cold = self.gtk_cold = None

    def installed(self):
        return shutil.which(self.start[0]) is not None


def native(build):
    folder = build / "tests/bench"
    peer = Peer("C", [str(folder / "bench_process")], [[str(folder / "bench_calls")]], [str(folder / "bench_process")])
    clang = ["clang-19", "-fsyntax-only", "-x", "c"]
    if shutil.which(clang[0]):
        peer.sqlite_cold = [*clang, "sqlite.c"]
        peer.gtk_cold = [*clang, "@gtk-flags", "gtk.c"]
    return peer


def elle(build):
    program = str(build / "elle")
    scripts = HERE / "elle"
    names = ("call", "string", "point", "callback", "sort", "field", "fib", "loop")
    peer = Peer("Elle", [program, "empty"], [[program, str(scripts / f"{name}.lisp")] for name in names])
    peer.calls.append([PYTHON, str(scripts / "prompt.py"), program])
    peer.sqlite = peer.sqlite_cold = [program, str(scripts / "sqlite.lisp")]
    peer.gtk = peer.gtk_cold = [program, str(scripts / "gtk.lisp")]
    return peer


def script(*path):
    return str(HERE.joinpath(*path))


def everyone(build):
    """The columns, C and Elle first; callers leave out those that are not installed."""
    sbcl = ["sbcl", "--script"]
    return (
        native(build),
        elle(build),
        Peer("LuaJIT", ["luajit", "empty"], [["luajit", script("lua/luajit.lua")]], ["luajit", script("lua/process.lua")]),
        Peer("Lua", ["lua5.4", "empty"], [["lua5.4", script("lua/lua.lua")]]),
        Peer("ctypes", [PYTHON, "empty"], [[PYTHON, "-B", script("python/with_ctypes.py")]],
             [PYTHON, script("python/process_ctypes.py")]),
        Peer("cffi", [PYTHON, "empty"], [[PYTHON, "-B", script("python/with_cffi.py")]],
             [PYTHON, script("python/process_cffi.py")]),
        Peer("Guile", ["guile", "empty"], [["guile", script("guile/calls.scm")]], ["guile", script("guile/process.scm")]),
        Peer("SBCL", [*sbcl, "empty"], [[*sbcl, script("sbcl/calls.lisp")]], [*sbcl, script("sbcl/process.lisp")]),
    )
