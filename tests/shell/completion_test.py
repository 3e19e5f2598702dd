"""What Tab finds, typed at a real prompt."""

import shutil
import unittest
from pathlib import Path

from program import BUILD
from screen import PROMPT, Screen

CANVAS = Path(__file__).resolve().parent.parent / "scripts/typing/canvas.h"


class Completion(unittest.TestCase):
    def setUp(self):
        self.screen = Screen(width=110, height=24)
        self.screen.__enter__()
        self.addCleanup(self.screen.__exit__)
        shutil.copy(CANVAS, self.screen.home / "canvas.h")
        library = Path(BUILD) / "tests/fixtures/libcanvas.so"
        self.screen.run(f'(load-header-with-lib "./canvas.h" "{library}")')
        self.screen.run("(define window (make-struct Window))")
        self.clear()

    def clear(self):
        self.screen.press("C-c")
        self.screen.wait(lambda lines: lines[-1] == PROMPT, "a new line")
        self.screen.press("C-l")
        self.screen.wait(lambda lines: lines == [PROMPT], "an empty screen")

    def completes(self, typed, to):
        """Tab after `typed` makes the line `to`, whatever is offered below it."""
        self.screen.type(typed)
        self.screen.wait(lambda lines: lines[0] == f"{PROMPT} {typed}".rstrip(), "what is typed")
        self.screen.press("Tab")
        self.screen.wait(lambda lines: lines[0] == f"{PROMPT} {to}", to)
        self.clear()

    def offers(self, typed, *texts):
        self.screen.type(typed)
        self.screen.press("Tab")
        for text in texts:
            self.screen.wait_for(text)
        self.clear()

    def test_every_spelling(self):
        self.completes("(canvas-widget-n", "(canvas-widget-new")
        self.completes("(canvas_widget_n", "(canvas_widget_new")
        self.completes("(cwn", "(canvas-widget-new")
        self.completes("(canvaswidgetn", "(canvas-widget-new")
        self.completes("(widget-new", "(canvas-widget-new")

    def test_what_is_offered_says_what_it_is(self):
        self.offers("(canvas-widget-c", "canvas-widget-count", "canvas-widget-copy", "Widget *canvas_WidgetCopy(Widget *widget)")
        self.offers("(canvas-widget-show 1 ", "ALIGN_LEFT", "0, Align")

    def test_fields_and_keywords(self):
        self.offers("(. window)\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D", ".title", "const char *title, offset 24")
        self.completes('(load-library "x" :he', '(load-library "x" :header')

    def test_files_headers_and_packages(self):
        (self.screen.home / "notes.txt").touch()
        self.completes('(read-file "not', '(read-file "notes.txt')
        self.completes('(parse-c-header "stdlib.', '(parse-c-header "stdlib.h')
        self.completes('(cast "Widg', '(cast "Widget')

    def test_a_form_of_several_rows(self):
        self.screen.type("(define (paint widget-at-hand)\r(canvas-widget-show widget-a")
        self.screen.press("Tab")
        self.screen.wait_for("(canvas-widget-show widget-at-hand")


if __name__ == "__main__":
    unittest.main()
