"""Finding one's way at the prompt: apropos, who-takes, who-returns, how-to-get and loaded, as a screen shows them."""

import unittest

from screen import Screen


class Explore(unittest.TestCase):
    def ask(self, screen, form, answer):
        screen.run(form, answer)
        return "\n".join(screen.lines())

    def test_apropos_fits_the_screen(self):
        with Screen(width=60) as screen:
            self.ask(screen, '(load-header-with-lib "sqlite3.h" "libsqlite3.so.0")', "#<library")
            shown = self.ask(screen, '(apropos "blob bytes" :kind :function :limit 1)', "sqlite3-blob-bytes")
            self.assertIn("sqlite3-blob-bytes  function  int sqlite3_blob_bytes(", shown)
            shown = self.ask(screen, '(apropos "sqlite3_open" :limit 1)', "more;")
            self.assertIn('(apropos "sqlite3_open" :limit nil) shows all.', shown.replace("\n", ""))
            shown = self.ask(screen, '(apropos "column" :limit 2)', "(apropos \"column\" :limit nil)")
            self.assertTrue(all(len(line) <= 60 for line in shown.split("\n")))

    def test_types(self):
        with Screen(width=120) as screen:
            self.ask(screen, '(load-header-with-lib "sqlite3.h" "libsqlite3.so.0")', "#<library")
            shown = self.ask(screen, '(who-returns "sqlite3 *" :limit 3)', "shows all")
            self.assertIn("through argument 2  int sqlite3_open(const char *filename, sqlite3 **ppDb)", shown)
            shown = self.ask(screen, "(who-takes 'sqlite3_stmt :limit 2)", "shows all")
            self.assertIn("argument 1", shown)
            self.ask(screen, '(who-takes "sqlite3_smt *")', "Did you mean `sqlite3_stmt`")

    def test_how_to_get(self):
        with Screen(width=100) as screen:
            self.ask(screen, '(load-header-with-lib "cairo.h" "libcairo.so.2")', "#<library")
            shown = self.ask(screen, '(how-to-get "cairo_t *")', "other ways")
            self.assertIn("(define target (cairo-image-surface-create format width height))", shown)
            self.assertIn("(define cairo (cairo-create target))", shown)

    def test_loaded(self):
        with Screen(width=100) as screen:
            self.ask(screen, "(loaded)", "Nothing is loaded")
            self.ask(screen, '(use-library "zlib" :as \'z)', "#<library")
            shown = self.ask(screen, "(loaded)", "reached by")
            self.assertIn("package     zlib", shown)
            self.assertIn("z/name", shown)


if __name__ == "__main__":
    unittest.main()
