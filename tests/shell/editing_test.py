"""Typing at the prompt: forms of several rows, motions, cutting, undoing, what was typed earlier."""

import tempfile
import unittest
from pathlib import Path

from screen import PROMPT, Screen


class Editing(unittest.TestCase):
    def screen(self, **more):
        screen = Screen(**more)
        screen.__enter__()
        self.addCleanup(screen.__exit__)
        return screen

    def shows(self, screen, *rows):
        """Waits until these are the last rows, or stand above the row that tells how the call is written."""
        def satisfied(lines):
            text = lines[:-1] if lines[-1].startswith("(") else lines
            return text[-len(rows):] == list(rows)
        screen.wait(satisfied, f"{rows} at the end")

    def test_a_form_of_several_rows_is_one_text(self):
        screen = self.screen()
        screen.type("(define (twice x)\r(let [y (* 2 x)]\ry))")
        rows = ["elle> (define (twice x)", "   ..   (let [y (* 2 x)]", "   ..     y))"]
        self.shows(screen, *rows)
        self.assertEqual(screen.cursor()[0], len(rows[2]))
        screen.press("Up", "Up", "C-e", "M-b", "M-d")  # from the first row, the parameter goes
        screen.type("z")
        screen.press("Down", "C-e", "Left", "Left", "BSpace")
        screen.type("z")
        rows = ["elle> (define (twice z)", "   ..   (let [y (* 2 z)]", "   ..     y))"]
        self.shows(screen, *rows)
        screen.press("Enter")
        self.shows(screen, *rows, PROMPT)
        screen.run("(twice 21)", shows="\n42")
        screen.press("Up", "Up")
        self.shows(screen, *rows)
        screen.press("Up", "Up", "Up", "Down", "Down")
        screen.press("M-Enter")
        self.shows(screen, *rows, "   ..")

    def test_rows_are_indented_as_lisp_is(self):
        screen = self.screen()
        for typed, indented in [
            ("(when ready\r", 2), ("(fn [x]\r", 2), ("(foo bar\r", 5), ("(foo\r", 1), ("((f) x\r", 1), ("'(a b\r", 2), ("[1 2\r", 1),
            ("#(1\r", 2), ("{:a 1\r", 1), ("(if x\r", 4), ("(cond\r", 2), ('(f "a\r', 0), ("(f x ; why\r", 3),
        ]:
            with self.subTest(typed):
                screen.type(typed + "x")
                self.shows(screen, "elle> " + typed[:-1], ("   .. " + " " * indented + "x").rstrip())
                screen.press("C-c")
                screen.wait(lambda lines: lines[-1] == PROMPT, "the prompt")
                screen.press("C-l")
        screen.type("(let [a 1]\r")
        screen.press("C-u")
        screen.type("(+ a")
        screen.press("C-a", "Tab")
        self.shows(screen, "elle> (let [a 1]", "   ..   (+ a")

    def test_motions(self):
        screen = self.screen()
        screen.type("(foo-bar (baz 'qux) \"str\")")
        for keys, column in [
            (["C-a"], 0), (["C-e"], 26), (["Home"], 0), (["End"], 26), (["C-b"], 25), (["C-f"], 26), (["Left"], 25),
            (["M-b"], 21), (["C-Left"], 15), (["C-Right"], 18), (["C-a", "M-f"], 4), (["M-f"], 8), (["C-M-f"], 19),
            (["C-M-b"], 9), (["C-M-f", "C-M-f"], 25), (["C-M-b", "Left", "Left", "C-M-b"], 14), (["C-M-u"], 9), (["C-M-u"], 0),
            (["C-M-f"], 26),
        ]:
            with self.subTest(keys):
                screen.press(*keys)
                screen._poll(lambda: screen.cursor()[0] == 6 + column, f"column {column}, not {screen.cursor()[0] - 6},")

    def test_cutting_and_putting_back(self):
        screen = self.screen()
        screen.type("one two-three (four five)")
        screen.press("M-BSpace")
        self.shows(screen, "elle> one two-three (four")
        screen.press("C-w", "C-w", "C-w")  # one cut
        self.shows(screen, "elle> one")
        screen.press("C-y", "Left", "C-k", "C-a")
        self.shows(screen, "elle> one two-three (four five")
        screen.press("C-y")
        self.shows(screen, "elle> )one two-three (four five")
        screen.press("M-y")
        self.shows(screen, "elle> two-three (four five)one two-three (four five")
        screen.press("C-_", "C-_")
        self.shows(screen, "elle> one two-three (four five")
        screen.press("C-u", "C-e", "C-u")
        self.shows(screen, PROMPT)
        screen.type("(a (b c) d)")
        screen.press("C-a", "Right", "Right", "Right", "C-M-k", "M-d", "Left", "Left", "C-t")
        self.shows(screen, "elle> a( )")

    def test_undo_and_redo(self):
        screen = self.screen()
        screen.type("first second third")
        for row in ("first second", "first", ""):
            screen.press("C-_")
            self.shows(screen, f"elle> {row}".rstrip())
        screen.press("M-_", "M-_")
        self.shows(screen, "elle> first second")
        screen.press("C-x", "C-u")
        self.shows(screen, "elle> first")
        screen.type("last")
        screen.press("C-u", "C-_")
        self.shows(screen, "elle> first last")

    def test_searching_older_texts(self):
        screen = self.screen()
        for form in ("(+ 1 10)", "(define alpha 1)", "(+ 2 20)", "(+ 2 20)"):
            screen.run(form)
        screen.type("draft")
        screen.press("C-r")
        screen.type("(+")
        self.shows(screen, "elle> (+ 2 20)", "search: (+")
        screen.press("C-r")
        self.shows(screen, "elle> (+ 1 10)", "search: (+")
        screen.press("C-s")
        self.shows(screen, "elle> (+ 2 20)", "search: (+")
        screen.type("x")
        self.shows(screen, "elle> (+ 2 20)", "not found: (+x")
        screen.press("C-g")
        self.shows(screen, "elle> draft")
        screen.press("C-r")
        screen.type("alp")
        screen.press("Enter")
        self.shows(screen, "elle> (define alpha 1)")
        screen.press("C-u")
        screen.type("(+")
        for key, row in [("M-p", "(+ 2 20)"), ("M-p", "(+ 1 10)"), ("M-n", "(+ 2 20)"), ("M-n", "(+")]:
            screen.press(key)
            screen.wait(lambda lines: f"elle> {row}" in lines[-2:], row)

    def test_pasted_text_is_not_run(self):
        screen = self.screen()
        screen.paste("(+ 1\n\t2)\x07\n(* 3 4)\n")
        self.shows(screen, "elle> (+ 1", "   ..   2)", "   .. (* 3 4)", "   ..")
        screen.press("Enter")
        self.shows(screen, "   ..", "12", PROMPT)

    def test_wide_and_combined_characters_are_one_step(self):
        screen = self.screen()
        screen.type('"日本e\u0301👩‍💻🇩🇪"')
        self.assertEqual(screen.wait_for("elle> \"日本")[-1][:9], 'elle> "日本')
        columns = [0, 1, 3, 5, 6, 8, 10, 11]
        screen.press("C-a")
        for column in columns:
            screen._poll(lambda: screen.cursor()[0] == 6 + column, f"column {column}, not {screen.cursor()[0] - 6},")
            screen.press("Right")
        screen.press("C-b", "BSpace", "BSpace", "BSpace")
        self.shows(screen, 'elle> "日本"')
        screen.press("C-e", "Enter")
        self.shows(screen, '"日本"', PROMPT)

    def test_long_rows_are_broken_and_tall_texts_scroll(self):
        screen = self.screen(width=40, height=8)
        screen.type('"' + "x" * 50 + '"')
        self.shows(screen, 'elle> "' + "x" * 33, "x" * 17 + '"')
        screen.press("C-a", "Right", "Right", "C-k")
        screen.type('y"')
        self.shows(screen, 'elle> "xy"')
        screen.press("C-u")
        screen.paste("(list " + "\n".join(str(number) for number in range(1, 21)) + ")")
        screen.wait(lambda lines: lines[-1] == "   .. 20)", "the end of the text")
        screen.press("M-<")
        screen.wait(lambda lines: "elle> (list 1" in lines[:2], "its beginning")
        screen.press("Enter")
        screen.wait_for("(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16")
        self.assertIn("   .. 19", screen.lines(scrolled_off=True))

    def test_colours_and_brackets(self):
        screen = self.screen(NO_COLOR="")
        screen.type('(define x "s" 12 :k) ; c')
        green, cyan, magenta, blue, dim = "\x1b[32m", "\x1b[36m", "\x1b[35m", "\x1b[34m", "\x1b[2m"
        for piece in (blue + "define", green + '"s"', cyan + "12", magenta + ":k", dim + "; c"):
            self.coloured(screen, piece)
        screen.press("C-u")
        screen.type("(a [b)")
        self.coloured(screen, "\x1b[1m\x1b[31m)")
        screen.press("C-u")
        screen.type("(a [b])")
        self.coloured(screen, "\x1b[1m\x1b[36m(")
        screen.press("Left", "Left")
        self.coloured(screen, "\x1b[1m\x1b[36m[")

    def coloured(self, screen, piece):
        screen._poll(lambda: piece in screen.coloured_lines()[-1] or piece in "".join(screen.coloured_lines()[-2:]), repr(piece))

    def test_invalid_bytes_are_ignored(self):
        screen = self.screen()
        screen._tmux("send-keys", "-H", "28", "ff", "c3", "2b", "e2", "82", "20", "31", "29")
        screen.press("Enter")
        self.shows(screen, "elle> (+ 1)", "1", PROMPT)


