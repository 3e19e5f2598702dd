"""Every lint complains about what it is for, and about nothing in a good tree."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import call_path
import docstrings
import layers
import paths
import sizes
import vendors
import words

TAGS = {"lang/vm/call.cpp": "// CALL PATH 1/4\n", "lang/bridge/call.cpp": "// CALL PATH 2/4\n",
        "core/call/guard.cpp": "// CALL PATH 3/4\n// CALL PATH 4/4\n"}


def long_function(head, length):
    return f"namespace elle {{\n{head}\n" + "  a++;\n" * (length - 2) + "}\n}\n"


class Lints(unittest.TestCase):
    def complaints(self, lint, tree):
        with tempfile.TemporaryDirectory() as root:
            for path, text in tree.items():
                Path(root, path).parent.mkdir(parents=True, exist_ok=True)
                Path(root, path).write_text(text)
            with contextlib.redirect_stdout(io.StringIO()):
                return list(lint.lint(root))

    def passes(self, lint, path, text):
        self.assertEqual(self.complaints(lint, {path: text}), [])

    def fails(self, lint, path, text):
        self.assertEqual(len(self.complaints(lint, {path: text})), 1)

    def test_layers(self):
        self.passes(layers, "lang/bridge/call.cpp", '#include "core/call/plan.h"\n')
        self.passes(layers, "lang/vm/vm.cpp", '#include "core/base/result.h"\n#include "lang/value/value.h"\n')
        self.passes(layers, "lang/bridge/names/names.cpp", '#include "lang/bridge/call/call_native.h"\n')
        self.passes(layers, "lang/session.cpp", '#include "lang/complete/complete.h"\n')
        self.passes(layers, "shell/main.cpp", '#include "lang/session.h"\n')
        self.fails(layers, "core/call/plan.cpp", '#include "lang/value/value.h"\n')
        self.fails(layers, "lang/vm/vm.cpp", '#include "core/call/plan.h"\n')
        self.fails(layers, "lang/vm/vm.cpp", '#include "shell/history.h"\n')
        self.fails(layers, "lang/heap/heap.cpp", '#include "lang/vm/vm.h"\n')
        self.fails(layers, "lang/complete/names.h", '#include "lang/session.h"\n')
        self.fails(layers, "lang/bridge/call/call_native.cpp", '#include "lang/bridge/names/names.h"\n')
        self.fails(layers, "lang/bridge/names/names.cpp", '#include "lang/bridge/bridge.h"\n')
        self.fails(layers, "lang/newcomer/a.cpp", '#include "lang/heap/heap.h"\n')
        self.fails(layers, "core/types/type.cpp", '#include "core/call/plan.h"\n')
        self.fails(layers, "shell/edit/screen.cpp", '#include "shell/pager.h"\n')
        self.fails(layers, "shell/main.cpp", '#include "core/base/result.h"\n')
        self.fails(layers, "shell/main.cpp", '#include "lang/vm/vm.h"\n')
        self.fails(layers, "core/call/plan.cpp", '#include "plan.h"\n')

    def test_vendors(self):
        used = {f"{home}{i}.cpp": f"#include <{header}{'a.h' if header.endswith('/') else ''}>\n"
                for i, (header, home) in enumerate(vendors.HOMES.items())}
        used["core/system.cpp"] = "".join(f"#include <{header}>\n" for header in vendors.SYSTEM)

        def passes(tree):
            self.assertEqual(self.complaints(vendors, used | tree), [])

        def fails(tree):
            self.assertEqual(len(self.complaints(vendors, used | tree)), 1)

        passes({"core/call/plan.cpp": "#include <ffi.h>\n#include <vector>\n#include <sys/mman.h>\n"})
        fails({"core/types/layout.cpp": "#include <ffi.h>\n"})
        fails({"lang/vm/vm.cpp": "#include <clang-c/Index.h>\n"})
        fails({"lang/vm/vm.cpp": "#include <zlib.h>\n"})
        leak = {"core/call/raw.h": "#include <ffi.h>\n", "core/call/plan.h": '#include "core/call/raw.h"\n'}
        passes(leak)
        fails(leak | {"core/memory.cpp": '#include "core/call/plan.h"\n'})
        fails({"core/call/plan.cpp": '#include "core/call/plan.h"\n'})
        fails({"tests/core/plan_test.cpp": '#include "core/call/plan.h"\n'})
        fails({next(iter(used)): ""})  # a home without its library
        fails({"core/system.cpp": used["core/system.cpp"].replace("#include <poll.h>\n", "")})

    def test_sizes(self):
        self.passes(sizes, "core/a.cpp", long_function("int f(int a) {", 60))
        self.fails(sizes, "core/a.cpp", long_function("int f(int a) {", 61))
        self.fails(sizes, "core/a.cpp", long_function("int f(int a,\n      int b) {", 60))
        self.passes(sizes, "lang/vm/interpreter.cpp", long_function("int execute(int a) {", 300))
        self.passes(sizes, "core/a.cpp", "\n" * 450)
        self.fails(sizes, "core/a.cpp", "\n" * 451)
        self.passes(sizes, "lang/read/grammar/src/parser.c", "\n" * 9000)

    def test_paths(self):
        self.passes(paths, "core/call/plan.h", "// core/call/plan.h, call/plan.h and plan.h; gtk/gtk.h is not ours.\n")
        self.fails(paths, "core/call/plan.h", "// See core/call/invoker.h.\n")
        self.fails(paths, "core/call/plan.h", "// See call/invoker.h.\n")
        self.fails(paths, "core/call/plan.h", "int a;  // invoker.h\n")
        self.fails(paths, "core/call/plan.h", "// invoker.cpp\n")
        self.passes(paths, "core/call/plan.h", "#include <ffi.h>\n// ffi.h\n")
        self.passes(paths, "core/call/plan.h", 'open("call/plan.cpp");\n')
        self.fails(paths, "tests/lint/a.py", "# lint/b.py\n")
        self.fails(paths, "tests/lint/CMakeLists.txt", "# lint/b.py\n")
        guide = {"stdlib/a.lisp": "", "ARCHITECTURE.md": "`stdlib/a.lisp` and `stdlib/b.lisp`\n"}
        self.assertEqual(self.complaints(paths, guide), ["ARCHITECTURE.md:1: there is no stdlib/b.lisp"])
        script = {"core/a.h": "// curl.h\n", "examples/a.lisp": '(load-header "curl/curl.h")\n'}
        self.assertEqual(self.complaints(paths, script), [])

    def test_call_path(self):
        self.assertEqual(self.complaints(call_path, TAGS), [])
        self.assertEqual(len(self.complaints(call_path, TAGS | {"lang/vm/twice.cpp": "// CALL PATH 1/4\n"})), 1)
        self.assertEqual(len(self.complaints(call_path, TAGS | {"lang/vm/call.cpp": ""})), 1)
        self.assertEqual(len(self.complaints(call_path, TAGS | {"core/call/guard.cpp": "// CALL PATH 3/4\n",
                                                                "core/types/a.h": "// CALL PATH 4/4\n"})), 1)

    def test_docstrings(self):
        self.passes(docstrings, "stdlib/a.lisp", '(define (f a (b 1)) "Adds." (+ a b))\n(define x 1)\n')
        self.fails(docstrings, "stdlib/a.lisp", "(defmacro (f a\n &rest b)\n  `(list ,@b))\n")

    def test_words(self):
        self.passes(words, "core/a.cpp", '// nothing to do\nmkstemp("/tmp/elle-XXXXXX");\n')
        self.fails(words, "core/a.cpp", "// TODO: later\n")
        self.fails(words, "tests/a.lisp", '(load-library "/home/me/lib.so")\n')
        self.fails(words, "tests/core/a_test.cpp", 'TEST_CASE("x" * doctest::skip()) {}\n')


if __name__ == "__main__":
    unittest.main()
