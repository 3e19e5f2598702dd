"""Reports of errors on a terminal: what, where, why and what next, in colour."""

import re
import unittest

from screen import PROMPT, Screen


def painted(line):
    """A row with its colours in braces; tmux sets each attribute by itself, and says what is default."""
    return re.sub(r"\x1b\[([\d;]+)m", r"{\1}", re.sub(r"\x1b\[[34]9m", "", line)).replace("}{", ";")


class Errors(unittest.TestCase):
    def screen(self, **options):
        screen = Screen(**({"width": 110} | options))
        screen.__enter__()
        self.addCleanup(screen.__exit__)
        return screen

    def test_a_wrong_argument_of_c(self):
        screen = self.screen()
        screen.run('(load-header-with-lib "stdlib.h" nil)')
        screen.run('(ldiv 1 "two")', shows="error")
        self.assertEqual(screen.lines()[-7:], [
            'elle> (ldiv 1 "two")',
            '<prompt 2>:1:1: error: Argument 2 of `ldiv`, `__denom`, is `long`, but "two" is not an integer.',
            '(ldiv 1 "two")',
            '^^^^^^^^^^^^^^',
            '  ldiv_t ldiv(long __numer, long __denom)',
            '                            ^^^^^^^^^^^^',
            PROMPT])

    def test_colour(self):
        screen = self.screen(NO_COLOR="")
        screen.run('(load-header-with-lib "stdlib.h" nil)')
        screen.run('(ldiv 1 "two")', shows="error")
        shown = [painted(line) for line in screen.coloured_lines()]
        report = next(i for i, line in enumerate(shown) if "Argument 2" in line)
        self.assertTrue(shown[report].startswith("{2}<prompt 2>:1:1:{0} {1;31}error:{0} Argument 2 of `ldiv`"))
        self.assertEqual(shown[report + 2:report + 4],
                         ["{0;31}^^^^^^^^^^^^^^", "  ldiv_t ldiv(long __numer, {1;4}long __denom{0})"])
        self.assertNotIn("^", shown[report + 4])

    def test_carets_below_wide_characters(self):
        screen = self.screen()
        screen.run('(list "漢字" (first "é" nil))', shows="error")
        rows = screen.lines()
        source = next(row for row in rows if row.startswith('(list "漢字"'))
        carets = rows[rows.index(source) + 1]
        self.assertEqual(carets, " " * 13 + "^" * 15)

    def test_backtrace(self):
        screen = self.screen()
        screen.run('(load-header-with-lib "stdlib.h" nil)')
        screen.run("(define (by a b) (+ 1 (error \"Not these.\")))")
        screen.run("(define (start n) (+ 0 (qsort (make-array :int n) 2 4 by)))")
        screen.run("(backtrace)", shows="There was no error yet.")
        screen.run("(start [2 1])", shows="Not these.")
        screen.press("C-l")
        screen.run("(backtrace)", shows="top level")
        rows = screen.lines()
        self.assertEqual(rows[:3], ["elle> (backtrace)", "error: Not these.", '  (error "Not these.")'])
        self.assertRegex(rows[3], r"^  \(by #<const void \* 0x\w+> #<const void \* 0x\w+>\) at <prompt 2>:1:23$")
        self.assertEqual(rows[4:], ["  C: qsort(#<int[2] [2 1]>, 2, 4, #<function by>) called back",
                                    "  (start [2 1]) at <prompt 3>:1:24", "  top level at <prompt 5>:1:1", PROMPT])


if __name__ == "__main__":
    unittest.main()