class HistoryFile(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.home = Path(scratch.name)
        self.file = self.home / "state/elle/history"

    def texts(self):
        return self.file.read_text(encoding="utf-8")

    def test_two_prompts_write_one_history(self):
        with Screen(home=self.home) as one, Screen(home=self.home) as two:
            one.run("(list 1\r2)", shows="(1 2)")
            two.run("(* 6 7)", shows="\n42")
            one.run("(* 6 8)", shows="\n48")
            one.run("(* 6 8)", shows="\n48")
        self.assertEqual(self.texts(), "(list 1\n\t      2)\n(* 6 7)\n(* 6 8)\n")
        with Screen(home=self.home) as screen:
            screen.press("Up", "Up", "Up")
            screen.wait(lambda lines: lines[-2:] == ["elle> (list 1", "   ..       2)"], "the text of two rows")

    def test_earlier_and_broken_files_are_read(self):
        self.file.parent.mkdir(parents=True)
        self.file.write_bytes(b'(print "a\\nb")\n\xff(old)\n(half')
        with Screen(home=self.home) as screen:
            screen.run("(* 6 7)", shows="\n42")
            screen.press("Up", "Up")
            screen.wait(lambda lines: lines[-1] == "elle> (old)", "an earlier text")
            screen.press("Up")
            screen.wait(lambda lines: lines[-1] == 'elle> (print "a\\nb")', "the earliest text")
        self.assertTrue(self.file.read_bytes().endswith(b"(half\n(* 6 7)\n"))


if __name__ == "__main__":
    unittest.main()
