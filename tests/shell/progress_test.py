"""Long work shows itself on a terminal, can be stopped, and says how long it took."""

import stat
import unittest

from program import elle
from screen import PROMPT, Screen

# Stands for the header parser on a header that takes long.
SLOW = "#!/bin/sh\nexec sleep 60\n"


class Progress(unittest.TestCase):
    def screen(self, **env):
        screen = Screen(width=100, **env)
        screen.__enter__()
        self.addCleanup(screen.__exit__)
        return screen

    def slow_parser(self, screen):
        parser = screen.home / "slow-parser"
        parser.write_text(SLOW, encoding="utf-8")
        parser.chmod(stat.S_IRWXU)
        (screen.home / "big.h").write_text("int big;\n", encoding="utf-8")
        screen.run(f'(setenv "ELLE_HEADERS" "{parser}")')

    def test_a_header_that_takes_long(self):
        screen = self.screen(ELLE_CACHE="cache")
        self.slow_parser(screen)
        screen.type('(load-header-with-lib "big.h" nil)\r')
        screen.wait_for("big.h` … 0.")
        screen.wait_for("big.h` … 1.")
        screen.press("C-c")
        screen.wait(lambda lines: lines[-1:] == [PROMPT])
        rows = screen.lines()
        self.assertFalse([row for row in rows if "…" in row], rows)
        self.assertTrue([row for row in rows if "error: Interrupted: Reading `" in row], rows)
        self.assertEqual(list((screen.home / "cache").glob("*big.h*")), [])
        screen.run("(* 6 7)", shows="\n42")

    def test_not_in_a_pipe(self):
        status, out, errors = elle("-e", "(sleep 1.1)")
        self.assertEqual((status, out, errors), (0, "", ""))

    def test_the_time_of_an_evaluation(self):
        screen = self.screen()
        screen.run("(do (sleep 1.1) 5)", shows="\n5\n(1.1")
        screen.run("(do (sleep 0.1) 6)", shows="\n6\nelle>")


if __name__ == "__main__":
    unittest.main()
