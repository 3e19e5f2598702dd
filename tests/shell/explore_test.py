"""Finding one's way at the prompt: apropos, who-takes, who-returns, how-to-get and loaded, as a screen shows them."""

import unittest

from program import elle
from screen import Screen


class Explore(unittest.TestCase):
    def ask(self, screen, form, answer):
        screen.run(form, answer)
        return "\n".join(screen.lines())

    def test_apropos_fits_the_screen(self):
        with Screen(width=60) as screen:
            self.ask(screen, '(load-header-with-lib "sqlite3.h" "libsqlite3.so.0")', "\nlibrary ")
            shown = self.ask(screen, '(apropos "blob bytes" :kind :function :limit 1)', "sqlite3-blob-bytes")
            self.assertIn("sqlite3-blob-bytes  function  int sqlite3_blob_bytes(", shown)
            shown = self.ask(screen, '(apropos "sqlite3_open" :limit 1)', "more;")
            self.assertIn('(apropos "sqlite3_open" :limit nil) shows all.', shown.replace("\n", ""))
            shown = self.ask(screen, '(apropos "column" :limit 2)', "(apropos \"column\" :limit nil)")
            self.assertTrue(all(len(line) <= 60 for line in shown.split("\n")))

    def test_types(self):
        with Screen(width=120) as screen:
            self.ask(screen, '(load-header-with-lib "sqlite3.h" "libsqlite3.so.0")', "\nlibrary ")
            shown = self.ask(screen, '(who-returns "sqlite3 *" :limit 3)', "shows all")
            self.assertIn("through argument 2  int sqlite3_open(const char *filename, sqlite3 **ppDb)", shown)
            shown = self.ask(screen, "(who-takes 'sqlite3_stmt :limit 2)", "shows all")
            self.assertIn("argument 1", shown)
            self.ask(screen, '(who-takes "sqlite3_smt *")', "Did you mean `sqlite3_stmt`")

    def test_how_to_get(self):
        with Screen(width=100) as screen:
            self.ask(screen, '(load-header-with-lib "cairo.h" "libcairo.so.2")', "\nlibrary ")
            shown = self.ask(screen, '(how-to-get "cairo_t *")', "other ways")
            self.assertIn("(define target (cairo-image-surface-create format width height))", shown)
            self.assertIn("(define cairo (cairo-create target))", shown)

    def test_loaded(self):
        with Screen(width=100) as screen:
            self.ask(screen, "(loaded)", "Nothing is loaded")
            self.ask(screen, '(use-library "zlib" :as \'z)', "\nlibrary ")
            shown = self.ask(screen, "(loaded)", "reached by")
            self.assertIn("package     zlib", shown)
            self.assertIn("z/name", shown)

    def test_a_header_that_changes(self):
        with Screen(width=100) as screen:
            header = screen.home / "point.h"
            header.write_text("#define LIMIT 10\n")
            self.ask(screen, '(load-header-with-lib "./point.h" "libm.so.6")', "\nlibrary ")
            self.ask(screen, "(define (limit) LIMIT)", "elle>")
            self.ask(screen, "(limit)", "10")
            header.write_text("#define LIMIT 2000\n")
            self.ask(screen, "(limit)", "point.h has changed since it was loaded; (reload) reads it again.")
            screen.press("C-l")
            shown = self.ask(screen, "(limit)", "10")
            self.assertNotIn("has changed", shown)
            self.ask(screen, "(reload)", "LIMIT = 10 → = 2000")
            self.ask(screen, "(limit)", "\n2000")

    def test_a_macro_that_is_redefined(self):
        with Screen(width=100) as screen:
            self.ask(screen, "(defmacro (when2 test body) `(if ,test ,body 0))", "elle>")
            self.ask(screen, "(define (f x) (when2 x 1))", "elle>")
            self.ask(screen, "(define (g x) (when2 x 2))", "elle>")
            self.ask(screen, "(defmacro (when2 test body) `(if ,test ,body 1))",
                     "stale: f, g (expanded `when2` before it was redefined)")

    def test_a_session_becomes_a_script(self):
        with Screen(width=100) as screen:
            self.ask(screen, "(define side 6)", "elle>")
            self.ask(screen, "(* side 7)", "42")
            self.ask(screen, "(/ side 0)", "error")
            self.ask(screen, "(apropos \"sqrt\" :limit 1)", "sqrt")
            self.ask(screen, '(save-session "plain.lisp")', "2 forms in plain.lisp")
            self.ask(screen, '(save-session "checked.lisp" :check #t)', "2 forms in checked.lisp")
            self.ask(screen, '(save-session "plain.lisp")', "is there already")
            plain = (screen.home / "plain.lisp").read_text(encoding="utf-8")
            self.assertEqual(plain, "#!/usr/bin/env elle\n(define side 6)\n(* side 7)\n; => 42\n")
            checked = (screen.home / "checked.lisp").read_text(encoding="utf-8")
            self.assertIn("(assert (= (* side 7) 42))\n", checked)
            for name in ("plain.lisp", "checked.lisp"):
                self.assertEqual(elle(name, folder=screen.home), (0, "", ""))
            (screen.home / "broken.lisp").write_text(checked.replace("side 6", "side 5"), encoding="utf-8")
            self.assertEqual(elle("broken.lisp", folder=screen.home)[0], 1)


if __name__ == "__main__":
    unittest.main()
