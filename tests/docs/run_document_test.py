"""The document runner, against a stand-in for Elle that prints the program it is given."""

import tempfile
import unittest
from pathlib import Path

import run_document

ECHO = '#!/bin/sh\n[ "$1" = check ] && { grep -q good "$2"; exit; }\ncat "$1"\n! grep -q fail "$1" || { echo lost >&2; exit 1; }\n'


def fence(info, text):
    return f"```{info}\n{text}\n```\n"


class Documents(unittest.TestCase):
    def complaints(self, markdown):
        with tempfile.TemporaryDirectory() as build:
            Path(build, "elle").write_text(ECHO)
            Path(build, "elle").chmod(0o755)
            workspace = run_document.Workspace(build, "document", build)
            return len(list(run_document.run_blocks(workspace, markdown)))

    def test_lisp_blocks_are_one_script_and_print_what_they_claim(self):
        self.assertEqual(self.complaints(fence("lisp", "(a) ; prints (a)") + fence("lisp", "(b) ; prints (b)")), 0)
        self.assertEqual(self.complaints(fence("lisp", "(a) ; prints (b)")), 1)
        self.assertEqual(self.complaints(fence("lisp", "(a)")), 1)

    def test_a_value_is_printed_readably(self):
        self.assertEqual(self.complaints(fence("lisp", '(a) ; => (printf "~s~%" (a))')), 0)
        self.assertEqual(self.complaints(fence("lisp", "(a) ; => 7")), 1)

    def test_an_error_stands_alone(self):
        self.assertEqual(self.complaints(fence("lisp alone", "(fail) ; prints (fail)\n; error: lost")), 0)
        self.assertEqual(self.complaints(fence("lisp alone", "(a) ; prints (a)\n; error: lost")), 2)
        self.assertEqual(self.complaints(fence("lisp alone", "(fail) ; prints (fail)")), 1)

    def test_check_compiles_only(self):
        self.assertEqual(self.complaints(fence("lisp check", "(good)")), 0)
        self.assertEqual(self.complaints(fence("lisp check", "(bad)")), 1)

    def test_console_blocks_show_what_their_commands_print(self):
        self.assertEqual(self.complaints(fence("console", "$ echo one\none\n$ echo two >&2\ntwo")), 0)
        self.assertEqual(self.complaints(fence("console", "$ echo one\ntwo")), 1)

    def test_other_languages_are_left_alone_and_unknown_modes_are_not(self):
        self.assertEqual(self.complaints(fence("sh", "exit 1") + fence("", "x")), 0)
        self.assertEqual(self.complaints(fence("lisp perhaps", "(a)")), 1)


if __name__ == "__main__":
    unittest.main()
