"""Every lint complains about what it is for, and about nothing in a good tree."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import call_path
import docstrings
import layers
import sizes
import vendors
import words

TAGS = {"lang/vm/call.cpp": "// CALL PATH 1/4\n", "lang/bridge/call.cpp": "// CALL PATH 2/4\n",
        "core/call/guard.cpp": "// CALL PATH 3/4\n// CALL PATH 4/4\n"}


def long_function(length):
    return "namespace elle {\nint f(int a) {\n" + "  a++;\n" * (length - 2) + "}\n}\n"


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
        self.fails(layers, "lang/complete/complete.h", '#include "lang/session.h"\n')
        self.fails(layers, "lang/bridge/call/call_native.cpp", '#include "lang/bridge/names/names.h"\n')
        self.fails(layers, "lang/bridge/names/names.cpp", '#include "lang/bridge/bridge.h"\n')
        self.fails(layers, "lang/newcomer/a.cpp", '#include "lang/heap/heap.h"\n')
        self.fails(layers, "core/types/type.cpp", '#include "core/call/plan.h"\n')
        self.fails(layers, "shell/edit/screen.cpp", '#include "shell/pager.h"\n')
        self.fails(layers, "shell/main.cpp", '#include "core/base/result.h"\n')
        self.fails(layers, "shell/main.cpp", '#include "lang/vm/vm.h"\n')
        self.fails(layers, "core/call/plan.cpp", '#include "plan.h"\n')

    def test_vendors(self):
        self.passes(vendors, "core/call/plan.cpp", "#include <ffi.h>\n#include <vector>\n#include <sys/mman.h>\n")
        self.fails(vendors, "core/types/layout.cpp", "#include <ffi.h>\n")
        self.fails(vendors, "lang/vm/vm.cpp", "#include <clang-c/Index.h>\n")
        self.fails(vendors, "lang/vm/vm.cpp", "#include <zlib.h>\n")
        leak = {"core/call/raw.h": "#include <ffi.h>\n", "core/call/plan.h": '#include "core/call/raw.h"\n'}
        self.assertEqual(self.complaints(vendors, leak), [])
        self.assertEqual(len(self.complaints(vendors, leak | {"core/memory.cpp": '#include "core/call/plan.h"\n'})), 1)

    def test_sizes(self):
        self.passes(sizes, "core/a.cpp", long_function(150))
        self.fails(sizes, "core/a.cpp", long_function(151))
        self.passes(sizes, "core/a.cpp", "\n" * 800)
        self.fails(sizes, "core/a.cpp", "\n" * 801)
        self.passes(sizes, "lang/read/grammar/src/parser.c", "\n" * 9000)

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
